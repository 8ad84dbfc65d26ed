"""A matcher of phrases: which of many word sequences stand in a text, longest first, in time linear in the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase found at words [first, last) and what it stands for."""

    first: int
    last: int
    value: V


@dataclass(slots=True)
class _Node(Generic[V]):
    """What may follow the words so far, and the matches' value where a phrase ends here (a tuple, since None may be a value)."""

    following: dict[str, "_Node[V]"] = field(default_factory=dict)
    values: tuple[V, ...] = ()


class Phrases(Generic[V]):
    """Phrases as sequences of words (forms or lemmas, as the caller likes, already folded) and a value for each."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], V]]) -> None:
        """Raises ValueError for an empty phrase, or one given twice."""
        self._root: _Node[V] = _Node()
        for words, value in phrases:
            self._add(words, value)

    def _add(self, words: Sequence[str], value: V) -> None:
        if not words:
            raise ValueError("an empty phrase matches nothing")
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        if node.values:
            raise ValueError(f"the phrase {' '.join(words)!r} is given twice")
        node.values = (value,)

    def find(self, words: Sequence[str]) -> Iterator[Match[V]]:
        """The leftmost longest matches, in order, without overlap."""
        i = 0
        while i < len(words):
            match = self.at(words, i)
            if match is None:
                i += 1
            else:
                yield match
                i = match.last

    def at(self, words: Sequence[str], first: int) -> Match[V] | None:
        """The longest match that starts at a word."""
        node, found = self._root, None
        for i in range(first, len(words)):
            step = node.following.get(words[i])
            if step is None:
                break
            node = step
            if node.values:
                found = Match(first, i + 1, node.values[0])
        return found
