"""How far what a frame reports reaches."""

from collections.abc import Sequence

from pourparlers.claims.clauses import trimmed
from pourparlers.claims.speech.frame import Frame
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

_LINKS = frozenset((",", ";", "et", "mais", "ou", "puis", "tout", "en", "–", "—", "-", "avant", "après", "alors", "tandis", "que"))
_WITHIN = frozenset(("ccomp", "xcomp", "obj", "acl", "nmod", "obl", "csubj", "nsubj", "appos"))


def reported(annotated: Annotated, frames: Sequence[Frame], at: int) -> Span:
    """The passage that frame number `at` reports, without its own words; it may be empty."""
    frame = frames[at]
    sentence = annotated.sentences[frame.word.sentence]
    if frame.shape == "before":
        stop = _stop(annotated, frames, at, sentence.last)
        return _span(annotated, frame.last + 1, stop)
    if frame.shape == "source" and frame.first - sentence.first <= 2:
        return _span(annotated, frame.last + 1, _stop(annotated, frames, at, sentence.last))
    return _span(annotated, _start(annotated, frames, at, sentence.first), frame.first)


def _span(annotated: Annotated, first: int, stop: int) -> Span:
    if first >= stop:
        at = annotated.tokens[min(first, len(annotated.tokens) - 1)].start
        return Span(at, at)
    return trimmed(annotated, Span(annotated.tokens[first].start, annotated.tokens[stop - 1].end))


def _stop(annotated: Annotated, frames: Sequence[Frame], at: int, last: int) -> int:
    """The first token after what is reported: the end of the sentence, or the words that lead to the next frame beside this one."""
    frame = frames[at]
    for other in frames[at + 1 :]:
        if other.word.i >= last or other.first <= frame.last:
            continue
        if _beside(annotated, frame, other):
            return _before_links(annotated, other.first, frame.last + 1)
    return last


def _beside(annotated: Annotated, frame: Frame, other: Frame) -> bool:
    """True for a frame that is no part of what the first one reports."""
    if other.shape in ("after", "source"):
        return True
    path: list[Token] = [other.word]
    for above in annotated.ancestors(other.word):
        if above.i == frame.word.i:
            return path[-1].dep.partition(":")[0] not in _WITHIN
        path.append(above)
    return True


def _before_links(annotated: Annotated, first: int, floor: int) -> int:
    while first > floor and annotated.tokens[first - 1].lower in _LINKS:
        first -= 1
    return first


def _start(annotated: Annotated, frames: Sequence[Frame], at: int, first: int) -> int:
    """The first token of what an inserted frame reports: the start of the sentence, or what follows the inserted frame before it."""
    for other in reversed(frames[:at]):
        if other.word.i < first:
            break
        if other.shape == "after":
            return other.last + 1
    return first


def text_span(annotated: Annotated, frame: Frame, passage: Span) -> Span:
    """The words of an indirect statement: its frame and what it reports, together."""
    first, last = annotated.tokens[frame.first], annotated.tokens[frame.last]
    start, end = min(first.start, passage.start), max(last.end, passage.end)
    return trimmed(annotated, Span(start, end))
