"""A map drawn from the base map of the package: paths of an SVG, and circles where things took place."""

import functools
import itertools
import json
import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.mention import Place
from pourparlers.web.lanes import lane_of
from pourparlers.web.render import static_text

#: The width of the drawing; the least extent in degrees; how much wider than high, and higher than wide, it may get.
_WIDTH, _LEAST, _WIDEST, _HIGHEST = 700, 6.0, 2.2, 0.8
_POLE = 75.0
#: How far beyond the drawing countries are drawn, and how near points may lie, in pixels.
_EDGE, _NEAR = 20.0, 1.4
#: How much larger names, and circles, are on phones, which show the drawing at half its width (the style sheet has the same).
_WORDS, _CIRCLES = 1.8, 1.4
#: How many of all events may lie outside the drawing, and how much smaller it must get for each place that is left outside.
_SPARE, _SMALLER = 0.2, 0.85
#: The width of a letter of a name and of the number behind it, and how far apart names stand, in pixels.
_LETTER, _COUNT, _LINE = 7.2, 24.0, 15.0
#: Parts of the period that can be chosen.
MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Spot:
    """A city on the map. events: how many took place there, of the layer and the period. left: its name stands to the left of its circle;
    named: it has room for its name."""

    name: str
    events: int
    x: float
    y: float
    radius: float
    left: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A period. prefix: the year or month as an ISO prefix, "" for all. spots: the cities, the largest first. military: those of military events."""

    prefix: str
    spots: tuple[Spot, ...]
    military: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """width, height: of the drawing. land: one path a country. steps: the whole period, then its parts in their order; small: the same with larger
    names, of which fewer find room, for phones. outside: cities that lie too far off, by name."""

    width: int
    height: int
    land: tuple[str, ...]
    steps: tuple[Step, ...]
    small: tuple[Step, ...]
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """A stretch of Mercator's map. west, north: its corner, in degrees and Mercator's units. scale: pixels a degree."""

    west: float
    north: float
    scale: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.scale, (self.north - _mercator(lat)) * self.scale


@dataclass(frozen=True, slots=True)
class _Room:
    """Where spots are put, and how much larger than usual their words and circles are."""

    frame: _Frame
    words: float = 1.0
    circles: float = 1.0


def draw(entries: Iterable[Entry]) -> Map | None:
    """The map of the cities where events took place, regions and countries left to the table; None when there is no city."""
    told = [entry for entry in entries if entry.kind == "event" and _is_city(entry.place)]
    if not told:
        return None
    counts = Counter(entry.place for entry in told if entry.place is not None)
    inside = _near_together(counts)
    frame = _frame([_point(place) for place in inside])
    told = [entry for entry in told if entry.place in inside]
    prefixes = _parts(sorted(entry.start for entry in told if entry.start is not None))
    found = {prefix: [e for e in told if not prefix or (e.start or "").startswith(prefix)] for prefix in ("", *prefixes)}
    steps, small = (tuple(_step(prefix, part, room) for prefix, part in found.items()) for room in (_Room(frame), _Room(frame, _WORDS, _CIRCLES)))
    outside = tuple(sorted({place.name for place in counts} - {place.name for place in inside}))
    return Map(_WIDTH, round(frame.height), tuple(_land(frame)), steps, small, outside)


def _step(prefix: str, entries: Iterable[Entry], room: _Room) -> Step:
    """The spots of a period. Names of both layers share their room."""
    taken: list[tuple[float, float, float]] = []
    spots, military = (tuple(_spots(some, room, taken)) for some in _layers(entries))
    return Step(prefix, spots, military)


def _near_together(counts: Counter[Place]) -> frozenset[Place]:
    """The places without those few that lie so far off that all others would be drawn on top of one another."""
    told: Counter[tuple[float, float]] = Counter()
    for place, events in counts.items():
        told[_point(place)] += events
    inside, spare = set(told), counts.total() * _SPARE
    kept, left_out, size = frozenset(inside), 0, _extent(inside)
    while len(inside) > 2:
        last = min(_outermost(inside), key=lambda point: (_extent(inside - {point}), point))
        spare -= told[last]
        if spare < 0:
            break
        inside.remove(last)
        left_out += 1
        if _extent(inside) <= size * _SMALLER**left_out:
            kept, left_out, size = frozenset(inside), 0, _extent(inside)
    return frozenset(place for place in counts if _point(place) in kept)


def _outermost(points: Collection[tuple[float, float]]) -> set[tuple[float, float]]:
    """The points without any of which the others might take less room."""
    by_latitude = sorted((y, x) for x, y in points)
    return {min(points), max(points), *((x, y) for y, x in (by_latitude[0], by_latitude[-1]))}


def _extent(points: Collection[tuple[float, float]]) -> float:
    """The longer side of the stretch that holds some points, in degrees."""
    return max(_LEAST, max(x for x, _ in points) - min(x for x, _ in points), max(y for _, y in points) - min(y for _, y in points))


def _point(place: Place) -> tuple[float, float]:
    return place.lon or 0.0, place.lat or 0.0


def _is_city(place: Place | None) -> bool:
    return place is not None and place.precision == "city" and place.lat is not None and place.lon is not None and abs(place.lat) <= _POLE


def _parts(starts: Sequence[str]) -> tuple[str, ...]:
    """The years of the events, or their months when all lie in one year; those of most events where there are many."""
    length = 4 if len({start[:4] for start in starts}) > 1 else 7
    counts = Counter(start[:length] for start in starts if len(start) >= length)
    most = sorted(counts, key=lambda part: (-counts[part], part))[:MOST_STEPS]
    return tuple(sorted(most)) if len(counts) > 1 else ()


def _layers(entries: Iterable[Entry]) -> tuple[Counter[Place], Counter[Place]]:
    """How many events each city has: the military ones apart."""
    layers: tuple[Counter[Place], Counter[Place]] = (Counter(), Counter())
    for entry in entries:
        if entry.place is not None:
            layers[is_military(entry)][entry.place] += 1
    return layers


def is_military(entry: Entry) -> bool:
    """True when an event stands in the military lane of the timeline."""
    lane = lane_of(entry)
    return lane is not None and lane.name == "military"


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
        drawn = "".join(path for path in (_path(part, frame) for ring in rings for part in _parted(ring)) if path)
        if drawn:
            yield drawn


def _parted(ring: tuple[tuple[float, float], ...]) -> Iterator[tuple[tuple[float, float], ...]]:
    """A ring in parts on either side of the date line, which no line may cross from one edge of the map to the other."""
    cuts = [i for i, ((one, _), (other, _)) in enumerate(itertools.pairwise(ring), 1) if abs(one - other) > 180]
    return (ring[first:last] for first, last in itertools.pairwise((0, *cuts, len(ring))))


def _path(ring: tuple[tuple[float, float], ...], frame: _Frame) -> str:
    points = [frame.at(lon, max(-85.0, min(85.0, lat))) for lon, lat in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > _WIDTH or max(ys) < 0 or min(ys) > frame.height or max(max(xs) - min(xs), max(ys) - min(ys)) < 3:
        return ""
    near = ((min(max(x, -_EDGE), _WIDTH + _EDGE), min(max(y, -_EDGE), frame.height + _EDGE)) for x, y in points)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in _thinned((round(x, 1), round(y, 1)) for x, y in near)) + "Z"


def _thinned(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points without those that lie within a pixel of the one before, or between two others on one edge of the drawing."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        if kept and abs(x - kept[-1][0]) + abs(y - kept[-1][1]) < _NEAR:
            continue
        while len(kept) > 1 and (kept[-2][0] == kept[-1][0] == x or kept[-2][1] == kept[-1][1] == y):
            kept.pop()
        kept.append((x, y))
    return kept


def _spots(counts: Counter[Place], room: _Room, taken: list[tuple[float, float, float]]) -> Iterator[Spot]:
    """The spots of a layer, the largest first. taken: where names stand (first, last x; y); those that are placed are added."""
    for place, events in sorted(counts.items(), key=lambda item: (-item[1], item[0].name, item[0].country or "")):
        x, y = room.frame.at(*_point(place))
        radius = (4 + 9 * math.sqrt(events / max(counts.values()))) * room.circles
        width = (len(place.name) * _LETTER + _COUNT) * room.words + radius
        left = x + width > _WIDTH
        begin = x - width if left else x - radius
        free = begin >= 0 and all(abs(y - other) > _LINE * room.words or begin > last or begin + width < first for first, last, other in taken)
        if free:
            taken.append((begin, begin + width, y))
        yield Spot(place.name, events, round(x, 1), round(y, 1), round(radius, 1), left, free)


@functools.cache
def _countries() -> tuple[tuple[tuple[tuple[float, float], ...], ...], ...]:
    """The rings of each country as points of longitude and latitude."""
    return tuple(tuple(tuple(_points(ring)) for ring in rings) for rings in json.loads(static_text("basemap.json")))


def _points(ring: list[int]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 100, y / 100
