"""Whom an entry is about: the parties, of whom two have a colour at a time, and everybody else."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent

#: Roles in which one takes no side.
_THIRD = frozenset(("mediator", "host", "guarantor", "observer", "witness"))
#: Types of events that take two sides, so that one colour would mislead.
_SHARED = frozenset(("agreement", "call", "ceasefire", "exchange", "meeting"))
#: The key of all those who are none of the two parties.
OTHERS = "n"


@dataclass(frozen=True, slots=True)
class Parties:
    """The two parties that are told of most, each under the key of its colour ("a", "b"). Fewer when the dossier has fewer."""

    names: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in use, that of all others last."""
        return (*"ab"[: len(self.names)], OTHERS)

    def name(self, key: str) -> str | None:
        """The party of that key; None for all others."""
        return dict(zip("ab", self.names, strict=False)).get(key)

    def key(self, side: str) -> str:
        """The key of a side."""
        return "ab"[self.names.index(side)] if side in self.names else OTHERS

    def keys_of(self, sides: Iterable[str]) -> tuple[str, ...]:
        """The keys of some sides, each once, sorted; that of all others when there are none."""
        return tuple(sorted({self.key(side) for side in sides})) or (OTHERS,)

    def colour(self, entry: Entry) -> str:
        """The key whose colour an entry's mark has: that of the only party that acts or speaks in it."""
        keys = self.keys_of(sides_of(entry))
        return keys[0] if len(keys) == 1 and entry.type not in _SHARED else OTHERS


def find_parties(entries: Iterable[Entry]) -> Parties:
    """The parties of a chronicle: the two sides that stand in most of its entries."""
    counts = Counter(side for entry in entries for side in sides_of(entry))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Parties(tuple(sorted(name for name, _ in ranked[:2])))


def sides_of(entry: Entry) -> tuple[str, ...]:
    """The sides that act or speak in an entry, or else claim it; each once."""
    acting = dict.fromkeys(_sides(agent for agent in entry.participants if agent.role not in _THIRD))
    if acting:
        return tuple(acting)
    return tuple(dict.fromkeys(_sides(chain[-1].agent for value in entry.values for chain in value.attribution if chain)))


def _sides(agents: Iterable[Agent]) -> Iterator[str]:
    return (agent.side for agent in agents if agent.side is not None)
