"""The day that a figure holds for: that of the event it measures, else the one named in its sentence, or at the head of its entry."""

from pourparlers.claims.context import Context
from pourparlers.claims.headed import heading_time
from pourparlers.claims.particles import THAT
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import Event, When
from pourparlers.model.text import Span
from pourparlers.model.time import Time

_RELATIVES = frozenset(("qui", "dont", "où", "lequel", "laquelle", "auquel", "lors", "après", "avant", "depuis"))
#: Words behind which stands another number with its day, or the day alone: "52 morts, contre 38 la veille", "deux fois plus qu'en 2023".
_AGAINST = "contre"
#: Relations of clauses that tell of something else than what stands above them.
_OTHER_CLAUSES = ("acl", "advcl", "parataxis")


def as_of(context: Context, figure: Span, event: Event | None) -> When:
    """The day of a figure; an empty When where its sentence tells none. event: the one it measures."""
    if event is not None and (event.when.first is not None or event.when.start is not None):
        return event.when
    sentence = context.annotated.sentence_at(figure.start)
    if sentence is None:
        return When()
    near = [i for i, time in enumerate(context.dated.times) if sentence.span.covers(time.span) and _tells(context, sentence, time, figure)]
    index = min(
        near, key=lambda i: (_distance(context.dated.times[i].span, figure), i), default=heading_time(context.annotated, context.dated, sentence)
    )
    if index is None:
        return When()
    time = context.dated.times[index]
    return When(time.start, time.end, index, index)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _tells(context: Context, sentence: Sentence, time: Time, figure: Span) -> bool:
    """True for days that are told of the same clause as the figure."""
    days = time.kind in ("DATE", "TIME") and time.bound == "" and not time.vague and not time.implied
    if not days or time.span.overlaps(figure):
        return False
    first = context.annotated.token_at(time.span.start)
    return first is not None and not _apart(context, sentence, first, figure)


def _apart(context: Context, sentence: Sentence, time: Token, figure: Span) -> bool:
    """True for a time in a clause of its own: a relative, or a participle that does not hold the figure."""
    annotated = context.annotated
    start = min(t.i for t in annotated.tokens_in(figure)) if annotated.tokens_in(figure) else sentence.first
    low, high = sorted((start, time.i))
    if any(t.lower in _RELATIVES or t.lower == _AGAINST for t in annotated.tokens[low:high]) or annotated.tokens[max(0, time.i - 1)].lower in THAT:
        return True
    token = time
    while token.head != token.i:
        if token.dep.startswith(_OTHER_CLAUSES):
            return not any(annotated.tokens[start].i == t.i for t in annotated.subtree(token))
        token = annotated.tokens[token.head]
    return False
