"""A dossier to decide about: three articles, two of which tell one meeting, which rules hold for one."""

from pathlib import Path

from made import HORIZON, article, event
from pourparlers.derivation import derive_chronicle
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Reading
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Capture, Document, Metadata, Segment, Span
from pourparlers.store import Store
from pourparlers.version import reading_version

BOTH = ["Valdor", "Morénie"]
READINGS = (
    article("a", "2031-05-14", event("meeting", "les délégations se sont vues mardi", "2031-05-13", BOTH)),
    article("b", "2031-05-15", event("meeting", "la rencontre de mardi des délégations à Orle", "2031-05-13", BOTH, place="Orle")),
    article("c", "2031-05-16", event("attack", "des tirs ont retenti au port", "2031-05-12", ["Morénie"])),
)
MEETING, AGAIN, SHOTS = (reading.events[0].id for reading in READINGS)


def make(path: Path) -> Path:
    """The dossier, in a new file."""
    store = Store.create(path)
    with store.writer() as writer:
        writer.settle(reading_version())
        for reading in READINGS:
            writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
            writer.outcome(Outcome(reading.document, reading_version(), _document(reading), reading, ()))
    derive_chronicle(store)
    return path


def _document(reading: Reading) -> Document:
    text = f"{reading.events[0].evidence.quote}. La suite est connue."
    whole = Span(0, len(text))
    return Document(reading.document, reading.name, text, Alignment((Segment(whole, whole),)), reading.metadata, HORIZON)


def chronicle(path: Path) -> tuple[Entry, ...]:
    """The entries of the dossier now."""
    store = Store.open(path)
    derive_chronicle(store)
    with store.view() as view:
        return tuple(view.entries())


def groups(path: Path) -> list[list[str]]:
    """The articles behind each entry, by name."""
    names = {reading.events[0].id: reading.name for reading in READINGS}
    return sorted(sorted(names[claim] for claim in entry.members) for entry in chronicle(path))
