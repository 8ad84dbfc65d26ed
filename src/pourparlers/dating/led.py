"""Times that the expression right after them leads to their day: « deux jours après l'accord du 7 mars », « mercredi de la semaine prochaine »."""

import re
from collections.abc import Sequence

from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: A number of days, weeks, months or years; how many words may stand between "après" and the date of what it is counted from, and what leads to it.
_DAYS_LONG = re.compile(r"P(\d+)D")
_MONTHS_LONG = re.compile(r"P(\d+)([MY])")
_WEEKS_LONG = re.compile(r"P(\d+)W")
_WEEK = 7
_NOUN = 9
_OF = frozenset({"du", "le"})
#: What stands between a count and the date beside it.
_APPOSED = ((",",), ("(",))

_NOTHING: frozenset[str] = frozenset()
_OF_A_WEEKDAY = frozenset({"de", "du"})

#: What stands between a date and the week, month or year that it lies in, and which goes with which.
_IN = frozenset({"de", "du", "d'", "d’"})
_WITHIN = frozenset({("weekday", "week"), ("day", "month"), ("day", "year"), ("month", "year")})


def told_by_next(draft: Draft, after: Sequence[Draft], words: Words) -> Relation | None:
    """The relation of a draft to the day, week, month or year of the one after it, where that tells its day; `after` holds that one, or nothing."""
    if not after:
        return None
    return _counted(draft, after[0], words) or _within(draft, after[0], words) or _apposed(draft, after[0], words)


def told_by_last(draft: Draft, before: Sequence[Draft], words: Words) -> Relation | None:
    """The relation of « mercredi » to the week right before it: « la semaine prochaine, mercredi »; `before` ends with that one, or holds nothing."""
    if not before or not draft.open or draft.relation.op != "weekday":
        return None
    unit = before[-1]
    between = words.forms[unit.last : draft.first]
    is_week = unit.relation.op == "unit" and unit.relation.get("unit") == "week" and unit.hangs == "published"
    return draft.relation.with_slots(dir="within") if is_week and between in ((), (",",)) else None


def _within(draft: Draft, after: Draft, words: Words) -> Relation | None:
    """« mercredi de la semaine prochaine », « le 7 du mois prochain », « le 5 janvier de l'an dernier »: the first such day of that time."""
    told, unit = draft.relation, after.relation
    if not draft.open or after.hangs != "published" or unit.op != "unit" or (told.op, unit.get("unit")) not in _WITHIN:
        return None
    between = [form.lower() for form in words.forms[draft.last : after.first]]
    if len(between) != 1 or between[0] not in _IN or (told.op == "day" and (told.get("m") is None) != (unit.get("unit") == "month")):
        return None
    return told.with_slots(dir="within")


def _apposed(draft: Draft, after: Draft, words: Words) -> Relation | None:
    """« il y a un an, le 23 septembre 2015 »: a count of months or years that the date right behind it makes precise."""
    is_coarse = draft.relation.op == "shift" and draft.relation.get("unit") in ("month", "year")
    between = tuple(form.lower() for form in words.forms[draft.last : after.first])
    is_date = after.relation.op == "day" and after.relation.get("y") is not None
    return Relation("same") if is_coarse and is_date and between in _APPOSED else None


def _counted(draft: Draft, after: Draft, words: Words) -> Relation | None:
    """The day of « deux jours après l'accord du 7 mars », « un an jour pour jour après l'accord du 7 mars » and « au lendemain de l'accord du 7
    mars » or « de l'attaque de dimanche »: counted from the day of what comes next, where only words of one noun lie between."""
    value = draft.relation.get("value") if draft.relation.op == "duration" else None
    is_after = draft.offset is not None and draft.offset < 0
    of = {"day": _OF, "weekday": _OF_A_WEEKDAY if is_after else _NOTHING}.get(after.relation.op, _NOTHING)
    between = [form.lower() for form in words.forms[draft.last : after.first]]
    if between[-1:] == [","] and after.relation.op == "day" and value is not None:  # « trois ans après la signature, le 24 août, de l'accord »
        between = [*between[:-1], "le"]
    if (value is None and draft.offset is None) or not between or len(between) > _NOUN or between[-1] not in of:
        return None
    if not _SENTENCE_ENDS.isdisjoint(between) or "," in between:
        return None
    if draft.offset is not None:
        return draft.relation.with_slots(n=str(-draft.offset))
    exact = alphabet().value(between[0], "EXACT") is not None
    sign = alphabet().value(between[1] if exact and len(between) > 1 else between[0], "COUNTED")
    return None if sign is None else _reached(draft, value or "", int(sign), exact=exact)


def _reached(draft: Draft, duration: str, sign: int, *, exact: bool) -> Relation | None:
    """What a duration reaches from the day behind it: a day, or the month or year in which so many of them end unless they are counted to the day."""
    days, months = _days(duration, exact), _MONTHS_LONG.fullmatch(duration)
    told = Relation("after", draft.relation.slots)
    if days is not None:
        return told.with_slots(unit="day", n=str(days * sign))
    if months is None:
        return None
    return told.with_slots(unit="year" if months[2] == "Y" else "month", n=str(int(months[1]) * sign), exact="1" if exact else None)


def _days(duration: str, exact: bool) -> int | None:
    """The days of a duration: weeks have so many only where they are counted to the day."""
    if (found := _DAYS_LONG.fullmatch(duration)) is not None:
        return int(found[1])
    found = _WEEKS_LONG.fullmatch(duration) if exact else None
    return None if found is None else int(found[1]) * _WEEK
