"""The words of a process that stand in an article, each counted once."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.model.text import Document

#: What the words found must weigh together. Chosen so that no annotated article and no article marked "on" is lost (`benchmarks/reading.py`).
ENOUGH = 4
#: Long minutes hold some of the words by chance: one more is asked for with each further stretch of this many characters.
STRETCH = 6000


@dataclass(frozen=True, slots=True)
class Entry:
    """A way for a word to begin that belongs to the topic."""

    start: str
    weight: int
    example: str


@dataclass(frozen=True, slots=True)
class Topic:
    """on: the article is to be read. weight: of the words found. words: those words, as the lexicon writes them, sorted."""

    on: bool
    weight: int
    words: tuple[str, ...]


def find_topic(document: Document) -> Topic:
    """Whether the document is about a process, with the words that say so."""
    weights = _weights()
    found = sorted({_key(m) for m in _pattern().findall(fold(document.text))})
    weight = sum(weights[word] for word in found)
    return Topic(weight >= ENOUGH + len(document.text) // STRETCH, weight, tuple(found))


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain apostrophes and hyphens."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("’", "'").replace("‑", "-"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _key(match: str) -> str:
    return " ".join(match.split())


@functools.cache
def _weights() -> dict[str, int]:
    return {entry.start: entry.weight for entry in load("fr/topics", Entry)}


@functools.cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_weights(), key=lambda start: (-len(start), start))
    return re.compile(r"\b(" + "|".join(re.escape(start).replace(r"\ ", r"\s+") for start in longest_first) + ")")
