"""The positions of two parties on each issue through time, as steps of a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pourparlers.views.positions import PositionRow
from pourparlers.web.days import first_day
from pourparlers.web.parties import Parties

#: How favourable a stance is to what it is about: 0 against, 1 on conditions, 2 for.
LEVELS = {"rejects": 0, "conditions": 1, "demands": 2, "offers": 2, "accepts": 2}
#: One in so many at either end may be drawn at the edge, where the others take less than one part in so many of the time.
_FAR, _NARROW = 20, 4
_WIDTH, _HEIGHT, _MARGIN = 600, 46, 6
#: Of more positions than these only the changes are steps, and only the last of those have a mark.
_POINTS = 60
#: Months from one rule of the strips to the next, the first of these of which there are not too many.
_MONTHS, _MOST_TICKS = (1, 3, 6, 12, 24, 60, 120, 240, 600), 7


@dataclass(frozen=True, slots=True)
class Point:
    """A step: a position, where it stands on the strip. told: only the day of its article is known."""

    row: PositionRow
    x: float
    y: float
    told: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The steps of a party. path: of an SVG of 600 by 46. last: the latest position, dated or not."""

    key: str
    path: str
    points: tuple[Point, ...]
    last: PositionRow


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month, as an ISO prefix: that of its year where it is January. x: where it stands on the strips."""

    x: float
    prefix: str


@dataclass(frozen=True, slots=True)
class Strip:
    """An issue with the lines of the parties, and all positions on it."""

    issue: str
    lines: tuple[Line, ...]
    rows: tuple[PositionRow, ...]


def strips(rows: Iterable[PositionRow], parties: Parties, told: Mapping[str, str | None]) -> list[Strip]:
    """The issues, those of most positions first. told: the day of each position's article, by its id."""
    by_issue: dict[str, list[PositionRow]] = {}
    for row in rows:
        by_issue.setdefault(row.issue, []).append(row)
    days = {row.id: first_day(row.said_on or told.get(row.id) or "") for found in by_issue.values() for row in found}
    scale = _Scale(days, *_window(day for day in days.values() if day is not None))
    ordered = sorted(by_issue.items(), key=lambda item: (item[0] == "other", -len(item[1]), item[0]))
    return [Strip(issue, _lines(found, parties, scale), tuple(found)) for issue, found in ordered]


def years(rows: Iterable[PositionRow], told: Mapping[str, str | None]) -> tuple[int, int, bool] | None:
    """The first and last year that the strips show, and whether positions lie outside; None when none has a day."""
    days = _days(rows, told)
    if not days:
        return None
    first, last = _window(days)
    return date.fromordinal(first).year, date.fromordinal(last - 1).year, first > min(days) or last <= max(days)


def axis(rows: Iterable[PositionRow], told: Mapping[str, str | None]) -> list[Tick]:
    """The years, or months, at which the strips are ruled, as many as find room; none where no position has a day."""
    days = _days(rows, told)
    if not days:
        return []
    first, last = _window(days)
    begin, end = date.fromordinal(first), date.fromordinal(last - 1)
    months = range(begin.year * 12 + begin.month, end.year * 12 + end.month)  # the first of each, counted from year 0
    every = next((step for step in _MONTHS if len(months) <= step * _MOST_TICKS), _MONTHS[-1])
    starts = [date(month // 12, month % 12 + 1, 1) for month in months if month % every == 0]
    return [Tick(_x(day.toordinal(), first, last), day.isoformat()[: 4 if day.month == 1 else 7]) for day in starts]


def _days(rows: Iterable[PositionRow], told: Mapping[str, str | None]) -> list[int]:
    """The days of the positions that have one, else of their articles."""
    return [day for day in (first_day(row.said_on or told.get(row.id) or "") for row in rows) if day is not None]


def _x(day: int, first: int, last: int) -> float:
    return round(_MARGIN + (day - first) / max(1, last - first) * (_WIDTH - 2 * _MARGIN), 1)


def _window(days: Iterable[int]) -> tuple[int, int]:
    """The days from which and before which positions are drawn to scale: most of them, where a few lie far off."""
    ordered = sorted(days)
    if not ordered:
        return 0, 1
    left_out = len(ordered) // _FAR
    first, last = ordered[left_out], ordered[len(ordered) - 1 - left_out]
    whole = ordered[-1] - ordered[0]
    return (first, last + 1) if (last - first + 1) * _NARROW < whole else (ordered[0], ordered[-1] + 1)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The day of each position, and the first and last of all."""

    days: Mapping[str, int | None]
    first: int
    last: int

    def at(self, row: PositionRow) -> float | None:
        day = self.days[row.id]
        if day is not None:
            day = min(max(day, self.first), self.last)
        return None if day is None else _x(day, self.first, self.last)


def _lines(rows: Sequence[PositionRow], parties: Parties, scale: _Scale) -> tuple[Line, ...]:
    return tuple(_line(key, own, scale) for key in parties.keys[:-1] if (own := [row for row in rows if parties.key(_side(row)) == key]))


def _side(row: PositionRow) -> str:
    return row.side or row.party


def _line(key: str, rows: Sequence[PositionRow], scale: _Scale) -> Line:
    points = []
    for row in sorted(rows, key=lambda r: (scale.days[r.id] or 0, r.id)):
        x = scale.at(row)
        if x is not None and row.stance in LEVELS:
            shift = 1.5 if key == "b" else -1.5
            y = _HEIGHT - _MARGIN - LEVELS[row.stance] * (_HEIGHT - 2 * _MARGIN) / 2 + shift
            points.append(Point(row, x, y, row.said_on is None))
    steps = [point for i, point in enumerate(points) if len(points) <= _POINTS or i == 0 or point.y != points[i - 1].y]
    path = ""
    for i, point in enumerate(steps):
        path += f"M{point.x:g} {point.y:g}" if i == 0 else f"H{point.x:g}V{point.y:g}"
    latest = max(rows, key=lambda r: (scale.days[r.id] or 0, r.id))
    return Line(key, f"{path}H{_WIDTH - _MARGIN}" if points else "", tuple(steps[-_POINTS:]), latest)
