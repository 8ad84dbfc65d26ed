"""All readings together, from nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pourparlers.issues import Issue
from pourparlers.linking.together import Redate, together
from pourparlers.linking.weave import Woven, weave
from pourparlers.model.chronicle import Linked
from pourparlers.model.claim import Claim, Reading, When


class Shelf:
    """Readings in memory, as a library. A reading given twice is one."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {r.document: r for r in readings}

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Nothing is remembered of these readings: any digest will do."""
        return dict.fromkeys(self._readings, "")

    def reading(self, document: str) -> Reading:
        """The reading of a document."""
        return self._readings[document]


def link(readings: Sequence[Reading], redate: Redate) -> Linked:
    """What the readings have in common. Their order changes nothing, nor does a reading given twice.

    redate works out the times of a document again for a day that is better known.
    """
    shelf = Shelf(readings)
    found = linked(weave(shelf, redate))
    return with_days(found, (shelf.reading(d) for d in sorted(shelf.digests)), redate)


def with_days(found: Linked, readings: Iterable[Reading], redate: Redate) -> Linked:
    """What linking found, with the days of the claims of these readings."""
    days: dict[str, When] = {}
    said: dict[str, When] = {}
    for reading in readings:
        if reading.document in found.published:
            _sharpen(reading, together(reading, redate, found.published[reading.document]), days, said)
    return replace(found, days=days, said=said)


def linked(woven: Woven) -> Linked:
    """What linking found, but for the days of claims. The links are those that are new."""
    published = {d: t.records.published for d, t in woven.traces.items() if t.records.published is not None}
    return Linked(
        families={d: t.records.family for d, t in woven.traces.items()},
        published=published,
        clusters=tuple(tuple(members) for members in woven.groups.members()),
        links=tuple(woven.links),
        contradictions=woven.contradictions,
        answers=woven.answers,
        issues=tuple(_crowded(woven)),
    )


def _sharpen(alone: Reading, better: Reading, days: dict[str, When], said: dict[str, When]) -> None:
    """Adds the days of claims that changed."""
    for before, after in zip(alone.claims, better.claims, strict=True):
        if before.said_on != after.said_on:
            said[after.id] = after.said_on
        if day_of(before) != day_of(after):
            days[after.id] = day_of(after)


def day_of(claim: Claim) -> When:
    """The days of what a claim tells of; those of the telling for a statement or a position."""
    found = getattr(claim, "when", None) or getattr(claim, "as_of", None)
    return found if isinstance(found, When) else claim.said_on


def _crowded(woven: Woven) -> Iterable[Issue]:
    for key, number in sorted(woven.crowded.values()):
        message = f"{number} claims share « {key} »: they were not compared for that alone"
        yield Issue("", "linking", "crowded-block", message)
