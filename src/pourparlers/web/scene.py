"""A dossier as the pages show it: its chronicle in memory, and what several pages compute from it, each once."""

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent
from pourparlers.model.naming import fold, folded_words
from pourparlers.model.scope import Standing
from pourparlers.store import View
from pourparlers.views.actors import ActorRow, actors
from pourparlers.views.agents import claimants, place_name
from pourparlers.views.commitments import commitments
from pourparlers.views.disagreements import find_disagreements
from pourparlers.views.scope import Sides
from pourparlers.views.shown import Shown
from pourparlers.views.talks import talks
from pourparlers.views.timeline import state
from pourparlers.web.days import first_day
from pourparlers.web.lanes import lane_of
from pourparlers.web.loaded import Loaded
from pourparlers.web.parties import Parties, find_parties

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the chronicle. day: the ordinal of the first day of its fact, of the last where only that is known, None when unknown.
    told: ISO prefix of the day it was told. keys: of its parties. colour: the key of its mark. claimants: who asserts it, empty for the
    articles' own voice. who: everybody who acts, speaks or claims in it, and whom they act for. words: all its words, folded."""

    entry: Entry
    lane: str
    shape: str
    day: int | None
    last: int | None
    told: str | None
    outlet: str
    keys: tuple[str, ...]
    sides: tuple[str, ...]
    colour: str
    claimants: tuple[str, ...]
    who: frozenset[str]
    state: str
    words: str

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.entry.id

    @property
    def major(self) -> bool:
        """True for what stands out in a list: texts, and numbered rounds of talks."""
        return self.lane == "texts" or self.entry.round is not None


@dataclass(eq=False)
class Scene:
    """A dossier, as of now or as of a day. id: its name in addresses. title: for people. shown: its chronicle.
    view: opens it to be read. writable: people may decide about it here."""

    id: str
    title: str
    shown: Loaded
    view: Callable[[], AbstractContextManager[View]]
    as_of: str | None = None
    writable: bool = False
    _rows: dict[Callable[[Shown], Any], Any] = field(default_factory=dict, init=False, repr=False)

    def rows(self, make: Callable[[Shown], T]) -> T:
        """What `make` makes of the dossier, made once: the rows of a view. They are shared, so they are not to be changed."""
        if make not in self._rows:
            self._rows[make] = make(self.shown)
        found: T = self._rows[make]
        return found

    @cached_property
    def parties(self) -> Parties:
        """The parties that have a colour."""
        return find_parties(self.shown.entries(), self.sides)

    @cached_property
    def sides(self) -> Sides:
        """Where everybody stands."""
        return Sides(self.shown.scope)

    @cached_property
    def actors(self) -> dict[str, ActorRow]:
        """Everybody who acts, takes part or speaks, by all their names."""
        return {name: row for row in reversed(self.rows(actors)) for name in (*row.names, row.name)}

    @cached_property
    def answered(self) -> dict[str, list[Entry]]:
        """The entries that answer each entry, by its id."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.shown.entries():
            for other in entry.answers:
                found[other].append(entry)
        return found

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The rows of the chronicle, newest first; those without a day last, by the day they were told."""
        items = [item for item in map(self._item, self.shown.entries("event", "statement")) if item is not None]
        return tuple(sorted(items, key=_newest))

    @cached_property
    def period(self) -> tuple[str, str] | None:
        """The first and the last ISO prefix of the chronicle; None when nothing in it has a day."""
        starts = sorted(item.entry.start for item in self.items if item.entry.start is not None)
        ends = sorted(item.entry.end or item.entry.start for item in self.items if item.entry.start is not None)
        return (starts[0], ends[-1]) if starts else None

    @cached_property
    def latest(self) -> Item | None:
        """The last event of which the articles tell that it came about; None when there is none with a day."""
        came_about = (item for item in self.items if item.entry.kind == "event" and item.entry.status in ("occurred", "ongoing"))
        return next((item for item in came_about if item.day is not None), None)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many entries there are of each kind (commitments: how many are followed through theirs), and how many talks, texts, disputed ones,
        disagreements, cities, documents and outlets."""
        entries = self.shown.entries()
        found = Counter(entry.kind for entry in entries)
        found["talks"] = len(self.rows(talks))
        found["commitment"] = len(self.rows(commitments))
        found["texts"] = sum(1 for item in self.items if item.lane == "texts")
        found["cities"] = len({e.place.name for e in (i.entry for i in self.items if i.lane == "talks") if e.place and e.place.precision == "city"})
        found["disputed"] = sum(1 for item in self.items if item.state == "disputed")
        found["disagreements"] = len(self.rows(find_disagreements))
        found["documents"] = len(self.shown.cards)
        found["outlets"] = len({fold(card.metadata.outlet) for card in self.shown.cards.values() if card.metadata.outlet})
        return found

    def _item(self, entry: Entry) -> Item | None:
        lane = lane_of(entry)
        if lane is None:
            return None
        best = entry.evidence[0] if entry.evidence else None
        sides = self.parties.sides_of(entry)
        told = None if best is None else self.shown.told_on(best.document)
        quote = "" if best is None else best.quote
        names = " ".join(agent.name for agent in entry.participants)
        known = entry.start or entry.end
        return Item(
            entry=entry,
            lane=lane.name,
            shape=lane.shape,
            day=None if known is None else first_day(known),
            last=None if entry.end is None else first_day(entry.end),
            told=told,
            outlet="" if best is None else self.shown.outlet(best.document),
            keys=self.parties.keys_of(sides),
            sides=sides,
            colour=self.parties.colour(entry),
            claimants=claimants(entry),
            who=who(entry, self.sides),
            state=state(entry),
            words=folded(f"{entry.summary} {quote} {names} {place_name(entry.place) or ''}"),
        )


def who(entry: Entry, sides: Sides) -> frozenset[str]:
    """Everybody who acts, speaks or claims in an entry, by their fullest names, and whom they act for."""
    chains = (chain for value in entry.values for chain in value.attribution)
    agents = [*entry.participants, *(agent for chain in chains for link in chain for agent in link.agents)]
    return frozenset(name for agent in agents for name in _called(agent, sides.of(agent)) if name is not None)


def _called(agent: Agent, standing: Standing | None) -> tuple[str | None, ...]:
    return (agent.name, agent.side) if standing is None else (standing.name, standing.side)


def folded(text: str) -> str:
    """The words of a text without case and accents, with a space before and after each."""
    return f" {' '.join(folded_words(text))} "


def _newest(item: Item) -> tuple[bool, int, int, str]:
    told = first_day(item.told) if item.told is not None else None
    return (item.day is None, -(item.day or 0), -(told or 0), item.id)
