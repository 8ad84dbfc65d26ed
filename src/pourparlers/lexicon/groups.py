"""Small closed groups of words, each with a name by which code asks for it."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from pourparlers.lexicon.load import load


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of a lexicon of groups; each such file explains its fields."""

    group: str
    words: tuple[str, ...]
    example: str


@functools.cache
def groups(name: str) -> Mapping[str, frozenset[str]]:
    """The words of each group of the lexicon ``data/NAME.yaml``, by the group's name. Raises LexiconError as `load` does."""
    return {each.group: frozenset(each.words) for each in load(name, Group)}
