"""`export --format chronicle`: the entries of the chronicle, as `data/schema/chronicle.schema.json` describes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pourparlers.model.chronicle import Entry, Status, Value
from pourparlers.model.claim import Agent, Attribution
from pourparlers.model.mention import Place
from pourparlers.views.shown import Shown


def records(shown: Shown) -> Iterator[dict[str, Any]]:
    """One object an entry, sorted by (start, id), those without a start last."""
    for entry in shown.entries():
        yield record(entry, shown.names)


def record(entry: Entry, names: Mapping[str, str]) -> dict[str, Any]:
    """An entry. names: the name of each document by its id."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "type": entry.type,
        "subtype": entry.subtype,
        "status": entry.status,
        "start": entry.start,
        "end": entry.end,
        "place": None if entry.place is None else _place(entry.place),
        "participants": [_participant(agent) for agent in entry.participants],
        "round": entry.round,
        "summary": entry.summary,
        "values": [row for value in entry.values for row in _values(value, names)],
        "history": [row for status in entry.history for row in _history(status, names)],
        "contradicts": list(entry.contradicts),
        "answers": list(entry.answers),
        "documents": _names(entry.documents, names),
        "independent_sources": entry.independent_sources,
        "origins": list(entry.origins),
        "evidence": [{"document": names[e.document], "start": e.start, "end": e.end, "quote": e.quote, "rule": e.rule} for e in entry.evidence],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "country": place.country, "precision": place.precision}


def _participant(agent: Agent) -> dict[str, Any]:
    return {"name": agent.name, "role": agent.role, "side": agent.side}


def _values(value: Value, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """One row for each claimant of a value."""
    for told in _told(value, names):
        yield {"field": value.field, "value": value.value, "modality": value.modality, "state": value.state, **told}


def _history(status: Status, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """One row for each claimant of a status."""
    for told in _told(status, names):
        yield {"status": status.status, "as_of": status.as_of, **told}


def _told(claimed: Value | Status, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Each chain of tellers, outermost first (an empty one is the articles' own voice), with the documents behind it."""
    behind = claimed.told_in or (claimed.documents,) * len(claimed.attribution)
    for chain, documents in zip(claimed.attribution, behind, strict=True):
        yield {"attribution": [teller(link) for link in chain], "documents": _names(documents, names)}


def teller(link: Attribution) -> dict[str, Any]:
    """A link of a chain; `beside` only where several say it together."""
    beside = {"beside": [_participant(agent) for agent in link.beside]} if link.beside else {}
    return {"agent": link.agent.name, "role": link.agent.role, "side": link.agent.side, "verb": link.verb, **beside}


def _names(documents: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    return sorted(names[document] for document in documents)
