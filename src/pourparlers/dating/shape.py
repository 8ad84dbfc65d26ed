"""What a pattern found -> a draft: the relation it stands for, and what kind of day that hangs on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pourparlers.dating.patterns import Found
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation, parse, relation
from pourparlers.model.text import Span

#: TIMEX3 letters of units, and those that stand behind "T".
UNIT_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}

#: « en début de journée », « en fin de journée ».
_PARTS_OF_DAY = {"start": "TMO", "mid": "TMI", "end": "TEV"}

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A temporal expression before it is tied to a day.

    first, last: its words. relation: with the direction left open where `open` is True. hangs: "none" (on nothing), "published", "chain" (on the
    time before it), "date" (on the time after it), "clause" (on the day that its sentence tells), "hour" (on the day of the times around it),
    "delay" (on the day of writing, if it lies ahead), "start" (on the dated beginning of what it counts from). value: TIMEX3 value when it is not
    that of the relation. borrows: lacks month or unit, which the expression after it gives. offset: days from its day to the one that it is told
    from (« au lendemain de »), a time of its own.
    """

    span: Span
    first: int
    last: int
    rule: str
    kind: str
    relation: Relation
    hangs: str
    open: bool = False
    value: str | None = None
    vague: bool = False
    borrows: bool = False
    offset: int | None = None


def shape(found: Found, words: Words) -> Draft:
    """The draft of what a pattern found."""
    pattern = found.pattern
    parts = dict(pattern.slots) | _values(found, words)
    draft = Draft(words.span(found.first, found.last), found.first, found.last, pattern.name, pattern.kind, Relation("ref"), "none")
    return _SHAPES[pattern.op](draft, parts)


def nowadays(draft: Draft) -> Draft:
    """« aujourd'hui » as these days, which is no day; another deictic unchanged."""
    if draft.relation.get("n") != "0":
        return draft
    return replace(draft, relation=relation("ref", value="PRESENT_REF"), hangs="none")


def _values(found: Found, words: Words) -> dict[str, str]:
    """What the named words bring; a name that occurs in two alternatives has the value of the one that is there."""
    values = {}
    for name, group in found.compiled.classes.items():
        at = found.parts.get(name)
        if at is not None:
            value = alphabet().value(words.forms[at], group)
            values[name.rstrip("_")] = "" if value is None else value
    return values


def _slots(parts: Parts, *names: str) -> dict[str, str]:
    return {name: parts[name] for name in names if parts.get(name)}


def _direction(parts: Parts) -> str | None:
    """The direction that the expression itself tells: "dernier" or "prochain"."""
    told = parts.get("dir")
    return {None: None, "": None, "-1": "last", "1": "next"}.get(told, told)


def _dated(draft: Draft, op: str, parts: Parts, *names: str) -> Draft:
    """A calendar date: absolute with a year, else hanging on the day of publication, with a direction to be found."""
    slots, direction = _slots(parts, *names), _direction(parts)
    if "yy" in parts:
        return replace(draft, relation=relation("yy", of=op, **slots, y=parts["yy"]), hangs="published")
    if "y" in parts:
        return replace(draft, relation=relation(op, **slots, y=parts["y"]), hangs="none")
    return replace(draft, relation=relation(op, **slots, dir=direction), hangs="published", open=direction is None)


def _day(draft: Draft, parts: Parts) -> Draft:
    made = _dated(draft, "day", parts, "wd", "d", "m", "part", "week")
    return replace(made, borrows="m" not in parts, kind="TIME" if "part" in parts else draft.kind)


def _weekday(draft: Draft, parts: Parts) -> Draft:
    if "d" in parts:
        return _day(draft, parts)
    made = _dated(draft, "weekday", parts, "wd", "part", "n")
    if "n" in parts:
        made = replace(made, relation=made.relation.with_slots(dir="next"), open=False)
    return replace(made, kind="TIME" if "part" in parts else draft.kind)


