"""Resolution: a relation and the day it hangs on give the days it denotes, and its value as TIMEX3 writes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.denoted import NOTHING, Denoted, single
from pourparlers.model.relation import Relation
from pourparlers.model.weeks import part_of_week, weekend

#: A date that tense puts so many times farther away than the nearest is the nearest: tenses mislead (« les discussions prévues le 8 août n'ont pas
#: eu lieu »). A day without its month is never far away.
_FARTHER = 4
_FAR = 31

#: A date is told with its weekday when it lies within so many days.
_TOLD_WITH_WEEKDAY = 200

#: A third of a month, a season or a year: « début », « mi- », « fin ».
_THIRDS = {"start": 0, "mid": 1, "end": 2}

#: « ces derniers jours », « ces dernières semaines », « ces derniers mois »: so many days at most.
_LATELY = {"day": 10, "week": 30, "month": 330}

#: « il y a quelques jours », « quelques semaines plus tard »: so many days at most.
_SOME = {"day": 7, "week": 60, "month": 300}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}

#: « il y a une dizaine de jours »: the days of a unit, and how many more or fewer are meant.
_ABOUT = {"day": (1, 4), "week": (7, 21)}

#: Months that a season touches; winter runs into the next year.
_SEASON_STARTS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 22), "WI": (12, 21)}

_UNIT_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}


def resolve(relation: Relation, anchor: Days | None) -> Denoted:
    """What the relation denotes when it hangs on the days `anchor` (None: not known). Nothing is denoted when an anchor is needed and missing."""
    operation = _OPERATIONS.get(relation.op)
    if operation is None:
        return Denoted(value=relation.get("value"))
    return _in_week(relation, _at_hour(relation, operation(relation, anchor)))


def _in_week(relation: Relation, found: Denoted) -> Denoted:
    """« la semaine du 5 mai »: the week of the day."""
    if relation.get("week") is None or found.days is None:
        return found
    return part_of_week(calendar.week_days(found.days.first), found.days, Relation("unit"))


def _at_hour(relation: Relation, found: Denoted) -> Denoted:
    """The same day with an hour or a part of the day; two days for a night between two."""
    suffix = relation.get("t") or relation.get("part")
    if suffix is None or found.days is None or len(found.days) > 2:
        return found
    days = found.days
    if relation.get("nights") is not None:
        days = Days(days.first, days.first + 1)
    return replace(found, days=days, value=calendar.iso(found.days.first) + (suffix if suffix.startswith("T") else f"T{suffix}"))


def _day(relation: Relation, anchor: Days | None) -> Denoted:
    year, month, number, weekday = (relation.number(name) for name in ("y", "m", "d", "wd"))
    if number is None:
        return NOTHING
    if year is not None and month is not None:
        found = calendar.day(year, month, number)
        return single(found, impossible=found is None or (weekday is not None and calendar.weekday(found) != weekday))
    if anchor is None:
        return NOTHING
    options = _same_day_other_years(anchor, month, number) if month is not None else _same_day_other_months(anchor, number)
    return _choose(options, anchor, "done" if relation.get("done") is not None else relation.get("dir"), weekday)


def _same_day_other_years(anchor: Days, month: int, number: int) -> list[int]:
    year = calendar.year_month(anchor.first)[0]
    return [found for y in range(year - 4, year + 5) if (found := calendar.day(y, month, number)) is not None] if 5 <= year <= 9990 else []


def _same_day_other_months(anchor: Days, number: int) -> list[int]:
    year, month = calendar.year_month(anchor.first)
    months = [calendar.year_month(days.first) for shift in range(-2, 3) if (days := calendar.month_days(year, month + shift)) is not None]
    return [found for y, m in months if (found := calendar.day(y, m, number)) is not None]


def _choose(options: list[int], anchor: Days, direction: str | None, weekday: int | None) -> Denoted:
    """The option that the direction asks for, provided its weekday is right; else the nearest whose weekday is; else it is impossible."""
    if not options:
        return Denoted(impossible=True)
    chosen = _toward(options, anchor, direction)
    nearest = _nearest(options, anchor)
    if direction in ("past", "future") and abs(chosen - anchor.first) > max(_FARTHER * abs(nearest - anchor.first), _FAR):
        chosen = nearest
    if weekday is None or calendar.weekday(chosen) == weekday:
        return single(chosen)
    near = [o for o in options if calendar.weekday(o) == weekday and abs(o - anchor.first) <= _TOLD_WITH_WEEKDAY]
    return single(_nearest(near, anchor)) if near else single(nearest, impossible=True)


def _toward(options: list[int], anchor: Days, direction: str | None) -> int:
    limit = {"past": anchor.last, "done": anchor.last, "last": anchor.first - 1}.get(direction or "")
    if limit is not None:
        return max((o for o in options if o <= limit), default=options[0])
    limit = {"future": anchor.first, "next": anchor.last + 1, "within": anchor.first}.get(direction or "")
    if limit is not None:
        return min((o for o in options if o >= limit), default=options[-1])
    return _nearest(options, anchor)


def _nearest(options: list[int], anchor: Days) -> int:
    return min(options, key=lambda o: (abs(o - anchor.first), o))


def _weekday(relation: Relation, anchor: Days | None) -> Denoted:
    number = relation.number("wd")
    if anchor is None or number is None:
        return NOTHING
    direction, weeks = relation.get("dir"), relation.number("n") or 0
    if direction in ("future", "next"):
        start = anchor.last + (direction == "next")
        return single(start + (number - calendar.weekday(start)) % 7 + 7 * weeks)
    if direction == "within":
        return single(anchor.first + (number - calendar.weekday(anchor.first)) % 7)
    if direction == "this":
        return single(anchor.first - 3 + (number - calendar.weekday(anchor.first - 3)) % 7 + 7 * weeks)
    start = anchor.first - (direction == "last")
    return single(start - (calendar.weekday(start) - number) % 7 + 7 * weeks)


def _unit(relation: Relation, anchor: Days | None) -> Denoted:
    unit, steps = relation.get("unit") or "day", relation.number("n") or 0
    if anchor is None:
        return NOTHING
    if unit == "day":
        return single(anchor.first + steps)
    if unit == "week":
        return part_of_week(calendar.week_days(anchor.first).shift(7 * steps), anchor, relation)
    if unit == "weekend":
        return weekend(anchor, steps, relation.get("dir"))
    return _part_of(_months_from(anchor.first, unit, steps), relation.get("mod"))


def _months_from(ordinal: int, unit: str, steps: int) -> Denoted:
    """The month, quarter, semester, year, decade or century that lies `steps` of them from the day's."""
    length = _UNIT_MONTHS.get(unit)
    if length is None:
        return NOTHING
    year, month = calendar.year_month(ordinal)
    index = (year * 12 + month - 1) // length + steps
    first, last = calendar.month_days(0, index * length + 1), calendar.month_days(0, index * length + length)
    if first is None or last is None:
        return NOTHING
    return Denoted(Days(first.first, last.last), _months_value(index, unit))


