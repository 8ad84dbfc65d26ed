"""What a speaker takes for granted: "le sommet de 2018" in "le ministre affirme que le sommet de 2018 a échoué", "après l'accord signé en 2015"."""

from collections.abc import Iterator, Sequence

from pourparlers.claims.clauses import noun_head, phrase_span
from pourparlers.claims.context import Context
from pourparlers.claims.particles import THAT
from pourparlers.claims.speech.story import is_of_noun
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Sentence, Token
from pourparlers.model.text import Span
from pourparlers.model.time import Time

#: How many words before a time the noun may stand that it dates.
_REACH = 9
_ENDS = frozenset((",", ";", ":"))
#: Prepositions that lead to what is known: "après le sommet de Lima en 2018", "malgré la trêve signée".
_CIRCUMSTANCES = frozenset(("après", "avant", "depuis", "dès", "lors", "malgré", "pendant", "durant", "au", "à", "aux", "du"))
#: What leads, behind a comma, to what came before or was known: "après la mort de", "au lendemain de l'attaque".
_AFTER = (
    *(
        ("après",),
        ("depuis",),
        ("malgré",),
        ("lors", "de"),
        ("lors", "du"),
        ("lors", "des"),
        ("dans", "la", "foulée", "de"),
        ("dans", "la", "foulée", "du"),
    ),
    *(("au", "lendemain", "de"), ("au", "lendemain", "du"), ("au", "lendemain", "des"), ("à", "la", "suite", "de"), ("à", "la", "suite", "du")),
    *(("à", "la", "veille", "de"), ("à", "la", "veille", "du"), ("en", "réponse", "à"), ("en", "dépit", "de"), ("en", "dépit", "du")),
)
#: The longest of these, and the article behind it.
_LEADING = 5
#: What opens a remark on somebody or something named before it.
_IN_PASSING = frozenset(("qui", "où", "dont"))
#: Verbs that tell what may or must be, not how things stand.
_MODALS = frozenset(("aller", "devoir", "pouvoir", "vouloir"))
#: What names whoever tells of it.
_TOLD_BY = frozenset(("d'après", "par", "selon"))
_INDEFINITE = frozenset(("un", "une"))
_DEFINITE = frozenset(("le", "la", "l'", "l’", "les", "au", "aux", "du", "ce", "cet", "cette", "ces"))


def presupposed(context: Context) -> list[Span]:
    """What is known to all, not told by anybody: noun phrases with a past year, month or day of their own, and circumstances set off by commas."""
    return _dated(context) + [span for sentence in context.annotated.sentences for span in _circumstances(context.annotated, sentence)]


def _circumstances(annotated: Annotated, sentence: Sentence) -> Iterator[Span]:
    """ "les contrôles seront renforcés, après la mort de huit soldats", ", qui compte mille hommes,": from a comma to the next one."""
    tokens = annotated.sentence_tokens(sentence)
    starts = [0, *(n + 1 for n, t in enumerate(tokens) if t.text == ",")]
    for start, stop in zip(starts, [*(n - 1 for n in starts[1:]), len(tokens)], strict=True):
        words = tokens[start:stop]
        if any(t.lower in _TOLD_BY for t in (*words, *tokens[stop + 1 : stop + 2])):
            continue  # somebody tells it all the same
        if (
            len(words) > 1
            and annotated.quotation_at(words[0].start) is None
            and (_is_past_circumstance(words) or (start and _is_state(annotated, words)))
        ):
            yield Span(words[0].start, words[-1].end)


def _is_past_circumstance(words: Sequence[Token]) -> bool:
    """True for "après la mort de huit soldats", "au lendemain de l'attaque": a definite noun behind words that lead to what came before."""
    first = [t.lower for t in words[:_LEADING]]
    led = next((len(c) for c in _AFTER if tuple(first[: len(c)]) == c), 0)
    return led > 0 and (first[led - 1] in ("du", "des") or (led < len(first) and first[led] in _DEFINITE and words[led].pos == "DET"))


def _is_state(annotated: Annotated, words: Sequence[Token]) -> bool:
    """True for ", qui compte mille hommes", ", où vivent deux mille familles": how things stand, said in passing."""
    if words[0].lower not in _IN_PASSING or any(t.lower in THAT for t in words):
        return False
    verb = next((t for t in words if t.has("VerbForm=Fin") and t.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lemma in _MODALS:
        return False
    group = verb_group(annotated, annotated.tokens[verb.head] if verb.dep.startswith(("aux", "cop")) else verb)
    return group.mood == "indicative" and not group.perfect and group.tense in ("present", "imperfect")


def _dated(context: Context) -> list[Span]:
    """The noun phrases with a past year, month or day of their own, in order."""
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