def _night(draft: Draft, parts: Parts) -> Draft:
    slots = _slots(parts, "wd", "d") | {"part": "TNI", "nights": "2"}
    if "d" not in parts:
        return replace(draft, relation=relation("weekday", **slots), hangs="published", open=True)
    if month := parts.get("m") or parts.get("month"):
        slots["m"] = month
    if year := parts.get("y") or parts.get("year"):
        return replace(draft, relation=relation("day", **slots, y=year), hangs="none")
    return replace(draft, relation=relation("day", **slots), hangs="published", open=True)


def _deictic(draft: Draft, parts: Parts) -> Draft:
    made = relation("unit", unit="day", **_slots(parts, "n", "part"))
    return replace(draft, relation=made, hangs="published", kind="TIME" if "part" in parts else draft.kind)


def _part(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("same", **_slots(parts, "part", "nights")), hangs="hour")


def _clock(draft: Draft, parts: Parts) -> Draft:
    time = parts.get("t") or f"T{int(parts['h']):02}:{int(parts.get('min') or 0):02}"
    if "wd" in parts:
        return replace(draft, relation=relation("weekday", wd=parts["wd"], t=time), hangs="published", open=True)
    if "n" in parts:
        return replace(draft, relation=relation("unit", unit="day", n=parts["n"], t=time), hangs="published")
    return replace(draft, relation=relation("same", t=time), hangs="hour")


def _month(draft: Draft, parts: Parts) -> Draft:
    return _dated(draft, "month", parts, "m", "mod")


def _year(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("year", **_slots(parts, "y", "mod")))


def _decade(draft: Draft, parts: Parts) -> Draft:
    if "decade" in parts:
        return replace(draft, relation=relation("yy", of="years", y=parts["decade"], n="10"), hangs="published")
    return replace(draft, relation=relation("years", y=parts["y"], n="10"))


def _century(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("years", y=f"{(int(parts['c']) - 1) * 100:04}", n="100"))


def _season(draft: Draft, parts: Parts) -> Draft:
    return _dated(draft, "season", parts, "s", "mod")


def _term(draft: Draft, parts: Parts) -> Draft:
    return _dated(draft, parts["unit"], parts, "q")


def _feast(draft: Draft, parts: Parts) -> Draft:
    made = _dated(draft, "feast", parts)
    return replace(made, relation=made.relation.with_slots(**dict(parse(f"feast {parts['value']}").slots)))


def _nth(draft: Draft, parts: Parts) -> Draft:
    return _dated(draft, "nth", parts, "n", "wd", "m", "s")


def _nth_weekend(draft: Draft, parts: Parts) -> Draft:
    """« le dernier week-end de mai »: its Saturday and the day after it."""
    return _dated(draft, "nth", dict(parts) | {"wd": "6", "unit": "weekend"}, "n", "wd", "m", "unit")


def _unit(draft: Draft, parts: Parts) -> Draft:
    if UNIT_LETTERS[parts["unit"]].startswith("T"):
        return _span(draft, "1", parts["unit"])
    made = relation("unit", **_slots(parts, "unit", "n"))
    return replace(draft, relation=made, hangs="published", open=parts["unit"] == "weekend" and parts["n"] == "0")


def _unit_part(draft: Draft, parts: Parts) -> Draft:
    """« la fin de l'année », « début de semaine »: a part of a unit, this one unless it is told; tense chooses the week."""
    if parts["unit"] == "day" and "n" not in parts:
        return replace(draft, relation=relation("same", part=_PARTS_OF_DAY[parts["mod"]]), hangs="hour", kind="TIME")
    if parts["unit"] not in ("week", "month", "year"):
        return _span(draft, "1", parts["unit"])
    made = relation("unit", **({"n": "0"} | _slots(parts, "unit", "n", "mod")))
    return replace(draft, relation=made, hangs="published", open=parts["unit"] == "week" and "n" not in parts)


