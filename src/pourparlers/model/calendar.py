"""Days as numbers, spans and sets of days. The proleptic Gregorian calendar; no clock, no locale.

A day is its ordinal (1 is the first of January of year 1), as `datetime.date.toordinal` counts. A span of days is a pair of ordinals; a set of days
is an integer whose bit i stands for day ORIGIN + i, so that a hundred years of days intersect in a microsecond.
"""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

#: The months of the year in French.
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
#: The first day that a set of days can hold. Documents are not older.
ORIGIN = date(1900, 1, 1).toordinal()

_LAST_ORDINAL = date.max.toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from `first` to `last`, both included, as ordinals."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def shift(self, days: int) -> "Days":
        """The span moved by a number of days."""
        return Days(self.first + days, self.last + days)


def day(year: int, month: int, number: int) -> int | None:
    """The ordinal of a day of the calendar; None when there is no such day (30 February)."""
    try:
        return date(year, month, number).toordinal()
    except (ValueError, OverflowError):
        return None


def iso(ordinal: int) -> str:
    """A day as "2022-03-03"."""
    return date.fromordinal(ordinal).isoformat()


def weekday(ordinal: int) -> int:
    """1 for a Monday, 7 for a Sunday."""
    return (ordinal - 1) % 7 + 1


def month_days(year: int, month: int) -> Days | None:
    """All days of a month; None outside years 1 to 9999. Months beyond 12, or below 1, run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    first = date(year, month, 1).toordinal()
    return Days(first, first + calendar.monthrange(year, month)[1] - 1)


def year_days(year: int, years: int = 1) -> Days | None:
    """All days of a year, or of several from that one; None outside years 1 to 9999."""
    if not 1 <= year <= year + years - 1 <= 9999:
        return None
    return Days(date(year, 1, 1).toordinal(), date(year + years - 1, 12, 31).toordinal())


def week_days(ordinal: int) -> Days:
    """The week, Monday to Sunday, that holds a day."""
    first = ordinal - weekday(ordinal) + 1
    return Days(first, first + 6)


def year_month(ordinal: int) -> tuple[int, int]:
    """The year and the month of a day."""
    found = date.fromordinal(ordinal)
    return found.year, found.month


def in_range(days: Days) -> bool:
    """True when both ends are days of the calendar (years 1 to 9999)."""
    return days.first >= 1 and days.last <= _LAST_ORDINAL


def prefix_days(prefix: str) -> Days | None:
    """The days of an ISO prefix ("2022", "2022-03", "2022-03-03", or a date-time); None when it is none, or names a day that does not exist."""
    parts = prefix[:10].split("-")
    if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4 or any(len(part) != 2 for part in parts[1:]):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return year_days(numbers[0])
    if len(numbers) == 2:
        return month_days(*numbers) if 1 <= numbers[1] <= 12 else None
    found = day(*numbers) if len(numbers) == 3 else None
    return None if found is None else Days(found, found)


def holding_prefix(days: Days) -> str | None:
    """The longest ISO prefix that surely holds all the days: a day, a month, a year; None when they lie in two years."""
    first, last = iso(days.first), iso(days.last)
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return None


@cache
def easter(year: int) -> int:
    """The ordinal of Easter Sunday in the Gregorian calendar (Butcher's rule)."""
    golden, century = year % 19, year // 100
    century_leaps, century_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century_leaps - moon + 15) % 30
    leaps, rest = divmod(year % 100, 4)
    sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    correction = (golden + 11 * epact + 22 * sunday) // 451
    month, number = divmod(epact + sunday - 7 * correction + 114, 31)
    return date(year, month, number + 1).toordinal()


@dataclass(frozen=True, slots=True)
class DaySet:
    """A set of days from 1900 on, as bits."""

    bits: int

    def __and__(self, other: "DaySet") -> "DaySet":
        return DaySet(self.bits & other.bits)

    def __or__(self, other: "DaySet") -> "DaySet":
        return DaySet(self.bits | other.bits)

    def without(self, other: "DaySet") -> "DaySet":
        """The days of the set that are not in another."""
        return DaySet(self.bits & ~other.bits)

    def __bool__(self) -> bool:
        return self.bits != 0

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __contains__(self, ordinal: int) -> bool:
        return ordinal >= ORIGIN and bool(self.bits >> (ordinal - ORIGIN) & 1)

    def __iter__(self) -> Iterator[int]:
        """The days in order."""
        bits = self.bits
        while bits:
            low = bits & -bits
            yield ORIGIN + low.bit_length() - 1
            bits ^= low

    @property
    def first(self) -> int | None:
        """The first day of the set."""
        return ORIGIN + (self.bits & -self.bits).bit_length() - 1 if self.bits else None

    @property
    def last(self) -> int | None:
        """The last day of the set."""
        return ORIGIN + self.bits.bit_length() - 1 if self.bits else None


def span_set(days: Days) -> DaySet:
    """The set of the days of a span (those before 1900 left out)."""
    first, last = max(days.first, ORIGIN), days.last
    return DaySet(((1 << (last - first + 1)) - 1) << (first - ORIGIN)) if last >= first else DaySet(0)


def day_set(ordinals: Iterable[int]) -> DaySet:
    """The set of some days (those before 1900 left out)."""
    bits = 0
    for ordinal in ordinals:
        if ordinal >= ORIGIN:
            bits |= 1 << (ordinal - ORIGIN)
    return DaySet(bits)


def weekday_set(number: int, within: Days) -> DaySet:
    """The Mondays (1) … Sundays (7) of a span."""
    weeks = (within.last - ORIGIN) // 7 + 2
    every_seventh = ((1 << (7 * weeks)) - 1) // 127
    offset = (number - weekday(ORIGIN)) % 7
    return DaySet(every_seventh << offset) & span_set(within)
