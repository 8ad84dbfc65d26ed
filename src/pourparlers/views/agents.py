"""Who takes part and who tells, in words."""

from collections.abc import Iterable

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent, Attribution, innermost
from pourparlers.model.mention import Place
from pourparlers.model.naming import listed

#: Accusers that an article leaves open.
_SPECIAL = {"unnamed": "une source non nommée", "mutual": "les deux camps, l'un contre l'autre"}


def agent_name(agent: Agent) -> str:
    """What an agent is called."""
    return _SPECIAL.get(agent.name, agent.name)


def names_of(agents: Iterable[Agent]) -> tuple[str, ...]:
    """The names of agents, each once, in their order."""
    return tuple(dict.fromkeys(agent_name(agent) for agent in agents))


def tellers(link: Attribution) -> str:
    """Those who say it together, in words: "la Ligue et l'Union"."""
    return listed(names_of(link.agents))


def chain(attribution: tuple[Attribution, ...]) -> str:
    """A chain of tellers in words, from the one who is closest to the fact: "Kiev (affirmer), cité par Agence du Fleuve (selon)"."""
    return ", cité par ".join(f"{tellers(link)} ({link.verb})" for link in reversed(attribution))


def claimants(entry: Entry) -> tuple[str, ...]:
    """Who first asserts an entry, each once, in the order of its history; empty when the articles tell it in their own voice."""
    chains = [attribution for step in entry.history for attribution in step.attribution]
    if not chains:
        chains = [attribution for value in entry.values for attribution in value.attribution]
    if any(not attribution for attribution in chains):
        return ()
    return names_of(agent for attribution in chains for agent in innermost(attribution))


def place_name(place: Place | None) -> str | None:
    """What a place is called."""
    return None if place is None else place.name
