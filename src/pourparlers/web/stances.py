"""The positions of two parties on each issue through time, as steps of a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparlers.views.positions import PositionRow
from pourparlers.web.days import first_day
from pourparlers.web.parties import Parties

#: How favourable a stance is to what it is about: 0 against, 1 on conditions, 2 for.
LEVELS = {"rejects": 0, "conditions": 1, "demands": 2, "offers": 2, "accepts": 2}
_WIDTH, _HEIGHT, _MARGIN = 600, 46, 6


@dataclass(frozen=True, slots=True)
class Point:
    """A step: a position, where it stands on the strip."""

    row: PositionRow
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """The steps of a party. path: of an SVG of 600 by 46. last: the latest position, dated or not."""

    key: str
    path: str
    points: tuple[Point, ...]
    last: PositionRow


@dataclass(frozen=True, slots=True)
class Strip:
    """An issue with the lines of the parties, and all positions on it."""

    issue: str
    lines: tuple[Line, ...]
    rows: tuple[PositionRow, ...]


def strips(rows: Iterable[PositionRow], parties: Parties) -> list[Strip]:
    """The issues, those of most positions first."""
    by_issue: dict[str, list[PositionRow]] = {}
    for row in rows:
        by_issue.setdefault(row.issue, []).append(row)
    extent = _extent([row for found in by_issue.values() for row in found])
    ordered = sorted(by_issue.items(), key=lambda item: (item[0] == "other", -len(item[1]), item[0]))
    return [Strip(issue, _lines(found, parties, extent), tuple(found)) for issue, found in ordered]


def years(rows: Iterable[PositionRow]) -> tuple[int, int] | None:
    """The first and last year of the positions; None when none has a day."""
    days = sorted(row.said_on for row in rows if row.said_on is not None)
    return (int(days[0][:4]), int(days[-1][:4])) if days else None


def _extent(rows: Sequence[PositionRow]) -> tuple[int, int]:
    days = [found for row in rows if row.said_on is not None and (found := first_day(row.said_on)) is not None]
    return (min(days), max(days) + 1) if days else (0, 1)


def _lines(rows: Sequence[PositionRow], parties: Parties, extent: tuple[int, int]) -> tuple[Line, ...]:
    return tuple(_line(key, own, extent) for key in parties.keys[:-1] if (own := [row for row in rows if _side(row) == parties.name(key)]))


def _side(row: PositionRow) -> str:
    return row.side or row.party


def _line(key: str, rows: Sequence[PositionRow], extent: tuple[int, int]) -> Line:
    first, last = extent
    points = []
    for row in sorted(rows, key=lambda r: (r.said_on or "", r.id)):
        day = None if row.said_on is None else first_day(row.said_on)
        if day is not None and row.stance in LEVELS:
            shift = 1.5 if key == "b" else -1.5
            y = _HEIGHT - _MARGIN - LEVELS[row.stance] * (_HEIGHT - 2 * _MARGIN) / 2 + shift
            points.append(Point(row, round(_MARGIN + (day - first) / max(1, last - first) * (_WIDTH - 2 * _MARGIN), 1), y))
    path = ""
    for i, point in enumerate(points):
        path += f"M{point.x:g} {point.y:g}" if i == 0 else f"H{point.x:g}V{point.y:g}"
    latest = max(rows, key=lambda r: (r.said_on or "", r.id))
    return Line(key, f"{path}H{_WIDTH - _MARGIN}" if points else "", tuple(points), latest)