def _months_value(index: int, unit: str) -> str:
    if unit == "month":
        return f"{index // 12:04}-{index % 12 + 1:02}"
    if unit == "quarter":
        return f"{index // 4:04}-Q{index % 4 + 1}"
    if unit == "semester":
        return f"{index // 2:04}-H{index % 2 + 1}"
    return f"{index:0{ {'year': 4, 'decade': 3, 'century': 2}[unit] }}"


def _part_of(found: Denoted, part: str | None) -> Denoted:
    """The first, middle or last third of the days, the value unchanged."""
    if part is None or found.days is None:
        return found
    third, index = len(found.days) // 3, _THIRDS[part]
    first = found.days.first + index * third
    return replace(found, days=Days(first, found.days.last if index == 2 else first + third - 1))


def _shift(relation: Relation, anchor: Days | None) -> Denoted:
    unit, steps = relation.get("unit") or "day", relation.number("n") or 0
    if anchor is None:
        return NOTHING
    if relation.get("about") is not None and unit in _ABOUT:
        return _about(calendar.Days(anchor.first, anchor.first).shift(steps * _ABOUT[unit][0]), _ABOUT[unit][1])
    if unit == "day":
        return single(anchor.first + steps)
    if unit == "week":
        return _weeks_from(anchor.first, steps, relation.get("exact") is not None)
    if unit in _UNIT_MONTHS and relation.get("exact") is not None:
        return single(_same_day_months_later(anchor.first, steps * _UNIT_MONTHS[unit]))
    return _united(_months_from(anchor.first, unit, steps), _months_from(anchor.last, unit, steps))


