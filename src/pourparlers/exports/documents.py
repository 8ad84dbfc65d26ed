"""`export --format documents`: each document with its day and family, as known together or (alone=True) from itself."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.codec import to_json
from pourparlers.model.time import Published
from pourparlers.store import Together, View
from pourparlers.views.names import settled_names


def records(view: View, alone: bool = False) -> Iterator[dict[str, Any]]:
    """One object a document, sorted by its name."""
    names = settled_names(view)
    published = {reading.document: reading.dated.published for reading in view.readings()}
    together = view.together()
    for document in sorted(view.documents(), key=lambda d: names[d.id]):
        other = together.get(document.id, Together(None, None))
        own = published.get(document.id, Published())
        day = own if alone or other.published is None else other.published
        metadata = document.metadata
        yield {
            "id": names[document.id],
            "published": {name: to_json(getattr(day, name)) for name in ("best", "earliest", "latest", "candidates", "reasons")},
            "outlet": metadata.outlet,
            "agency": metadata.agency,
            "family": other.family or document.id,
            "language": metadata.language,
            "title": metadata.title,
            "text": document.text,
        }
