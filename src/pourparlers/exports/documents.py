"""`export --format documents`: each document with its day and family, as known together or (alone=True) from itself."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.codec import to_json
from pourparlers.store import View
from pourparlers.views.names import settled_names


def records(view: View, alone: bool = False) -> Iterator[dict[str, Any]]:
    """One object a document, sorted by its name."""
    names = settled_names(view)
    cards = view.cards()
    for document in sorted(view.documents(), key=lambda d: names[d.id]):
        card = cards[document.id]
        day = card.alone if alone else card.together
        metadata = document.metadata
        yield {
            "id": names[document.id],
            "published": {name: to_json(getattr(day, name)) for name in ("best", "earliest", "latest", "candidates", "reasons")},
            "outlet": metadata.outlet,
            "agency": metadata.agency,
            "family": card.family,
            "language": metadata.language,
            "title": metadata.title,
            "text": document.text,
        }
