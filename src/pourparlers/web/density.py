"""How many entries each day, week, month or year holds: a strip of bars on which a period is chosen."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pourparlers.model.calendar import prefix_days
from pourparlers.web.scene import Item
from pourparlers.web.timeline import dense

#: The units of a bar, each with the days up to which there are not too many of it.
_UNITS = (("day", 70), ("week", 500), ("month", 2500), ("year", 75_000))
#: Days of each unit at most.
_LONGEST = {"day": 1, "week": 7, "month": 31, "year": 366}
#: Heights of a bar that is not empty.
_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """since, until: its first and last day, as ISO days. level: how high it is, from 0 to 8. chosen: it lies in the period."""

    since: str
    until: str
    level: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Density:
    """unit: of a bar, "day", "week", "month" or "year". begin, end: the bars [begin, end) lie in the period that is wanted."""

    unit: str
    bars: tuple[Bar, ...]
    begin: int
    end: int


def density(items: Sequence[Item], since: str | None, until: str | None) -> Density | None:
    """The bars of the items that have a day, of the stretch that holds most of them where others lie far off; None when fewer than two bars would
    stand. since, until: the period that is wanted, as ISO prefixes."""
    days = sorted(item.day for item in items if item.day is not None)
    if not days:
        return None
    first, last = dense(days) or (days[0], days[-1])
    unit = next((unit for unit, most in _UNITS if last - first <= most), None)
    if unit is None:
        return None
    starts = list(_starts(max(first, days[0]), min(last, days[-1]), unit))
    if len(starts) < 3:  # the last one only ends the bar before it
        return None
    counts = _counts(days, starts)
    wanted = _span(since, until)
    chosen = [wanted[0] < end and begin <= wanted[1] for begin, end in pairwise(starts)]
    most = max(counts)
    bars = tuple(Bar(_iso(starts[i]), _iso(starts[i + 1] - 1), -(-_LEVELS * count // most), chosen[i]) for i, count in enumerate(counts))
    begin = chosen.index(True) if True in chosen else 0
    return Density(unit, bars, begin, begin + sum(chosen) if True in chosen else len(bars))


def _starts(first: int, last: int, unit: str) -> Iterator[int]:
    """The first days of the bars from `first` to `last`, and of the one behind them."""
    at = _begin(first, unit)
    while at <= last:
        yield at
        at = _begin(min(at + _LONGEST[unit], datetime.date.max.toordinal()), unit) if at < _begin(datetime.date.max.toordinal(), unit) else last + 1
    yield at


def _begin(ordinal: int, unit: str) -> int:
    """The first day of the week, month or year of a day."""
    day = datetime.date.fromordinal(ordinal)
    if unit == "week":
        return ordinal - day.weekday()
    return ordinal if unit == "day" else day.replace(day=1).toordinal() if unit == "month" else day.replace(month=1, day=1).toordinal()


def _counts(days: Sequence[int], starts: Sequence[int]) -> list[int]:
    """How many of the days, in order, lie in each bar."""
    found, at = Counter[int](), 0
    for day in days:
        while at < len(starts) - 1 and starts[at + 1] <= day:
            at += 1
        if starts[0] <= day < starts[-1]:
            found[at] += 1
    return [found[i] for i in range(len(starts) - 1)]


def _span(since: str | None, until: str | None) -> tuple[float, float]:
    begin = None if since is None else prefix_days(since)
    end = None if until is None else prefix_days(until)
    return float("-inf") if begin is None else begin.first, float("inf") if end is None else end.last


def _iso(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat()
