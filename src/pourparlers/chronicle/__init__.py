"""Readings, Linked, judgements -> entries: values, status histories, corroboration, as-of.

build(readings, linked, judgements=()) -> tuple[Entry, ...]
"""

from collections.abc import Sequence

from pourparlers.model.chronicle import Entry, Judgement, Linked
from pourparlers.model.claim import Reading


def build(readings: Sequence[Reading], linked: Linked, judgements: Sequence[Judgement] = ()) -> tuple[Entry, ...]:
    """The chronicle: entries sorted by (start, id), those without a start last."""
    return ()
