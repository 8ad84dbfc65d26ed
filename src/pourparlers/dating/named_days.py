"""The days of the month that a text names, with their year or without, and how each is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.dating.hang import Tied
from pourparlers.dating.style import NEITHER
from pourparlers.dating.weekdays import BACKGROUND
from pourparlers.model import calendar

#: « ce lundi 18 août » is the day of writing, unless it is told as done: then often the day before. « Le lundi 18 août » is told of days gone by.
_THIS = re.compile(r"ce\s", re.IGNORECASE)
_THE = re.compile(r"le\s", re.IGNORECASE)
THIS_DATE = "this date"
DONE_THIS_DATE = "this date past"
THIS_DATES = frozenset({THIS_DATE, DONE_THIS_DATE})

#: Days with their weekday, as texts name them that are no dispatches: the only ones, or the last; before others, so many days ahead of one at most.
_DATED = frozenset({"weekday and date past", "weekday and date none", "full date", "date with its article"})
_ALONE, _EARLIER = "weekday and date alone", "weekday and date earlier"
_LATER = 60

#: What notices announce lies less near ahead than what papers and dispatches do.
_ANNOUNCED = "announced weekday and date future"

#: Where no year is told, days are set side by side in a year that has them all.
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the month that a text names, with its year or without. evidence: how, in the words of the habits. background: it dates what had
    happened before (« depuis le 3 mai », « l'accord conclu le 3 mai »). bounds: it stands after « depuis » or « après », so that it is not the day of
    publication. done: it lies behind beyond doubt. is_term: something lasts until then."""

    evidence: str
    month: int
    number: int
    year: int | None
    weekday: int | None
    quote: str
    background: bool = False
    bounds: bool = False
    done: bool = False
    is_term: bool = False

    def in_year(self, year: int) -> int | None:
        """The day in a year, None when it has another year, is no day of it or falls on another weekday than the text says."""
        if self.year is not None and self.year != year:
            return None
        found = calendar.day(year, self.month, self.number)
        return None if found is None or (self.weekday is not None and calendar.weekday(found) != self.weekday) else found


def named_days(tied: Sequence[Tied], text: str) -> tuple[NamedDay, ...]:
    """The days of the month that a text names, in order, each once. tied: its expressions."""
    return tuple(dict.fromkeys(named for t in tied if (named := named_day(t, text)) is not None))


def outside_dispatches(days: Sequence[NamedDay], style: str) -> Iterator[NamedDay]:
    """The days of a text that is no dispatch, those with their weekday by whether it names others after them."""
    for named in days:
        if style == NEITHER and named.evidence == "weekday and date future":
            yield replace(named, evidence=_ANNOUNCED)
        elif named.evidence not in (*_DATED, DONE_THIS_DATE):
            yield named
        elif any(0 < _after(named, other) <= _LATER for other in days if _is_told_date(other)):
            yield replace(named, evidence=_EARLIER)
        else:
            yield replace(named, evidence=_ALONE) if named.evidence.startswith("weekday and date") else named


def _is_told_date(named: NamedDay) -> bool:
    return not named.evidence.endswith(" future")


def _after(named: NamedDay, other: NamedDay) -> int:
    """How many days another date lies after one; 0 where one of them is no day, or another year is told."""
    if named.year is not None and other.year is not None and named.year != other.year:
        return 0
    year = named.year or other.year or _LEAP_YEAR
    one, two = calendar.day(year, named.month, named.number), calendar.day(year, other.month, other.number)
    return 0 if one is None or two is None else two - one


def named_day(tied: Tied, text: str) -> NamedDay | None:
    """The day of the month that an expression names, None for one that names none."""
    month, number = tied.relation.number("m"), tied.relation.number("d")
    if tied.relation.op != "day" or month is None or number is None or tied.relation.get("week") is not None:
        return None
    weekday = tied.relation.number("wd")
    kind, bounds = "date" if weekday is None else "weekday and date", tied.bound in BACKGROUND
    evidence = f"{kind} background" if bounds and weekday is not None else f"{kind} {tied.direction or 'none'}"
    background = weekday is None and (bounds or tied.background)
    quote = text[tied.draft.span.start : tied.draft.span.end]
    if _THIS.match(quote) is not None and not tied.quoted:
        evidence = DONE_THIS_DATE if tied.direction == "past" else THIS_DATE
    elif weekday is not None and not (bounds or tied.quoted or tied.direction == "future"):
        is_full = tied.relation.get("y") is not None
        evidence = "date with its article" if _THE.match(quote) is not None else "full date" if is_full else evidence
    return NamedDay(evidence, month, number, tied.relation.number("y"), weekday, quote, background, bounds, tied.done, tied.bound == "until")


def parts_of_months(tied: Sequence[Tied], text: str) -> tuple[NamedDay, ...]:
    """« début juin », « fin mai » without a year, as a day in the middle of that part."""
    found: dict[NamedDay, None] = {}
    for t in tied:
        month, part = t.relation.number("m"), t.relation.get("mod")
        if t.relation.op == "month" and month is not None and part is not None and t.relation.get("y") is None:
            number = {"start": 5, "mid": 15, "end": 25}[part]
            quote = text[t.draft.span.start : t.draft.span.end]
            found.setdefault(NamedDay(f"month part {t.direction or 'none'}", month, number, None, None, quote))
    return tuple(found)