def _united(one: Denoted, other: Denoted) -> Denoted:
    """What lies between two days that are so far from a whole year or month: what surely holds it."""
    if one == other or one.days is None or other.days is None:
        return one
    days = Days(one.days.first, other.days.last)
    return Denoted(days, calendar.holding_prefix(days))


def _begun(relation: Relation, anchor: Days | None) -> Denoted:
    """« depuis deux ans »: the day, month or year of its beginning; the value is that of the duration."""
    return replace(_shift(relation, anchor), value=relation.get("value"))


def _after(relation: Relation, anchor: Days | None) -> Denoted:
    """A number of days after, or before, a day: the day that it leads to, with the value of the duration."""
    return replace(_shift(relation, anchor), value=relation.get("value"))


def _lately(relation: Relation, anchor: Days | None) -> Denoted:
    """« ces derniers jours », « ces trois dernières semaines »: the days up to the anchor; none where they may reach far back."""
    unit, number, value = relation.get("unit") or "day", relation.number("n"), relation.get("value")
    reach = _LATELY.get(unit) if number is None else number * _UNIT_DAYS.get(unit, 0)
    if anchor is None or not reach or anchor.first <= reach:
        return Denoted(value=value)
    return Denoted(Days(anchor.first - reach, anchor.last), value)


def _some(relation: Relation, anchor: Days | None) -> Denoted:
    """« il y a quelques jours » (n=-1), « quelques semaines plus tard » (n=1): some day before or after the anchor."""
    reach, value = _SOME.get(relation.get("unit") or ""), relation.get("value")
    if anchor is None or reach is None:
        return Denoted(value=value)
    before = (relation.number("n") or 0) < 0
    days = Days(anchor.first - reach, anchor.last - 1) if before else Days(anchor.first + 1, anchor.last + reach)
    return Denoted(days, value) if calendar.in_range(days) else Denoted(value=value)


def _about(days: Days, margin: int) -> Denoted:
    """Some day around a day: its month, or its year, when that surely holds it."""
    around = Days(days.first - margin, days.last + margin)
    return Denoted(around, calendar.holding_prefix(around)) if calendar.in_range(around) else NOTHING


def _weeks_from(ordinal: int, steps: int, exact: bool) -> Denoted:
    """Weeks are counted to the day only when the text says so; else some day around it is meant."""
    found = single(ordinal + 7 * steps)
    if found.days is None or exact:
        return found
    return replace(found, days=Days(found.days.first - 3, found.days.last + 3))


