"""`export --format documents`: each document with its day and family, as known together or (alone=True) from itself."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.codec import to_json
from pourparlers.model.time import Published
from pourparlers.store import View
from pourparlers.views.shown import Shown


def records(view: View, shown: Shown, alone: bool = False) -> Iterator[dict[str, Any]]:
    """One object a document that is shown, sorted by its name."""
    names = shown.names
    for card in sorted(shown.cards.values(), key=lambda c: names[c.document]):
        day = card.alone if alone else card.together
        document = view.document(card.document)
        metadata = document.metadata
        yield {
            "id": names[document.id],
            "published": _published(day),
            "outlet": metadata.outlet,
            "agency": metadata.agency,
            "family": card.family,
            "language": metadata.language,
            "title": metadata.title,
            "text": document.text,
        }


def _published(day: Published) -> dict[str, Any]:
    """best: the first of the candidates, sure only where it stands alone; claims and views say a month where no day stands out."""
    bounds = {name: to_json(getattr(day, name)) for name in ("earliest", "latest", "candidates", "other_years", "reasons")}
    return {"best": day.likeliest, **bounds}
