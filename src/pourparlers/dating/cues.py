"""The words that tell whether an expression lies behind or ahead, as data/fr/time_cues.yaml lists them."""

from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import load


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of data/fr/time_cues.yaml."""

    direction: str
    words: tuple[str, ...]
    example: str


@cache
def cues() -> dict[str, str]:
    """Every cue word and its direction."""
    return {word: entry.direction for entry in load("fr/time_cues", Cue) for word in entry.words}
