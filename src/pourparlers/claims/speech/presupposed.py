"""What a speaker takes for granted: "le sommet de 2018" in "le ministre affirme que le sommet de 2018 a échoué", "après l'accord signé en 2015"."""

from collections.abc import Iterator

from pourparlers.claims.clauses import noun_head, phrase_span
from pourparlers.claims.context import Context
from pourparlers.claims.speech.story import is_of_noun
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span
from pourparlers.model.time import Time

#: How many words before a time the noun may stand that it dates.
_REACH = 9
_ENDS = frozenset((",", ";", ":"))
#: Prepositions that lead to what is known: "après le sommet de Lima en 2018", "malgré la trêve signée".
_CIRCUMSTANCES = frozenset(("après", "avant", "depuis", "dès", "lors", "malgré", "pendant", "durant", "au", "à", "aux", "du"))
_INDEFINITE = frozenset(("un", "une"))
_DEFINITE = frozenset(("le", "la", "l'", "l’", "les", "au", "aux", "du", "ce", "cet", "cette", "ces"))


def presupposed(context: Context) -> list[Span]:
    """The noun phrases with a past year, month or day of their own, in order: that they happened is known to all, not told by anybody."""
    annotated, month = context.annotated, (context.dated.published.best or "")[:7]
    found: list[Span] = []
    for time in context.dated.times:
        token = annotated.token_at(time.span.start) if _is_background(time, month) else None
        noun = None if token is None else _known(annotated, token)
        if noun is not None:
            found.append(Span(phrase_span(annotated, noun).start, time.span.end))
    return [span for span in found if len(span) > 0]


def _known(annotated: Annotated, token: Token) -> Token | None:
    """The noun of what is known to have happened at the time that begins with a token."""
    if is_of_noun(annotated, token):
        noun = _noun_before(annotated, token)
        return noun if noun is not None and _has(annotated, noun, _DEFINITE) else None
    between, noun = _led_to(annotated, token)
    if noun is None:
        return None
    if between:
        return noun if _has(annotated, noun, _DEFINITE | _INDEFINITE) else None
    return noun if _has(annotated, noun, _DEFINITE) and _has(annotated, noun, _CIRCUMSTANCES) else None


def _has(annotated: Annotated, noun: Token, words: frozenset[str]) -> bool:
    return any(t.lower in words for t in annotated.dependents(noun, "det", "case"))


def _led_to(annotated: Annotated, token: Token) -> tuple[bool, Token | None]:
    """The noun that a time follows in its clause, and whether a bare participle stands between: "l'accord de paix signé à Lima en 2015"."""
    participle = False
    for word in reversed(annotated.tokens[max(0, token.i - _REACH) : token.i]):
        if word.sentence != token.sentence or word.text in _ENDS or word.pos == "AUX":
            break
        if word.pos == "VERB":
            if participle or not (word.has("VerbForm=Part") and word.has("Tense=Past")):
                break
            participle = True
        elif word.pos == "NOUN" and (participle or not any(True for _ in _places(annotated, word))):
            return participle, noun_head(annotated, word)
    return participle, None


def _places(annotated: Annotated, word: Token) -> Iterator[Token]:
    """The preposition "à" or "dans" before a noun, which then tells where something took place rather than what."""
    return (t for t in annotated.dependents(word, "case") if t.lower in ("dans", "sur", "en"))


def _is_background(time: Time, month: str) -> bool:
    """True for a time of an earlier month than the document's."""
    return time.kind == "DATE" and time.start is not None and not time.bound and time.start < month[: len(time.start)]


def _noun_before(annotated: Annotated, token: Token) -> Token | None:
    """The noun that "de" ties to a time, by the parser or by the order of the words."""
    for above in annotated.ancestors(token):
        if above.pos == "NOUN" and above.i < token.i:
            return above
        if above.pos == "VERB":
            break
    near = annotated.tokens[max(0, token.i - 3) : token.i]
    return next((t for t in reversed(near) if t.pos == "NOUN"), None)
