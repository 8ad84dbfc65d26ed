"""`export --format timex`: the temporal expressions of each document, at their offsets in the text as it was given."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.text import Document
from pourparlers.model.time import Time
from pourparlers.store import View
from pourparlers.views.names import settled_names


def records(view: View) -> Iterator[dict[str, Any]]:
    """One object a document, sorted by its name."""
    names = settled_names(view)
    times = {reading.document: reading.dated.times for reading in view.readings()}
    for document in sorted(view.documents(), key=lambda d: names[d.id]):
        found = (_timex(document, time) for time in times.get(document.id, ()))
        yield {"id": names[document.id], "timex": [timex for timex in found if timex is not None]}


def _timex(document: Document, time: Time) -> dict[str, Any] | None:
    """The expression; None when it could not be aligned with the text as given, of which reading has raised an issue."""
    place = document.alignment.to_capture(time.span)
    if place is None:
        return None
    return {"start": place.start, "end": place.end, "value": time.value, "text": document.quote(time.span)}
