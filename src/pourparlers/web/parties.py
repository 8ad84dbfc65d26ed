"""Whom an entry is about: the parties, of whom two have a colour at a time, and everybody else."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import MUTUAL, THIRD_ROLES, Agent, innermost
from pourparlers.views.scope import Sides

#: The key of all those who are none of the two parties.
OTHERS = "n"


@dataclass(frozen=True, slots=True)
class Parties:
    """The two parties that are told of most, each under the key of its colour ("a", "b"). Fewer when the dossier has fewer.
    sides: where everybody stands, None when nobody was asked."""

    names: tuple[str, ...]
    sides: Sides | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in use, that of all others last."""
        return (*"ab"[: len(self.names)], OTHERS)

    def name(self, key: str) -> str | None:
        """The party of that key; None for all others."""
        return dict(zip("ab", self.names, strict=False)).get(key)

    def key(self, name: str) -> str:
        """The key of a side, or of somebody who acts for one."""
        side = name if name in self.names else _side(Agent(name), self.sides)
        return "ab"[self.names.index(side)] if side in self.names else OTHERS

    def keys_of(self, sides: Iterable[str]) -> tuple[str, ...]:
        """The keys of some sides, each once, sorted; that of all others when there are none."""
        return tuple(sorted({self.key(side) for side in sides})) or (OTHERS,)

    def sides_of(self, entry: Entry) -> tuple[str, ...]:
        """The sides that act or speak in an entry, or else claim it; each once."""
        return _sides_of(entry, self.sides)

    def colour(self, entry: Entry) -> str:
        """The key whose colour an entry's mark has: that of the only party that acts or speaks in it."""
        keys = self.keys_of(self.sides_of(entry))
        return keys[0] if len(keys) == 1 and entry.type not in MUTUAL else OTHERS


def find_parties(entries: Iterable[Entry], sides: Sides | None = None) -> Parties:
    """The parties of a chronicle: of those who are a party to it, or else of all sides, the two that stand in most of its entries."""
    known = () if sides is None else sides.parties
    counts = Counter(side for entry in entries for side in _sides_of(entry, sides))
    ranked = sorted(set(known) or counts, key=lambda side: (-counts[side], side))
    return Parties(tuple(sorted(ranked[:2])), sides)


def _sides_of(entry: Entry, sides: Sides | None) -> tuple[str, ...]:
    acting = dict.fromkeys(_named((agent for agent in entry.participants if agent.role not in THIRD_ROLES), sides))
    if acting:
        return tuple(acting)
    claiming = (agent for value in entry.values for chain in value.attribution for agent in innermost(chain))
    return tuple(dict.fromkeys(_named(claiming, sides)))


def _named(agents: Iterable[Agent], sides: Sides | None) -> Iterator[str]:
    return (side for agent in agents if (side := _side(agent, sides)) is not None)


def _side(agent: Agent, sides: Sides | None) -> str | None:
    """The party that somebody is or acts for; of those who are none, the side that their article gives them."""
    standing = None if sides is None else sides.of(agent)
    return agent.side if standing is None or standing.side is None else standing.side
