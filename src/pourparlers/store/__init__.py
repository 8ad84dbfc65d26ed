"""The dossier: captures, documents, readings, people's judgements and the derived chronicle, in one SQLite file or on a PostgreSQL server."""

from pourparlers.store.dossier import Store
from pourparlers.store.place import Place
from pourparlers.store.view import View
from pourparlers.store.writer import Writer

__all__ = ["Place", "Store", "View", "Writer"]
