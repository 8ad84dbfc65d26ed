"""The words of a process that stand in an article, each counted once."""

import functools
import re
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.model.text import Document
from pourparlers.triage.briefs import names_two_states, other_words
from pourparlers.triage.folding import fold, starts_of

#: What the words found must weigh together. Chosen so that no annotated article and no article marked "on" is lost (`benchmarks/reading.py`).
ENOUGH = 4
#: Long minutes hold some of the words by chance: one more is asked for with each further stretch of this many characters.
STRETCH = 6000

#: A brief has no more characters than these: its few words have no room to repeat themselves, and weak ones count as well.
BRIEF = 800
ENOUGH_IN_BRIEF = 2
#: What two states named add in a brief, and what each word of another topic takes away.
STATES, OTHER = 1, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A way for a word to begin that belongs to the topic. brief: it tells something in briefs only."""

    start: str
    weight: int
    example: str
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """on: the article is to be read. weight: of the words found. words: those words, as the lexicon writes them, sorted."""

    on: bool
    weight: int
    words: tuple[str, ...]


def find_topic(document: Document) -> Topic:
    """Whether the document is about a process, with the words that say so."""
    folded = fold(document.text)
    is_brief = len(document.text) <= BRIEF
    found = sorted({" ".join(match.split()) for match in _pattern().findall(folded)})
    words = tuple(word for word in found if is_brief or not _entries()[word].brief)
    weight = sum(_entries()[word].weight for word in words)
    on = weight >= ENOUGH + len(document.text) // STRETCH
    if is_brief:
        on = _is_on_in_brief(folded, weight, on)
    return Topic(on, weight, words)


def _is_on_in_brief(folded: str, weight: int, on: bool) -> bool:
    """Whether a brief is to be read: little is enough where nothing speaks of another topic. The words alone never suffice less than elsewhere."""
    if weight == 0 or on:
        return on
    return weight + STATES * names_two_states(folded) - OTHER * len(other_words(folded)) >= ENOUGH_IN_BRIEF


@functools.cache
def _entries() -> dict[str, Entry]:
    return {entry.start: entry for entry in load("fr/topics", Entry)}


@functools.cache
def _pattern() -> re.Pattern[str]:
    return starts_of(_entries())
