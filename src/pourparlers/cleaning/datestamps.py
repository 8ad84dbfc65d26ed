"""The days that lines around an article name: "Publié le 4 mars 2022 à 18h05", "Mis à jour : 06/03/2022", "Il y a 2 heures"."""

import functools
import re
from dataclasses import dataclass
from datetime import date

from pourparlers.cleaning.folding import fold
from pourparlers.lexicon import load


@dataclass(frozen=True, slots=True)
class StampWord:
    """An entry of data/fr/datestamps.yaml, where the fields are explained."""

    word: str
    kind: str
    example: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day named at [start, end) of a line. value: ISO prefix, "--03-04" without a year, the words for a relative one, None when only an
    hour was told, when there is no such day, or when somebody read the page then. label: "published", "modified", "consulted", or ""."""

    start: int
    end: int
    value: str | None
    label: str = ""
    relative: bool = False
    impossible: bool = False


@functools.cache
def words_of(kind: str) -> tuple[str, ...]:
    """The words of a kind, folded, the longest first."""
    words = {fold(entry.word) for entry in load("fr/datestamps", StampWord) if entry.kind == kind}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _any(kind: str) -> str:
    return "|".join(map(re.escape, words_of(kind)))


@functools.cache
def _months() -> dict[str, int]:
    return {fold(entry.word): entry.number for entry in load("fr/datestamps", StampWord) if entry.number is not None}


#: The weekdays, from Monday on.
_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

#: An hour; with minutes it may be glued to the next word ("à 18h05Le ministre").
_CLOCK = r"(?:\d{1,2} ?[h:] ?\d\d(?!\d)(?: ?[ap]\.?m\b\.?)?(?: ?(?:gmt|utc|cet|cest|tu|heure de \w+)\b)?|\d{1,2} ?h(?:eures?)?(?!\w))"


@functools.cache
def _moment() -> re.Pattern[str]:
    """A day with its hour, a time ago, or an hour alone, in folded text."""
    named = rf"(?:(?P<day>\d{{1,2}})(?:er)? (?:de )?)?\b(?P<month>{_any('month')})\b\.?(?:,? (?P<year>\d{{4}}))?(?!\w)"
    english = rf"\b(?P<emonth>{_any('month')})\b\.? (?P<eday>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<eyear>\d{{4}})(?!\w)"
    figures = r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\w/.-]\d)(?!\w)"
    iso = r"(?P<iso>\d{4}-\d\d-\d\d)(?:t[\d:.+z-]+)?(?!\w)"
    day = rf"(?:(?:{_any('day')})\b\.?,? (?:le )?)?(?:{english}|{named}|{figures}|{iso})"
    ago = rf"il y a (?:\d{{1,3}}|une?|deux|trois) ?(?:{_any('unit')})\b|(?:{_any('recent')})(?=,? (?:a )?{_CLOCK})|a l'instant"
    return re.compile(rf"(?<!\w)(?:(?:{day}|(?P<ago>{ago}))(?:(?:,| -| \|| •)? ?(?:a |at )?{_CLOCK})?|(?:a )?{_CLOCK})")


@functools.cache
def _label() -> re.Pattern[str]:
    """A label that ends where a moment begins."""
    kinds = rf"(?P<published>{_any('published')})|(?P<modified>{_any('modified')})|{_any('consulted')}"
    return re.compile(rf"(?<!\w)(?:{kinds})(?:e|s|es)? ?:? ?(?:le |depuis )?$")


def stamps(text: str) -> tuple[Stamp, ...]:
    """The days named in a line, in order; those without a year, and hours alone, only after a label."""
    folded, last = fold(text), 0
    found = []
    for match in _moment().finditer(folded):
        label = _label().search(folded, last, match.start())
        stamp = _stamp(match, label, text)
        if stamp is not None:
            found.append(stamp)
            last = match.end()
    return tuple(found)


def _stamp(match: re.Match[str], label: re.Match[str] | None, text: str) -> Stamp | None:
    start = match.start() if label is None else label.start()
    named = _label_name(label)
    if named == "consulted":
        return Stamp(start, match.end(), None, named)
    if match["ago"]:
        return Stamp(start, match.end(), text[match.start("ago") : match.end("ago")], named, relative=True)
    if _names_no_day(match):
        return None if label is None else Stamp(start, match.end(), None, named)
    if label is None and (_is_incomplete(match) or (len(match["y"] or "    ") < 4 and not _heads_line(match))):
        return None
    value = _value(match)
    return Stamp(start, match.end(), value, named, impossible=value is None)


def _label_name(label: re.Match[str] | None) -> str:
    if label is None:
        return ""
    return "published" if label["published"] else "modified" if label["modified"] else "consulted"


def _heads_line(match: re.Match[str]) -> bool:
    """True for a moment with which its line opens: figures are a day there even when their year has two of them ("18.09.24 | R. A.")."""
    return match.string[: match.start()] in ("", "le ")


def month_alone(text: str) -> str | None:
    """The ISO month that a line consists of ("Mars 2022"); None for any other line."""
    match = _month_alone().fullmatch(fold(text.strip()))
    return None if match is None else f"{match['year']}-{_months()[match['month']]:02}"


@functools.cache
def _month_alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<month>{_any('month')}) (?P<year>(?:19|20)\d\d)")


def opening_day(text: str, within: int) -> Stamp | None:
    """The first day that the opening of a line names, with its year, without ("--03-04") or by its weekday alone ("-W-3"). Its day may not exist."""
    match = _opening().search(fold(text[:within]))
    if match is None or (match["weekday"] is None and (_names_no_day(match) or (match["month"] is not None and match["day"] is None))):
        return None
    value = f"-W-{_weekdays()[match['weekday']]}" if match["weekday"] is not None else _value(match)
    return Stamp(match.start(), match.end(), value, impossible=value is None)


@functools.cache
def _opening() -> re.Pattern[str]:
    """A moment, or a weekday in full, in folded text."""
    return re.compile(rf"{_moment().pattern}|(?<!\w)(?P<weekday>{'|'.join(_weekdays())})(?!\w)")


@functools.cache
def _weekdays() -> dict[str, int]:
    """The weekdays in full, Monday being 1."""
    return {fold(name): number for number, name in enumerate(_WEEK, start=1)}


def _names_no_day(match: re.Match[str]) -> bool:
    """True for an hour alone or a time ago."""
    return all(match[part] is None for part in ("month", "emonth", "d", "iso"))


def _is_incomplete(match: re.Match[str]) -> bool:
    """True for a month without its day or its year."""
    return match["month"] is not None and (match["year"] is None or match["day"] is None)


def _value(match: re.Match[str]) -> str | None:
    """The ISO prefix of a day that exists, None for one that does not."""
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    elif match["emonth"]:
        year, month, day = int(match["eyear"]), _months()[match["emonth"]], int(match["eday"])
    elif match["month"]:
        year, month, day = int(match["year"] or 0), _months()[match["month"]], int(match["day"] or 0)
    else:
        year, month, day = _full(match["y"]), int(match["m"]), int(match["d"])
    try:
        date(year or 2000, month, day or 1)  # 2000 has a 29 February
    except ValueError:
        return None
    if not day:
        return f"{year:04}-{month:02}" if year else None
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _full(year: str) -> int:
    """A year in full; of two figures, it is of this century."""
    return int(year) + (2000 if len(year) == 2 else 0)