def _same_day_months_later(ordinal: int, months: int) -> int | None:
    found = date.fromordinal(ordinal)
    index = found.year * 12 + found.month - 1 + months
    return calendar.day(index // 12, index % 12 + 1, found.day)


def _month(relation: Relation, anchor: Days | None) -> Denoted:
    month, year = relation.number("m"), relation.number("y")
    if month is None:
        return NOTHING
    if year is not None:
        return _part_of(_spanning(calendar.month_days(year, month)), relation.get("mod"))
    return _part_of(_of_some_year(lambda y: _spanning(calendar.month_days(y, month)), anchor, relation.get("dir")), relation.get("mod"))


def _spanning(days: Days | None) -> Denoted:
    return NOTHING if days is None else Denoted(days, calendar.holding_prefix(days))


def _of_some_year(in_year: Callable[[int], Denoted], anchor: Days | None, direction: str | None) -> Denoted:
    """Of what recurs every year, the one that the direction asks for; without a direction, the nearest."""
    if anchor is None:
        return NOTHING
    year = calendar.year_month(anchor.first)[0]
    options = [(found.days, found) for y in range(year - 2, year + 3) if (found := in_year(y)).days is not None]
    if direction in ("past", "last"):
        options = [o for o in options if (o[0].first <= anchor.last if direction == "past" else o[0].last < anchor.first)][-1:]
    elif direction in ("future", "within", "next"):
        options = [o for o in options if (o[0].first > anchor.last if direction == "next" else o[0].last >= anchor.first)][:1]
    return min(options, key=lambda o: _distance(o[0], anchor), default=(anchor, NOTHING))[1]


def _distance(days: Days, anchor: Days) -> int:
    return max(days.first - anchor.last, anchor.first - days.last, 0)


def _season(relation: Relation, anchor: Days | None) -> Denoted:
    season, year, direction = relation.get("s") or "SP", relation.number("y"), relation.get("dir")
    if year is not None:
        return _season_of(season, year)
    return _part_of(_of_some_year(lambda y: _season_of(season, y), anchor, direction), relation.get("mod"))


def _season_of(season: str, year: int) -> Denoted:
    first = calendar.day(year, *_SEASON_STARTS[season])
    return NOTHING if first is None else Denoted(Days(first, first + 91), f"{year:04}-{season}")


def _quarter(relation: Relation, anchor: Days | None) -> Denoted:
    unit = "quarter" if relation.op == "quarter" else "semester"
    number, year = relation.number("q"), relation.number("y")
    if number is None:
        return NOTHING

    def in_year(y: int) -> Denoted:
        first = calendar.day(y, 1, 1)
        return NOTHING if first is None else _months_from(first, unit, number - 1)

    return in_year(year) if year is not None else _of_some_year(in_year, anchor, relation.get("dir"))


def _year(relation: Relation, _anchor: Days | None) -> Denoted:
    year = relation.number("y")
    if year is None:
        return NOTHING
    days = calendar.year_days(year)
    return NOTHING if days is None else _part_of(Denoted(days, f"{year:04}"), relation.get("mod"))


def _years(relation: Relation, _anchor: Days | None) -> Denoted:
    """Several years from one on: a decade (« les années 1990 »), a century."""
    year, length = relation.number("y"), relation.number("n") or 10
    days = None if year is None else calendar.year_days(year, length)
    return NOTHING if days is None else Denoted(days, f"{year:04}"[: 3 if length == 10 else 2])


def _two_digits(relation: Relation, anchor: Days | None) -> Denoted:
    """A year of two digits: the latest that is not more than twenty years ahead of the anchor."""
    digits = relation.number("y")
    if digits is None or anchor is None:
        return NOTHING
    limit = calendar.year_month(anchor.first)[0] + 20
    year = limit - (limit - digits) % 100
    inner = Relation(relation.get("of") or "year", tuple(s for s in relation.slots if s[0] not in ("of", "y"))).with_slots(y=str(year))
    return resolve(inner, anchor)


def _feast(relation: Relation, anchor: Days | None) -> Denoted:
    offset, month, number, year = (relation.number(name) for name in ("easter", "m", "d", "y"))

    def in_year(y: int) -> Denoted:
        if not 1 <= y <= 9999:
            return NOTHING
        return single(calendar.easter(y) + offset if offset is not None else calendar.day(y, month or 1, number or 1))

    return in_year(year) if year is not None else _of_some_year(in_year, anchor, relation.get("dir"))


def _nth(relation: Relation, anchor: Days | None) -> Denoted:
    """The n-th weekday of a month or a season, or the week-end that begins on it; n=-1 is the last."""
    number, weekday = relation.number("n") or 1, relation.number("wd") or 1
    within = (_season if relation.get("s") is not None else _month)(relation, anchor).days
    if within is None:
        return NOTHING
    if number < 0:
        found = within.last - (calendar.weekday(within.last) - weekday) % 7
    else:
        found = within.first + (weekday - calendar.weekday(within.first)) % 7 + 7 * (number - 1)
    if found > within.last:
        return NOTHING
    return weekend(Days(found, found), 0, None) if relation.get("unit") == "weekend" else single(found)


def _same(relation: Relation, anchor: Days | None) -> Denoted:
    if anchor is None or len(anchor) > 2:
        return NOTHING
    return single(anchor.first + (relation.number("n") or 0))


_OPERATIONS: dict[str, Callable[[Relation, Days | None], Denoted]] = {
    "begun": _begun,
    "after": _after,
    "day": _day,
    "feast": _feast,
    "lately": _lately,
    "month": _month,
    "nth": _nth,
    "quarter": _quarter,
    "same": _same,
    "season": _season,
    "semester": _quarter,
    "shift": _shift,
    "some": _some,
    "unit": _unit,
    "weekday": _weekday,
    "year": _year,
    "years": _years,
    "yy": _two_digits,
}
