"""The months that a text names, and what they say of a publication in another: « depuis mars », « en novembre prochain », « en mai 2020 »."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.dating.habits import Sign
from pourparlers.dating.hang import Tied
from pourparlers.model import calendar

#: A publication so many months at most before a month that is named without a year counts before it, else after it.
_AHEAD = 5

#: A publication so many months at most before and after a month of a year that is named.
_EARLIEST, _LATEST = -3, 12

_YEAR = 12


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month that a text names, with its year (also as that of a day) or without. told: "past", "future", "none", "last" or "next"."""

    month: int
    year: int | None
    told: str


def named_months(tied: Sequence[Tied]) -> tuple[NamedMonth, ...]:
    """The months named, each once; a day counts only with its year, and « début juin », « fin juin » not at all."""
    found: dict[NamedMonth, None] = {}
    for t in tied:
        month, year, told = t.relation.number("m"), t.relation.number("y"), t.relation.get("dir")
        is_month = t.relation.op == "month" and t.relation.get("mod") is None
        if month is not None and (is_month or year is not None) and t.relation.op in ("month", "day"):
            found.setdefault(NamedMonth(month, year, told if told in ("last", "next") else t.direction or "none"))
    return tuple(found)


def signs_of_months(months: Sequence[NamedMonth], published: Sequence[int]) -> Iterator[tuple[int, Sign]]:
    """The signs of the months of a text for some days of publication, each with its day."""
    by_month: dict[tuple[int, int], list[Sign]] = {}
    for day in published if months else ():
        told = calendar.year_month(day)
        if told not in by_month:
            by_month[told] = list(_signs(months, *told))
        for sign in by_month[told]:
            yield day, sign


def _signs(months: Sequence[NamedMonth], year: int, month: int) -> Iterator[Sign]:
    """The signs of a publication in a month of a year."""
    for named in months:
        if named.year is None:
            yield Sign(f"month {named.told}", (month - named.month + _AHEAD) % _YEAR)
        else:
            lag = (year - named.year) * _YEAR + month - named.month
            yield Sign("month of a year", min(_LATEST, max(_EARLIEST, lag)) - _EARLIEST)
    past = [(month - named.month) % _YEAR for named in months if named.year is None and named.told in ("past", "last")]
    if past:
        yield Sign("latest month past", min(past))
    ahead = [(named.month - month) % _YEAR for named in months if named.year is None and named.told in ("future", "next")]
    if ahead:
        yield Sign("next month ahead", min(ahead))