def _shifted(draft: Draft, parts: Parts, sign: int, hangs: str) -> Draft:
    """So many units before or after a day; hours and minutes before it stay on it, as far as anybody can tell."""
    unit, steps = parts["unit"], sign * int(parts["n"])
    if UNIT_LETTERS[unit].startswith("T"):
        return replace(draft, relation=relation("ref", value="PAST_REF" if sign < 0 else "FUTURE_REF"), kind="TIME", vague=True)
    if unit == "weekend":
        unit, steps = "week", steps
    exact = "1" if "exact" in parts else None
    return replace(draft, relation=relation("shift", unit=unit, n=str(steps), exact=exact, about=parts.get("about")), hangs=hangs)


def _vaguely(draft: Draft, sign: int) -> Draft:
    return replace(draft, relation=relation("ref", value="PAST_REF" if sign < 0 else "FUTURE_REF"), vague=True)


def _some(draft: Draft, unit: str, sign: int, hangs: str) -> Draft:
    """« il y a quelques jours », « quelques jours plus tard »: some day, whose month or year may be sure."""
    if unit not in ("day", "week", "month"):
        return _vaguely(draft, sign)
    return replace(draft, relation=relation("some", unit=unit, n=str(sign), value="PAST_REF" if sign < 0 else "FUTURE_REF"), hangs=hangs)


def _later(draft: Draft, parts: Parts) -> Draft:
    return _shifted(draft, parts, int(parts["sign"]), "chain")


def _count_from(draft: Draft, parts: Parts) -> Draft:
    """« deux semaines jour pour jour après le 24 février »: counted from the date that follows."""
    return _shifted(draft, dict(parts) | {"exact": "1"}, int(parts["sign"]), "date")


def _later_vague(draft: Draft, parts: Parts) -> Draft:
    return _some(draft, parts["unit"], int(parts["sign"]), "chain")


def _chain_unit(draft: Draft, parts: Parts) -> Draft:
    if parts["unit"] == "day":
        return _eve(draft, parts)
    made = _unit(draft, parts)
    return replace(made, hangs="chain", open=False) if made.relation.op == "unit" else made


def _eve(draft: Draft, parts: Parts) -> Draft:
    made = relation("same", **_slots(parts, "n", "part"))
    return replace(draft, relation=made, hangs="chain", kind="TIME" if "part" in parts else draft.kind)


def _eve_of(draft: Draft, parts: Parts) -> Draft:
    """« au lendemain de la trêve » is the day that is told; the truce was the day before (`offset` days from it)."""
    return replace(draft, relation=relation("same"), hangs="clause", offset=-int(parts["n"]))


def _eve_from(draft: Draft, parts: Parts) -> Draft:
    """« le lendemain de la trêve »: as above, but the day is that of its sentence or is not told."""
    return replace(_eve_of(draft, parts), hangs="sentence")


def _weekday_told(draft: Draft, parts: Parts) -> Draft:
    """« le jeudi suivant »: the first such day after the last that was told, or before it."""
    return replace(_dated(draft, "weekday", parts, "wd"), hangs="chain", open=False)


def _ordinal(draft: Draft, parts: Parts) -> Draft:
    """The n-th day (week, month) of something: to be counted from its beginning, if that is dated; else a duration."""
    unit, number = parts["unit"], int(parts["n"])
    if unit == "day":
        return replace(draft, relation=relation("shift", unit="day", n=str(number - 1)), hangs="start", value=f"P{number}D")
    return _span(draft, "1", unit)


def _running(draft: Draft, parts: Parts) -> Draft:
    """« pour la troisième journée consécutive »: the days up to the one that is told."""
    unit, number = parts["unit"], int(parts["n"])
    if unit != "day":
        return _span(draft, str(number), unit)
    made = relation("lately", n=str(number - 1), unit=unit, value=duration_value(str(number), unit))
    return replace(draft, relation=made, hangs="clause")


