"""The places of the events, and what happened there."""

from collections import Counter
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.mention import Place
from pourparlers.views.days import french_span
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place. kinds: what happened there, the most frequent first. first, last: ISO prefixes of the first and last day told."""

    name: str
    country: str | None
    precision: str
    precision_label: str
    lat: float | None
    lon: float | None
    events: int
    kinds: tuple[str, ...]
    days: str
    first: str | None
    last: str | None


def places(shown: Shown) -> list[PlaceRow]:
    """The places, those of most events first."""
    found: dict[Place, list[Entry]] = {}
    for entry in shown.entries("event"):
        if entry.place is not None:
            found.setdefault(entry.place, []).append(entry)
    return sorted((_row(place, entries) for place, entries in found.items()), key=lambda r: (-r.events, r.name, r.country or "", r.precision))


def _row(place: Place, entries: list[Entry]) -> PlaceRow:
    starts = sorted(entry.start for entry in entries if entry.start is not None)
    kinds = Counter(label("topic", entry.type) for entry in entries)
    first, last = (starts[0], starts[-1]) if starts else (None, None)
    return PlaceRow(
        name=place.name,
        country=place.country,
        precision=place.precision,
        precision_label=label("precision", place.precision),
        lat=place.lat,
        lon=place.lon,
        events=len(entries),
        kinds=tuple(kind for kind, _ in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        days=french_span(first, last),
        first=first,
        last=last,
    )
