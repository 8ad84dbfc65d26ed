"""Evidence -> how much it speaks for a day: the signs that hold for a publication on that day, each with a weight of data/fr/dating_habits.yaml.

Weights are hundredths of a natural logarithm of the odds; they are learned by benchmarks/dating_habits.py from these very signs.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.dating.evidence import Evidence, NamedDay
from pourparlers.dating.habits import lag_place, weekday_place, weight
from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet
from pourparlers.model.resolution import resolve

#: A weekday lies within so many days.
_WEEK = 6

#: A date past or to come that lies on the wrong side of a publication says so within so many days.
_WRONG_SIDE = 31

#: Something that happened after a date is told within so many days of it.
_SOON = 2

_WEEKEND = {6: "Saturday", 7: "Sunday"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that holds for a publication on some day. evidence: an entry of the habits; place: of its weights; share: of the weight, up to 1."""

    evidence: str
    place: int = 0
    share: float = 1.0


def weigh(evidence: Evidence, days: DaySet) -> dict[int, float]:
    """How much all signs speak for each of the days."""
    return {day: sum(weight(sign.evidence, sign.place) * sign.share for sign in found) for day, found in signs(evidence, days).items()}


def signs(evidence: Evidence, days: DaySet) -> dict[int, list[Sign]]:
    """The signs that hold for each of the days."""
    first, last = days.first, days.last
    if first is None or last is None:
        return {}
    years = range(calendar.year_month(first)[0] - 1, calendar.year_month(last)[0] + 2)
    by_weekday = [list(_of_weekday(evidence, weekday)) for weekday in range(1, 8)]
    found = {day: list(by_weekday[calendar.weekday(day) - 1]) for day in days}
    for named in (*evidence.days, *evidence.parts, *evidence.stamps):
        ordinals = [o for year in years if (o := named.in_year(year)) is not None]
        for day in found if ordinals else ():
            found[day].extend(_of_date(named, day - _nearest(ordinals, day)))
    for day, sign in (*_wrong_sides(evidence, years), *_coincidences(evidence, years), *_told_later(evidence, years), *_long_after(evidence, years)):
        if day in found:
            found[day].append(sign)
    return found


def _of_weekday(evidence: Evidence, published: int) -> Iterator[Sign]:
    """What the weekdays of a text say of a publication on a weekday."""
    if published in _WEEKEND:
        yield Sign(_WEEKEND[published])
    for named in evidence.weekdays:
        yield Sign(named.evidence, weekday_place(published, named.weekday))
    if evidence.weekdays and evidence.region:
        yield Sign(f"first weekday where the day is {evidence.region}", weekday_place(published, evidence.weekdays[0].weekday))
    happened = evidence.happened
    for weekday in dict.fromkeys(happened):
        yield Sign("share of the weekdays", weekday_place(published, weekday), happened.count(weekday) / len(happened))
    if len(set(happened)) == 1:
        yield Sign("only weekday", weekday_place(published, happened[0]))
    for name in _neighbours(published, evidence) if happened else ():
        yield Sign(name)


def _neighbours(published: int, evidence: Evidence) -> Iterator[str]:
    """Whether the day of publication, its eve and its morrow are named."""
    eve, morrow = (published - 2) % 7 + 1, published % 7 + 1
    here, before = published in evidence.happened, eve in evidence.happened
    yield (
        "day itself and eve named"
        if here and before
        else "day itself named"
        if here
        else "eve named alone"
        if before
        else "neither day nor eve named"
    )
    if here and morrow in evidence.happened:
        yield "day itself and morrow named"
    if published in evidence.ahead:
        yield "day itself ahead"
    if morrow in evidence.ahead:
        yield "day itself named and morrow ahead" if here else "morrow ahead"


def _of_date(named: NamedDay, lag: int) -> Iterator[Sign]:
    """What a date says of a publication so many days after it."""
    yield Sign(named.evidence, lag_place(lag))
    if named.background:
        yield Sign("date background", lag_place(lag))


def _nearest(ordinals: Sequence[int], day: int) -> int:
    """The nearest of some ordinals in ascending order."""
    i = bisect_left(ordinals, day)
    return min(ordinals[max(0, i - 1) : i + 1], key=lambda o: abs(o - day))


def _wrong_sides(evidence: Evidence, years: range) -> Iterator[tuple[int, Sign]]:
    """Days of publication that lie before a date told in the past, or after one told in the future; each once."""
    found: dict[tuple[int, str], None] = {}
    for named in evidence.days:
        past = named.evidence == "date past" or named.background
        for date in (o for year in years if past or named.evidence == "date future" if (o := named.in_year(year)) is not None):
            around = range(date - _WRONG_SIDE, date) if past else range(date + 1, date + _WRONG_SIDE + 1)
            found |= dict.fromkeys((day, "before a date past" if past else "after a date ahead") for day in around)
    for day, name in found:
        yield day, Sign(name)


def _coincidences(evidence: Evidence, years: range) -> Iterator[tuple[int, Sign]]:
    """Days of publication on which a weekday of the text turns out to be a date of it: « jeudi dernier » … « le 8 mai »."""
    dates = sorted({o for named in evidence.days if named.weekday is None for year in years if (o := named.in_year(year)) is not None})
    for date in dates:
        for told in evidence.relative:
            direction = told.get("dir") or ""
            for published in range(date - _WEEK - 1, date + _WEEK + 2):
                days = resolve(told, Days(published, published)).days
                if days is not None and days.first == date:
                    yield published, Sign(f"dated weekday {direction}" if direction in ("last", "next") else "dated weekday")


def _told_later(evidence: Evidence, years: range) -> Iterator[tuple[int, Sign]]:
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


def _long_after(evidence: Evidence, years: range) -> Iterator[tuple[int, Sign]]:
    """Days of publication about as long after a date as the text says; each once."""
    starts = {(o, after.least, after.most) for after in evidence.after for year in years if (o := after.start.in_year(year)) is not None}
    for day in sorted({day for start, least, most in starts for day in range(start + least, start + most + 1)}):
        yield day, Sign("so long after a date")
