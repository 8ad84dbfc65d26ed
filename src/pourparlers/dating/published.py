"""The document's own day."""

from collections.abc import Sequence

from pourparlers.dating.hang import Tied
from pourparlers.model.text import Document
from pourparlers.model.time import Published


def published_day(document: Document, tied: Sequence[Tied]) -> Published:
    """What is known of the document's day."""
    for clue in document.clues:
        day = clue.value[:10]
        return Published(day, day, day, (day,), ())
    return Published()
