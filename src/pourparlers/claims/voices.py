"""Who asserts what stands at a place of the text: the chain of tellers, outermost first."""

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
    """The passages of a document that are told by somebody else than the article, in order of their start."""

    passages: tuple[Voice, ...] = ()

    def at(self, span: Span) -> tuple[Attribution, ...]:
        """The chain of tellers of a passage: that of the smallest told passage that holds it, empty for the article's own voice."""
        held = [v for v in self.passages if v.span.covers(span)]
        return min(held, key=lambda v: len(v.span)).chain if held else ()
