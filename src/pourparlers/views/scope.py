"""The scope: the processes that the documents tell of, with their parties and mediators, and the documents apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from pourparlers.model.claim import Agent
from pourparlers.model.scope import Scope, Standing
from pourparlers.views.agents import agent_name
from pourparlers.views.days import french_span
from pourparlers.views.shown import Shown

#: What the row of the documents of no process is called.
APART = "hors de tout processus"


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """A process; the last row, without parties, holds the documents that are of none. period: of the articles. first, last: ISO days.
    followers: for each party, in their order, who acts for it."""

    title: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    period: str
    first: str | None
    last: str | None
    documents: tuple[str, ...]
    followers: tuple[tuple[str, ...], ...]


def scope(shown: Shown) -> list[ScopeRow]:
    """The processes, those of most documents first, and the documents apart, if there are any."""
    rows = [
        ScopeRow(
            title=process.title,
            parties=process.parties,
            mediators=process.mediators,
            period=french_span(process.first, process.last),
            first=process.first,
            last=process.last,
            documents=_names(shown, process.documents),
            followers=tuple(_followers(shown, party) for party in process.parties),
        )
        for process in shown.scope.processes
    ]
    apart = shown.scope.apart
    return [*rows, ScopeRow(APART, (), (), "", None, None, _names(shown, apart), ())] if apart else rows


def _names(shown: Shown, documents: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(shown.names[document] for document in documents))


def _followers(shown: Shown, party: str) -> tuple[str, ...]:
    """Who acts for a party, those of most documents first."""
    found = [s for s in shown.scope.standings if s.side == party and s.name != party]
    return tuple(s.name for s in sorted(found, key=lambda s: (-len(s.documents), s.name)))


class Sides:
    """Where those who stand in entries stand: by their name, else by the side that their article gives them."""

    def __init__(self, scope: Scope) -> None:
        self.parties = scope.parties
        self._by_name = {name: standing for standing in scope.standings for name in standing.names}

    def of(self, agent: Agent) -> Standing | None:
        """The standing of an agent, None for one of whom nothing is known."""
        found = self._by_name.get(agent.name)
        if found is not None and (found.part != "unknown" or agent.side is None):
            return found
        return found if agent.side is None else self._by_name.get(agent.side, found)

    def label(self, agent: Agent) -> str:
        """What a table calls an agent: a body or movement by the one name that it has in the dossier, a person as its article does."""
        found = self._by_name.get(agent.name)
        return agent_name(agent) if found is None or found.kind == "person" else found.name

    def called(self, side: str) -> str:
        """The name in the dossier of a side, as an article calls it."""
        found = self._by_name.get(side)
        return side if found is None else found.name

    def labels(self, agents: Iterable[Agent]) -> tuple[str, ...]:
        """The labels of agents, each once, in their order."""
        return tuple(dict.fromkeys(self.label(agent) for agent in agents))
