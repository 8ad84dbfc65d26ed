"""The dossier: captures, documents, readings, people's judgements and the derived chronicle, in one SQLite file."""

from pourparlers.store.dossier import Store
from pourparlers.store.view import View
from pourparlers.store.writer import Writer

__all__ = ["Store", "View", "Writer"]
