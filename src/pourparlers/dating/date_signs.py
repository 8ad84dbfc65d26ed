"""What the dates of a text say of a publication so long before or after them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from pourparlers.dating.evidence import MISLEADING, Evidence
from pourparlers.dating.habits import LAG_PLACES, Sign, lag_place
from pourparlers.dating.named_days import THIS_DATES, NamedDay
from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.relation import Relation
from pourparlers.model.resolution import resolve

#: A weekday lies within so many days.
_WEEK = 6

#: A date past or to come that lies on the wrong side of a publication says so within so many days; so does an anniversary.
_MONTH = 31

#: Something that happened after a date is told within so many days of it.
_SOON = 2

#: More dates on the wrong side of a publication than these tell no more.
_MOST_WRONG = 3

#: Of many dates and lengths of time, so many are set against each other.
_MOST_PAIRED = 40

#: The days of a unit, how many more or fewer may be meant, and its name.
_UNITS = {"D": (1, 1, "days"), "W": (7, 3, "weeks"), "M": (30, 7, "months")}

#: An anniversary of so many years, or of a multiple, is round.
_ROUND = 5

#: Dates with their weekday that are what a text tells as news.
_NEWS = frozenset({"weekday and date past", "weekday and date alone"})

#: « Jeudi dernier » is no date told ahead, « jeudi prochain » none told in the past.
_ELSEWHERE = {"last": "future", "next": "past"}

Found = Iterator[tuple[int, Sign]]


def signs_of_dates(evidence: Evidence, published: Sequence[int]) -> Found:
    """The signs of the dates of a text for some days of publication in ascending order, each with its day; also for days that are not among them."""
    years = range(calendar.year_month(published[0])[0] - 1, calendar.year_month(published[-1])[0] + 2)
    for named in (*evidence.days, *evidence.parts, *evidence.stamps):
        ordinals = [o for year in years if (o := named.in_year(year)) is not None]
        signs = [tuple(_of_date(named, place)) for place in range(LAG_PLACES)]
        for day in published if ordinals else ():
            for sign in signs[lag_place(day - _nearest(ordinals, day))]:
                yield day, sign
    for toll in evidence.tolls:
        yield from ((day, Sign("toll", lag_place(_beyond(toll.days, day)), 1 / len(evidence.tolls))) for day in published)
    for finder in (_wrong_sides, _told_later, _last_before, _long_after, _anniversaries):
        yield from finder(evidence, years)
    dates = _directions(evidence.days, years)
    if dates:
        yield from _neighbours(dates, published)
        yield from _wrong_dates(evidence, years, published)
        yield from _coincidences(
            evidence, _directions([named for named in evidence.days if not named.is_term and named.evidence not in THIS_DATES], years)
        )
        yield from _lengths(evidence, dates)


def _of_date(named: NamedDay, place: int) -> Iterator[Sign]:
    """What a date says of a publication whose distance from it has a place of the weights."""
    yield Sign(named.evidence, place)
    if named.background:
        yield Sign("date background", place)


def _directions(days: Sequence[NamedDay], years: range) -> dict[int, str]:
    """The days that the dates of a text may denote, each with how it is first told: "past", "future" or "none"."""
    found: dict[int, str] = {}
    for named in days:
        for ordinal in (o for year in years if (o := named.in_year(year)) is not None):
            found.setdefault(ordinal, _direction(named))
    return found


def _direction(named: NamedDay) -> str:
    told = named.evidence.rpartition(" ")[2]
    return told if told in ("past", "future") else "none"


def _neighbours(dates: dict[int, str], published: Sequence[int]) -> Found:
    """How long before a publication the latest date lies, and how long after it the next; of each kind, and of those not told ahead."""
    kinds = {kind: sorted(o for o, told in dates.items() if told == kind) for kind in ("past", "future", "none")}
    behind = sorted(o for o, told in dates.items() if told != "future")
    for day in published:
        for kind, ordinals in kinds.items():
            at = bisect_right(ordinals, day)
            if at > 0:
                yield day, Sign(f"latest date {kind}", lag_place(day - ordinals[at - 1]))
            if at < len(ordinals):
                yield day, Sign(f"next date {kind}", lag_place(ordinals[at] - day))
        at = bisect_right(behind, day)
        if at > 0:
            yield day, Sign("latest date of all", lag_place(day - behind[at - 1]))


def _wrong_dates(evidence: Evidence, years: range, published: Sequence[int]) -> Found:
    """How many dates told in the past would lie ahead."""
    past = [[o for year in years if (o := named.in_year(year)) is not None] for named in evidence.days if _direction(named) == "past"]
    for day in published if past else ():
        wrong = sum(_nearest(ordinals, day) > day for ordinals in islice(past, _MOST_PAIRED) if ordinals)
        if wrong:
            yield day, Sign("dates past ahead", 0, min(wrong, _MOST_WRONG) / _MOST_WRONG)


def _anniversaries(evidence: Evidence, years: range) -> Found:
    """Days around the anniversary of a date of another year."""
    for named in evidence.days:
        for year in years if named.year is not None else ():
            ordinal = calendar.day(year, named.month, named.number)
            if ordinal is not None and named.year is not None and year > named.year:
                kind = "anniversary" if (year - named.year) % _ROUND else "anniversary round"
                yield from ((o, Sign(kind, lag_place(o - ordinal))) for o in range(ordinal - _MONTH, ordinal + _MONTH + 1))


def _beyond(days: Days, published: int) -> int:
    """How many days after some days a publication lies, less than zero before them."""
    return min(0, published - days.first) + max(0, published - days.last)


def _nearest(ordinals: Sequence[int], day: int) -> int:
    """The nearest of some ordinals in ascending order, the earlier of two as near."""
    i = bisect_left(ordinals, day)
    if i == 0 or (i < len(ordinals) and ordinals[i] - day < day - ordinals[i - 1]):
        return ordinals[i]
    return ordinals[i - 1]


def _wrong_sides(evidence: Evidence, years: range) -> Found:
    """Days of publication that lie before a date told in the past, or after one told in the future; each once."""
    found: dict[tuple[int, str], None] = {}
    for named in evidence.days:
        past = named.evidence == "date past" or named.background
        for date in (o for year in years if past or named.evidence == "date future" if (o := named.in_year(year)) is not None):
            around = range(date - _MONTH, date) if past else range(date + 1, date + _MONTH + 1)
            found |= dict.fromkeys((day, "before a date past" if past else "after a date ahead") for day in around)
        if named.done and named.year is not None and (done := named.in_year(named.year)) is not None:
            found |= dict.fromkeys((day, "before a full date done") for day in range(done - MISLEADING, done))
    for day, name in found:
        yield day, Sign(name)


def _coincidences(evidence: Evidence, dates: dict[int, str]) -> Found:
    """Days of publication on which a weekday or a count of the text turns out to be a date of it: « jeudi dernier » … « le 8 mai »."""
    for told in (*evidence.relative, *evidence.counts):
        for date, how in islice(dates.items(), _MOST_PAIRED):
            for published in _around(told, date):
                days = resolve(told, Days(published, published)).days
                if days is not None and days.first == date:
                    yield from ((published, sign) for sign in _of_coincidence(told, how))


def _around(told: Relation, date: int) -> range:
    """The days from which a relation may lead to a date."""
    if told.op == "weekday":
        return range(date - _WEEK - 1, date + _WEEK + 2)
    steps = (told.number("n") or 0) * _UNITS.get((told.get("unit") or "")[:1].upper(), (0, 0, ""))[0]
    return range(date - steps - _WEEK, date - steps + _WEEK + 1) if abs(steps) <= 2 * _MONTH else range(0)


def _of_coincidence(told: Relation, how: str) -> Iterator[Sign]:
    direction = told.get("dir") or ("past" if (told.number("n") or 0) < 0 else "future")
    if direction in ("last", "next"):
        if how != _ELSEWHERE[direction]:
            yield Sign(f"dated weekday {direction}")
    elif told.op == "weekday":
        yield Sign("dated weekday")
        yield Sign(f"dated weekday, {_agreement(direction, how)}")
    else:
        yield Sign("dated count")


def _agreement(one: str, other: str) -> str:
    return "told alike" if one == other else "told otherwise" if other != "none" else "the date open"


def _lengths(evidence: Evidence, dates: dict[int, str]) -> Found:
    """Days of publication as long after a date of the text as a time that it names: « depuis trois semaines » … « le 8 mai »."""
    for number, unit in islice(evidence.lengths, _MOST_PAIRED):
        days, margin, name = _UNITS[unit]
        for date in islice(dates, _MOST_PAIRED):
            middle = date + number * days
            yield from ((o, Sign(f"so many {name} from a date")) for o in range(middle - margin, middle + margin + 1))


def _told_later(evidence: Evidence, years: range) -> Found:
    """Days of publication soon after a date with its weekday, on which a weekday told in the past lies after that date: « samedi 12 mai … a souligné
    dimanche » was not published on the Saturday."""
    told_past = [told for told in evidence.relative if told.get("dir") == "past"]
    for named in evidence.days if told_past else ():
        if named.evidence == "weekday and date past":
            for date in (o for year in years if (o := named.in_year(year)) is not None):
                for published in range(date + 1, date + _SOON + 1):
                    told = [resolve(relation, Days(published, published)).days for relation in told_past]
                    if any(days is not None and days.first > date for days in told):
                        yield published, Sign("told after a date")


def _last_before(evidence: Evidence, years: range) -> Found:
    """Days of publication within a week after a date with its weekday, told in the past, on which « jeudi dernier » would lie after that date: what
    the text tells as news is no older than what it recalls."""
    last = [told for told in evidence.relative if told.get("dir") == "last"]
    dates = [named for named in evidence.days if named.weekday is not None and named.evidence in _NEWS] if last else []
    for date in sorted({o for named in dates for year in years if (o := named.in_year(year)) is not None}):
        for published in range(date + 1, date + _WEEK + 1):
            recalled = [resolve(told, Days(published, published)).days for told in last]
            if any(days is not None and days.first > date for days in recalled):
                yield published, Sign("last weekday after a date")


def _long_after(evidence: Evidence, years: range) -> Found:
    """Days of publication about as long after a date as the text says; each once."""
    starts = {(o, after.least, after.most) for after in evidence.after for year in years if (o := after.start.in_year(year)) is not None}
    for day in sorted({day for start, least, most in starts for day in range(start + least, start + most + 1)}):
        yield day, Sign("so long after a date")
