"""The scope: the processes that the documents tell of, with their parties and mediators, and the documents apart."""

from collections.abc import Iterable
from dataclasses import dataclass

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
