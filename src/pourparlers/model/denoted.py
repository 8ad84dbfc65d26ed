"""What a temporal expression denotes, once the day it hangs on is known."""

from dataclasses import dataclass

from pourparlers.model import calendar
from pourparlers.model.calendar import Days


@dataclass(frozen=True, slots=True)
class Denoted:
    """What an expression denotes. days: None when no days are known. value: TIMEX3, None when unknown.

    impossible: weekday and day of the month disagree, or the day does not exist; the date is then kept as written.
    """

    days: Days | None = None
    value: str | None = None
    impossible: bool = False


NOTHING = Denoted()


def single(ordinal: int | None, impossible: bool = False) -> Denoted:
    """A day; nothing when it is no day of the calendar."""
    if ordinal is None or not calendar.in_range(Days(ordinal, ordinal)):
        return Denoted(impossible=impossible)
    return Denoted(Days(ordinal, ordinal), calendar.iso(ordinal), impossible)
