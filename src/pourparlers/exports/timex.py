"""`export --format timex`: the temporal expressions of each document, at their offsets in the text as it was given."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.text import Document
from pourparlers.model.time import Time
from pourparlers.store import View
from pourparlers.views.shown import Shown


def records(view: View, shown: Shown) -> Iterator[dict[str, Any]]:
    """One object a document that is shown, sorted by its name."""
    for reading in sorted(shown.readings, key=lambda r: shown.names[r.document]):
        document = view.document(reading.document)
        found = (_timex(document, time) for time in reading.dated.times)
        yield {"id": shown.names[document.id], "timex": [timex for timex in found if timex is not None]}


def _timex(document: Document, time: Time) -> dict[str, Any] | None:
    """The expression; None when it could not be aligned with the text as given, of which reading has raised an issue."""
    place = document.alignment.to_capture(time.span)
    if place is None:
        return None
    return {"start": place.start, "end": place.end, "value": time.value, "text": document.quote(time.span)}
