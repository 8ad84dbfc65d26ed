"""A dossier of as many entries as wanted, for lists that have pages and for measures."""

import datetime
from dataclasses import replace
from pathlib import Path

import tiny
from pourparlers.model.chronicle import Entry, Status
from pourparlers.model.claim import Event
from pourparlers.model.outcome import Outcome
from pourparlers.store import Store
from pourparlers.version import chronicle_version, reading_version

_TYPES = ("meeting", "attack", "agreement", "corridor", "proposal", "exchange")
_FIRST = datetime.date(2028, 1, 3).toordinal()


def entries(count: int) -> tuple[Entry, ...]:
    """Entries of all lanes over four years, in the order of their days."""
    event = next(claim for reading in tiny.readings() for claim in reading.claims if claim.id == "event-1a")
    assert isinstance(event, Event)
    found = []
    for i in range(count):
        day = datetime.date.fromordinal(_FIRST + i * 1400 // count).isoformat()
        type_, party = _TYPES[i % len(_TYPES)], (tiny.VALDOR, tiny.MORENIE)[i % 2]
        told = (Status("occurred", day, ((),), (event.evidence.document,)),)
        found.append(
            Entry(
                f"event-m{i:05}",
                "event",
                type_,
                "occurred",
                (f"event-m{i:05}",),
                None,
                day,
                day,
                tiny.PORT,
                (party,),
                summary=f"{party.name}, fait numéro {i}",
                history=told,
                documents=(event.evidence.document,),
                evidence=(event.evidence,),
            )
        )
    return tuple(found)


def make(path: Path, count: int) -> Path:
    """The dossier, in a new file."""
    store = Store.create(path)
    made = entries(count)
    south = next(reading for reading in tiny.readings() if reading.name == "sud.txt")
    events = tuple(replace(south.events[0], id=entry.id, type=entry.type) for entry in made)
    with store.writer() as writer:
        for name in tiny.TEXTS:
            writer.capture(tiny.capture(name))
        writer.settle(reading_version())
        for reading in tiny.readings():
            kept = replace(reading, events=events) if reading is south or reading.name == "sud.txt" else reading
            writer.outcome(Outcome(reading.document, reading.version, tiny.document(reading.name), kept, ()))
    with store.view() as view:
        state = view.state(chronicle_version())
    with store.writer() as writer:
        writer.chronicle(tiny.renewal(made, (), tiny.cards()), "made", state)
    return path
