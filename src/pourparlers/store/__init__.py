"""The dossier: captures, documents, readings, people's judgements and the derived chronicle, in one SQLite file or on a PostgreSQL server.

Store.open(place) -> Store, which gives a Writer or a View

dossier            the dossier, whatever holds it; place: a file or an address; base: what is asked of whatever holds it
sqlite, postgres   what holds it; dialects: the SQL in which they differ; failures: what a server complains of, in words
tables             its tables; writer, view: what is written to them and read from them; search: words in the documents
"""

from pourparlers.store.dossier import Store
from pourparlers.store.place import Place
from pourparlers.store.view import View
from pourparlers.store.writer import Writer

__all__ = ["Place", "Store", "View", "Writer"]
