"""A dossier whose every text is an attack: on pages, on terminals, on spreadsheets, on readers."""

from dataclasses import replace
from pathlib import Path

import tiny
from pourparlers.model.chronicle import Card, Entry
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.mention import Actor, Place
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Document, Metadata, Segment, Span
from pourparlers.store import Store
from pourparlers.version import chronicle_version, reading_version

MARKUP = """<script>window.pwned=1</script><img src=x onerror="window.pwned=1"><svg onload=window.pwned=1></svg>"'></title></style></textarea>"""
TURNED = "\u202egnorw\u202c \u2066x\u2069 \x1b[31mred\x07 \u200bz"
FORMULA = "=cmd|'/C calc'!A0"
TEMPLATE = "{{ 7*7 }} {% raw %} ${7*7}"
ALL = f"{MARKUP} {TURNED} {FORMULA} {TEMPLATE}"
ADDRESS = "javascript:window.pwned=1"

_METADATA = Metadata(outlet=f"Outlet {ALL}", title=f"Title {ALL}", url=ADDRESS, agency=ALL)
AGENT = Agent(f"Agent {ALL}", "actor-x", f"role {ALL}", f"Side {ALL}")
_ACTOR = Actor("actor-x", AGENT.name, "person", (f"role {ALL}",), f"Side {ALL}")


def _entry(entry: Entry) -> Entry:
    place = None if entry.place is None else Place(f"Place {ALL}", entry.place.lat, entry.place.lon, "XX", "city")
    return replace(entry, summary=f"Summary {ALL}", participants=(AGENT, *entry.participants), place=place)


def _reading(reading: Reading) -> Reading:
    statements = tuple(replace(s, speaker=AGENT) for s in reading.statements)
    positions = tuple(replace(p, party=AGENT) for p in reading.positions)
    figures = tuple(replace(f, what=ALL) for f in reading.figures)
    return replace(reading, actors=(*reading.actors, _ACTOR), statements=statements, positions=positions, figures=figures, metadata=_METADATA)


def _document(document: Document) -> Document:
    text = f"{document.text}\n{ALL}"
    whole = Span(0, len(text))
    return replace(document, text=text, metadata=_METADATA, alignment=Alignment((Segment(whole, whole),)))


def _card(card: Card) -> Card:
    return replace(card, metadata=_METADATA)


def make(path: Path) -> Path:
    """The dossier, in a new file."""
    store = Store.create(path)
    readings = [_reading(reading) for reading in tiny.readings()]
    with store.writer() as writer:
        for name in tiny.TEXTS:
            writer.capture(replace(tiny.capture(name), name=f"{name} {ALL}"))
        writer.settle(reading_version())
        for reading in readings:
            writer.outcome(Outcome(reading.document, reading.version, _document(tiny.document(reading.name)), reading, reading.issues))
    with store.view() as view:
        state = view.state(chronicle_version())
    with store.writer() as writer:
        writer.meta("title", f"Dossier {ALL}")
        writer.chronicle(tiny.renewal(map(_entry, tiny.entries()), (), map(_card, tiny.cards())), "made", state)
    return path
