"""Readings -> Linked: families of reprints, the same thing in several articles, days sharpened together, contradictions, answers.

link(readings, redate) -> Linked
"""

from collections.abc import Callable, Sequence

from pourparlers.model.chronicle import Linked
from pourparlers.model.claim import Reading
from pourparlers.model.time import Dated, Published


def link(readings: Sequence[Reading], redate: Callable[[Dated, Published], Dated]) -> Linked:
    """What the readings have in common. The order of the readings changes nothing."""
    return Linked(clusters=tuple(sorted((c.id,) for r in readings for c in r.claims)))
