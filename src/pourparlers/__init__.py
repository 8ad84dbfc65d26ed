"""Pourparlers reads news articles on a peace process and rebuilds it as a chronicle.

    from pourparlers import Options, Store, read_into

    store = Store.create("dossier.db")
    read_into(store, ["articles/"], Options(horizon="2026-01-31"))
    with store.view() as view:
        for entry in view.entries("event"):
            print(entry.start, entry.summary)

Or, for one article at a time: `capture` it, `read` it, and `derive` entries from readings.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pourparlers.errors import DossierError, PourparlersError, SourceError
    from pourparlers.issues import Issue
    from pourparlers.model.chronicle import Entry
    from pourparlers.model.claim import Reading
    from pourparlers.model.text import Capture, Document
    from pourparlers.pipeline import derive, read
    from pourparlers.reading import Options, read_into
    from pourparlers.sources import capture
    from pourparlers.store import Store

__version__ = "0.1.0"

#: Where each name is defined. It is imported when it is asked for, so that importing the package costs nothing.
_HOMES = {
    "Capture": "model.text",
    "Document": "model.text",
    "DossierError": "errors",
    "Entry": "model.chronicle",
    "Issue": "issues",
    "Options": "reading",
    "PourparlersError": "errors",
    "Reading": "model.claim",
    "SourceError": "errors",
    "Store": "store",
    "capture": "sources",
    "derive": "pipeline",
    "read": "pipeline",
    "read_into": "reading",
}

__all__ = [
    "Capture",
    "Document",
    "DossierError",
    "Entry",
    "Issue",
    "Options",
    "PourparlersError",
    "Reading",
    "SourceError",
    "Store",
    "capture",
    "derive",
    "read",
    "read_into",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
