"""Days as readers write them, in French or in English, no more precise than they are known."""

import datetime

from pourparlers.model.calendar import MONTHS

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")


def french_day(prefix: str | None) -> str:
    """An ISO prefix in French: "2022-03-01" -> "1er mars 2022", "2022-03" -> "mars 2022". Empty for None."""
    if prefix is None:
        return ""
    year, *rest = prefix[:10].split("-")
    if not rest:
        return year
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return month if len(rest) == 1 else f"{day_number(int(rest[1]))} {month}"


def french_span(start: str | None, end: str | None) -> str:
    """From the first to the last day: "28–30 mars 2022", "28 février – 3 mars 2022"; "jusqu’au 30 mars 2022" without a first. Empty for neither."""
    if start is None:
        return "" if end is None else f"jusqu’{_to(end)}"
    if end is None or end == start or end.startswith(start):
        return french_day(start)
    if start[:4] != end[:4] or len(start) != len(end) or len(start) == 4:
        return f"{french_day(start)} – {french_day(end)}"
    if start[:7] == end[:7]:
        return f"{day_number(int(start[8:10]))}–{french_day(end)}"
    return f"{french_day(start).removesuffix(' ' + start[:4])} – {french_day(end)}"


def day_in(language: str, prefix: str | None) -> str:
    """An ISO prefix in words of a language, "fr" or "en": "3 March 2022", "mars 2022", "2022"; empty for None."""
    if prefix is None or language == "fr":
        return french_day(prefix)
    year, *rest = prefix[:10].split("-")
    month = [ENGLISH_MONTHS[int(part) - 1] for part in rest[:1]]
    return " ".join([*(str(int(part)) for part in rest[1:]), *month, year])


def span_in(language: str, start: str | None, end: str | None) -> str:
    """From the first to the last day: "28–30 March 2022", "until 30 March 2022"; empty for neither."""
    if language == "fr":
        return french_span(start, end)
    if start is None:
        return "" if end is None else f"until {day_in(language, end)}"
    if end is None or end == start or end.startswith(start):
        return day_in(language, start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:10])}–{day_in(language, end)}"
    return f"{day_in(language, start)} – {day_in(language, end)}"


def weekday(prefix: str) -> str:
    """The day of the week of an ISO day, abbreviated: "2022-03-03" -> "jeu."."""
    return WEEKDAYS[datetime.date.fromisoformat(prefix[:10]).weekday()]


def day_number(day: int) -> str:
    """The day of the month as it is said: "1er", "2"."""
    return "1er" if day == 1 else str(day)


def _to(prefix: str) -> str:
    said = french_day(prefix)
    if len(prefix) >= 10:
        return f"au {said}"
    return f"en {said}" if len(prefix) == 4 else f"à {said}"