def _around(draft: Draft, parts: Parts) -> Draft:
    number, unit = parts.get("n") or parts.get("n2"), parts["unit"]
    if parts.get("dir") == "past" and unit in ("day", "week", "month", "year"):
        value = duration_value(number or "X", unit)
        return replace(draft, relation=relation("lately", n=number, unit=unit, value=value), hangs="published")
    number = number or "X"
    return replace(_span(draft, number, parts["unit"]), vague=number == "X")


def _begun(draft: Draft, parts: Parts) -> Draft:
    """« depuis deux ans »: a duration that tells its beginning."""
    unit, number = parts["unit"], parts["n"]
    if unit not in ("day", "week", "month", "year"):
        return _span(draft, number, unit)
    made = relation("begun", n=f"-{number}", unit=unit, value=duration_value(number, unit))
    return replace(draft, relation=made, hangs="published")


def _delay(draft: Draft, parts: Parts) -> Draft:
    """« dans les quinze jours »: a duration that ends on a day to come."""
    unit, number = parts["unit"], parts["n"]
    if unit not in ("day", "week", "month", "year"):
        return _span(draft, number, unit)
    return replace(draft, relation=relation("after", n=number, unit=unit, value=duration_value(number, unit)), hangs="delay")


def _duration(draft: Draft, parts: Parts) -> Draft:
    if "unit" not in parts:
        return replace(draft, relation=relation("duration", n=parts["n"]), borrows=True)
    return replace(_span(draft, parts["n"], parts["unit"]), vague=parts["n"] == "X")


def _span(draft: Draft, number: str, unit: str) -> Draft:
    return replace(draft, kind="DURATION", relation=relation("duration", value=duration_value(number, unit)))


def duration_value(number: str, unit: str) -> str:
    """A TIMEX3 duration: "P2W", "PT30M", "PXD"."""
    letters = UNIT_LETTERS[unit]
    return f"PT{number}{letters[1:]}" if letters.startswith("T") else f"P{number}{letters}"


def _each(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("set", value=duration_value(parts.get("n") or "1", parts["unit"])))


def _each_weekday(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("set", value=f"XXXX-WXX-{parts['wd']}"))


def _fixed(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("set" if draft.kind == "SET" else "duration", value=parts["value"]))


def _ref(draft: Draft, parts: Parts) -> Draft:
    return replace(draft, relation=relation("ref", value=parts["value"]), vague=parts["value"] != "PRESENT_REF")


def _here(draft: Draft, _parts: Parts) -> Draft:
    """« d'ici le 30 juin »: the day of writing, from which a delay runs; no event lies on it."""
    return replace(draft, relation=relation("unit", unit="day", n="0"), hangs="published", vague=True)


_SHAPES: dict[str, Callable[[Draft, Parts], Draft]] = {
    "ago": lambda draft, parts: _shifted(draft, parts, -1, "published"),
    "ago-vague": lambda draft, parts: _some(draft, parts["unit"], -1, "published"),
    "ahead": lambda draft, parts: _shifted(draft, parts, 1, "published"),
    "around": _around,
    "begun": _begun,
    "century": _century,
    "chain-unit": _chain_unit,
    "count-from": _count_from,
    "clock": _clock,
    "day": _day,
    "decade": _decade,
    "deictic": _deictic,
    "delay": _delay,
    "duration": _duration,
    "each": _each,
    "each-weekday": _each_weekday,
    "eve": _eve,
    "eve-from": _eve_from,
    "eve-of": _eve_of,
    "feast": _feast,
    "fixed": _fixed,
    "later": _later,
    "later-vague": _later_vague,
    "here": _here,
    "month": _month,
    "night": _night,
    "nth": _nth,
    "nth-weekend": _nth_weekend,
    "ordinal": _ordinal,
    "part": _part,
    "ref": _ref,
    "running": _running,
    "season": _season,
    "term": _term,
    "unit": _unit,
    "unit-part": _unit_part,
    "weekday": _weekday,
    "weekday-told": _weekday_told,
    "year": _year,
}
