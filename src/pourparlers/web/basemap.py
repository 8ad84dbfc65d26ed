"""A map drawn from the base map of the package: paths of an SVG, and circles where things took place."""

import functools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.views.places import PlaceRow
from pourparlers.web.render import static_text

#: The width of the drawing; the least extent in degrees; how much wider than high, and higher than wide, it may get.
_WIDTH, _LEAST, _WIDEST, _HIGHEST = 700, 6.0, 2.2, 0.8
_POLE = 75.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map. left: its name stands to the left of its circle; named: it has room for its name."""

    place: PlaceRow
    x: float
    y: float
    radius: float
    left: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Map:
    """width, height: of the drawing. land: one path a country. spots: the largest first."""

    width: int
    height: int
    land: tuple[str, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A stretch of Mercator's map. west, north: its corner, in degrees and Mercator's units. scale: pixels a degree."""

    west: float
    north: float
    scale: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.scale, (self.north - _mercator(lat)) * self.scale


def draw(places: Sequence[PlaceRow]) -> Map | None:
    """The map of the cities among some places, regions and countries left to the table; None when there is no city."""
    known = [place for place in places if place.precision == "city" and place.lat is not None and place.lon is not None and abs(place.lat) <= _POLE]
    if not known:
        return None
    frame = _frame([(place.lon or 0.0, place.lat or 0.0) for place in known])
    return Map(_WIDTH, round(frame.height), tuple(_land(frame)), tuple(_spots(known, frame)))


def _mercator(lat: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def _frame(points: list[tuple[float, float]]) -> _Frame:
    xs, ys = [x for x, _ in points], [_mercator(y) for _, y in points]
    width, height = max(_LEAST, (max(xs) - min(xs)) * 1.3), max(_LEAST * 0.6, (max(ys) - min(ys)) * 1.3)
    width, height = max(width, height * _HIGHEST), max(height, width / _WIDEST)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    scale = _WIDTH / width
    return _Frame(x - width / 2, y + height / 2, scale, height * scale)


def _land(frame: _Frame) -> Iterator[str]:
    """The paths of the countries that may be seen."""
    for rings in _countries():
        drawn = "".join(path for path in (_path(ring, frame) for ring in rings) if path)
        if drawn:
            yield drawn


def _path(ring: tuple[tuple[float, float], ...], frame: _Frame) -> str:
    points = [frame.at(lon, max(-85.0, min(85.0, lat))) for lon, lat in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > _WIDTH or max(ys) < 0 or min(ys) > frame.height or max(max(xs) - min(xs), max(ys) - min(ys)) < 3:
        return ""
    near = [(min(max(x, -_WIDTH), 2 * _WIDTH), min(max(y, -frame.height), 2 * frame.height)) for x, y in points]
    whole = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in near))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in whole) + "Z"


def _spots(places: list[PlaceRow], frame: _Frame) -> Iterator[Spot]:
    taken: list[tuple[float, float, float]] = []
    most = max(place.events for place in places)
    for place in sorted(places, key=lambda p: (-p.events, p.name)):
        x, y = frame.at(place.lon or 0.0, place.lat or 0.0)
        radius = 4 + 9 * math.sqrt(place.events / most)
        width = len(place.name) * 7.2 + radius + 24
        left = x + width > _WIDTH
        begin = x - width if left else x - radius
        free = all(abs(y - other) > 15 or begin > last or begin + width < first for first, last, other in taken)
        if free:
            taken.append((begin, begin + width, y))
        yield Spot(place, round(x, 1), round(y, 1), round(radius, 1), left, free)


@functools.cache
def _countries() -> tuple[tuple[tuple[tuple[float, float], ...], ...], ...]:
    """The rings of each country as points of longitude and latitude."""
    return tuple(tuple(tuple(_points(ring)) for ring in rings) for rings in json.loads(static_text("basemap.json")))


def _points(ring: list[int]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 100, y / 100
