"""The contacts: who met or called whom, with whose help, how often and when last."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import THIRD_ROLES, Agent
from pourparlers.model.scope import Standing
from pourparlers.views.agents import agent_name
from pourparlers.views.scope import Sides
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Two that met or called one another. third_parties: who mediated, hosted or watched. first, last: ISO prefixes. events: ids, in their order."""

    one: str
    other: str
    third_parties: tuple[str, ...]
    times: int
    first: str | None
    last: str | None
    events: tuple[str, ...]


def contacts(shown: Shown) -> list[ContactRow]:
    """The pairs of sides (of people, where theirs is not known), those that met most often first. Talks that did not take place do not count."""
    sides = Sides(shown.scope)
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in shown.entries("event"):
        if entry.type in ("meeting", "call") and entry.status in ("occurred", "ongoing"):
            for pair in itertools.combinations(sorted(_sides(entry.participants, sides)), 2):
                found[pair].append(entry)
    return sorted((_row(pair, entries) for pair, entries in found.items()), key=lambda r: (-r.times, r.one, r.other))


def _sides(agents: Iterable[Agent], sides: Sides) -> set[str]:
    return {_side(agent, sides.of(agent)) for agent in agents if agent.role not in THIRD_ROLES}


def _side(agent: Agent, standing: Standing | None) -> str:
    """The party that somebody is or acts for, else the side that their article gives them, else themselves."""
    own = agent_name(agent) if standing is None else standing.name
    acted_for = (None if standing is None else standing.side, agent.side)
    return next((side for side in acted_for if side is not None), own)


def _row(pair: tuple[str, str], entries: list[Entry]) -> ContactRow:
    days = sorted(entry.start for entry in entries if entry.start is not None)
    third = (agent_name(agent) for entry in entries for agent in entry.participants if agent.role in THIRD_ROLES)
    return ContactRow(
        *pair,
        third_parties=tuple(dict.fromkeys(third)),
        times=len(entries),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        events=tuple(entry.id for entry in entries),
    )
