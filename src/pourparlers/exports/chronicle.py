"""`export --format chronicle`: the entries of the chronicle, as `data/schema/chronicle.schema.json` describes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pourparlers.model.chronicle import Entry, Status, Value
from pourparlers.model.claim import Agent, Attribution
from pourparlers.model.mention import Place
from pourparlers.views.shown import Shown

_Chains = tuple[tuple[Attribution, ...], ...]


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
        "values": [_value(value, names) for value in entry.values],
        "history": [_status(status, names) for status in entry.history],
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


def _value(value: Value, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "field": value.field,
        "value": value.value,
        "modality": value.modality,
        "attribution": _chains(value.attribution),
        "state": value.state,
        "documents": _names(value.documents, names),
    }


def _status(status: Status, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "status": status.status,
        "as_of": status.as_of,
        "attribution": _chains(status.attribution),
        "documents": _names(status.documents, names),
    }


def _chains(chains: _Chains) -> list[list[dict[str, Any]]]:
    """One list for each claimant, outermost teller first; an empty one for the articles' own voice."""
    return [[{**_participant(link.agent), "verb": link.verb} for link in chain] for chain in chains]


def _names(documents: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    return sorted(names[document] for document in documents)
