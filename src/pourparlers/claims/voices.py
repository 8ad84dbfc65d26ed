"""Who asserts what stands at a place of the text: the chain of tellers, outermost first."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pourparlers.model.claim import Attribution
from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A passage and who asserts it. The tellers of passages that hold it stand in its chain too."""

    span: Span
    chain: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The passages of a document that are told by somebody else than the article, in order of their start.

    longest: no passage has more characters; None when that was not counted.
    """

    passages: tuple[Voice, ...] = ()
    longest: int | None = None

    def at(self, span: Span) -> tuple[Attribution, ...]:
        """The chain of tellers of a passage: that of the smallest told passage that holds it, empty for the article's own voice."""
        held = self._around(span)
        return held.chain if held is not None else ()

    def is_known(self, span: Span) -> bool:
        """True for what nobody tells because it is taken for granted, whoever tells the words around it."""
        held = self._around(span)
        return held is not None and not held.chain

    def _around(self, span: Span) -> Voice | None:
        """The smallest passage that holds a span."""
        first = 0 if self.longest is None else bisect_left(self.passages, span.end - self.longest, key=lambda v: v.span.start)
        last = bisect_right(self.passages, span.start, key=lambda v: v.span.start)
        held = [v for v in self.passages[first:last] if v.span.covers(span)]
        return min(held, key=lambda v: len(v.span), default=None)
