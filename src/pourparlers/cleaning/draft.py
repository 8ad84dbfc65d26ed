"""A document in the making: what each step of cleaning takes and gives."""

from dataclasses import dataclass, field, replace

from pourparlers.cleaning.traced import Traced
from pourparlers.issues import Issue
from pourparlers.model.text import DateClue, Dropped, Metadata


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text to be. kind: as in `Line`, "" while unknown."""

    words: Traced
    kind: str = ""

    @property
    def text(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class Draft:
    """Paragraphs in order, what was learnt on the way, what was taken out."""

    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = field(default_factory=Metadata)
    clues: tuple[DateClue, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    issues: tuple[Issue, ...] = ()

    def learn(self, **values: str | None) -> "Draft":
        """With these metadata where nothing is known yet: what was learnt first is from the better source."""
        known = {name: value for name, value in values.items() if value is not None and getattr(self.metadata, name) is None}
        return replace(self, metadata=replace(self.metadata, **known)) if known else self


def dropped(words: Traced, rule: str) -> tuple[Dropped, ...]:
    """The record of words taken out, empty if they came from nowhere."""
    where = words.capture
    return () if where is None or not words.text.strip() else (Dropped(where, words.text, rule),)
