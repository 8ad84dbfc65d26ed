"""What a speaker takes for granted: "le sommet de 2018" in "le ministre affirme que le sommet de 2018 a échoué"."""

from pourparlers.claims.clauses import phrase_span
from pourparlers.claims.context import Context
from pourparlers.claims.speech.story import is_of_noun
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span
from pourparlers.model.time import Time

_DEFINITE = frozenset(("le", "la", "l'", "l’", "les", "au", "aux", "du", "ce", "cet", "cette", "ces"))


def presupposed(context: Context) -> list[Span]:
    """The definite noun phrases with a past year, month or day of their own, in order: that they happened is known to all, not told by anybody."""
    annotated, month = context.annotated, (context.dated.published.best or "")[:7]
    found: list[Span] = []
    for time in context.dated.times:
        token = annotated.token_at(time.span.start) if _is_background(time, month) else None
        noun = None if token is None or not is_of_noun(annotated, token) else _noun_before(annotated, token)
        if noun is not None and any(t.lower in _DEFINITE for t in annotated.dependents(noun, "det", "case")):
            found.append(Span(phrase_span(annotated, noun).start, time.span.end))
    return [span for span in found if len(span) > 0]


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
