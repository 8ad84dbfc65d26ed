"""Days as the pages write them, in French or in English, no more precise than they are known."""

import re

from pourparlers.model.calendar import prefix_days
from pourparlers.views.days import day_in, span_in

_PREFIX = re.compile(r"\d{4}(-\d{2}){0,2}")
_SHORT = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def day(prefix: str | None, language: str) -> str:
    """An ISO prefix in words: "3 March 2022", "mars 2022", "2022"; empty for None."""
    return day_in(language, prefix)


def span(start: str | None, end: str | None, language: str) -> str:
    """From the first to the last day: "28–30 March 2022", "until 30 March 2022"; empty for neither."""
    return span_in(language, start, end)


def edtf(value: str, language: str) -> str:
    """A day in EDTF: in words where it is a mere day, month or year; as it stands elsewhere."""
    return day(value, language) if _PREFIX.fullmatch(value) else value


def short(prefix: str | None, language: str) -> str:
    """An ISO prefix with its month abbreviated, for lists: "3 mars 2022", "15 mai 2025"; empty for None."""
    if prefix is None:
        return ""
    year, *rest = prefix[:10].split("-")
    month = [month_name(int(part), language) for part in rest[:1]]
    number = ["1er" if int(part) == 1 and language == "fr" else str(int(part)) for part in rest[1:]]
    return " ".join([*number, *month, year])


def month_name(month: int, language: str) -> str:
    """The abbreviated name of a month, 1 to 12."""
    return _SHORT[language][month - 1]


def first_day(prefix: str) -> int | None:
    """The first day of an ISO prefix as an ordinal; None when it is not one."""
    days = prefix_days(prefix)
    return None if days is None else days.first
