"""Weeks, their parts and week-ends, as seen from a day."""

from dataclasses import replace
from datetime import date

from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.denoted import NOTHING, Denoted
from pourparlers.model.relation import Relation

#: « en début de semaine », « en milieu de semaine », « en fin de semaine »: the first and last day, from 0 for the Monday.
_DAYS_OF_WEEK = {"start": (0, 2), "mid": (1, 3), "end": (3, 6)}


def week_of(days: Days) -> Denoted:
    """The week of seven days from a Monday on; nothing outside the calendar."""
    if not calendar.in_range(days):
        return NOTHING
    year, week, _ = date.fromordinal(days.first).isocalendar()
    return Denoted(days, f"{year:04}-W{week:02}")


def part_of_week(week: Days, anchor: Days, relation: Relation) -> Denoted:
    """A week, or its beginning, middle or end: told in the past, the latest before the anchor; in the future, the
    first that is not over."""
    part, direction = relation.get("mod"), relation.get("dir")
    if part is None:
        return week_of(week)
    first, last = _DAYS_OF_WEEK[part]
    if direction == "past" and week.first + first >= anchor.first:
        week = week.shift(-7)
    if direction == "future" and week.first + last < anchor.last:
        week = week.shift(7)
    found = week_of(week)
    return found if found.days is None else replace(found, days=Days(found.days.first + first, found.days.first + last))


def weekend(anchor: Days, steps: int, direction: str | None) -> Denoted:
    """The week-end of the anchor's week, the one before or the next to come; on a Monday or Tuesday a past one is that just gone."""
    week = calendar.week_days(anchor.first)
    if steps == 0 and direction == "past" and calendar.weekday(anchor.first) <= 4:
        steps = -1
    if steps == 1 and calendar.weekday(anchor.first) <= 5:
        steps = 0
    found = week_of(week.shift(7 * steps))
    if found.days is None:
        return NOTHING
    return Denoted(Days(found.days.first + 5, found.days.last), f"{found.value}-WE")
