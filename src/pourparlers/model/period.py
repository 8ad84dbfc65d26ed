"""Stretches of days between two ISO prefixes, as numbers that can be compared."""

import calendar
import datetime
from dataclasses import dataclass

#: Days before and after all days: an end that is open.
BEFORE, AFTER = 0, 10**7


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """All days from `first` to `last`, as proleptic Gregorian ordinals (1 is 0001-01-01)."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def overlaps(self, other: "Range", slack: int = 0) -> bool:
        """True when the two share a day, or come within `slack` days of it."""
        return self.first <= other.last + slack and other.first <= self.last + slack

    def covers(self, other: "Range") -> bool:
        """True when the other lies inside this one."""
        return self.first <= other.first and other.last <= self.last


def prefix_range(prefix: str) -> Range | None:
    """The days that an ISO prefix stands for: "2022-03" -> all of March. None for what is no such prefix or no day of any calendar."""
    parts = prefix[:10].split("-")
    if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3:
        return None
    year, month, day = (int(parts[i]) if i < len(parts) else None for i in range(3))
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return Range(first.toordinal(), first.toordinal())
    last_month = month or 12
    last = first.replace(month=last_month, day=calendar.monthrange(first.year, last_month)[1])
    return Range(first.toordinal(), last.toordinal())


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something began and ended, each as a range of possible days. begin: None when unknown; end: None when open or unknown."""

    begin: Range | None
    end: Range | None

    @property
    def hull(self) -> Range:
        """The least range that surely holds it, open where begin or end is unknown."""
        first = BEFORE if self.begin is None else self.begin.first
        last = AFTER if self.end is None else self.end.last
        return Range(first, max(first, last))

    @property
    def day(self) -> int | None:
        """Its one day, when it is one day and that day is known."""
        if self.begin is None or self.end is None or self.begin != self.end or len(self.begin) > 1:
            return None
        return self.begin.first


def stretch(start: str | None, end: str | None) -> Stretch | None:
    """The stretch between two ISO prefixes; None when neither tells a day."""
    begin = None if start is None else prefix_range(start)
    finish = None if end is None else prefix_range(end)
    return None if begin is None and finish is None else Stretch(begin, finish)


def iso(day: int) -> str:
    """A day number as an ISO day."""
    return datetime.date.fromordinal(day).isoformat()
