"""Small closed groups of words that the reading of positions and commitments leans on."""

import functools
from dataclasses import dataclass

from pourparlers.lexicon import load


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of ``data/fr/claim_words.yaml``; the file explains its fields."""

    group: str
    words: tuple[str, ...]
    example: str


@functools.cache
def group(name: str) -> frozenset[str]:
    """The words of a group. Raises KeyError for a group that the lexicon does not have."""
    return {each.group: frozenset(each.words) for each in load("fr/claim_words", Group)}[name]
