"""Datelines, with which dispatches and communiqués open: "GENÈVE, 3 mars (AFP) - ", "Kitwe (Zambie), le 6 février 2024. ", "(Reuters) - ".

Around the day, only what belongs to a dateline may stand: a place, an agency, and a mark that parts it from the first sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.cleaning.datestamps import Stamp, opening_day, words_of
from pourparlers.cleaning.folding import fold
from pourparlers.cleaning.signature import agency_of, looks_like_name, looks_like_outlet

#: A dateline names its day within so many characters.
_REACH = 100

#: No place before that of its town has more words.
_WORDS_OF_PLACE = 4

_SENTENCE_ENDS = (*".!?…)", *'«»"“”')
_DASH = r"[-–—_]{1,2}"
#: No dash that parts, but the hyphen of a name: "Cap-Blanc".
_HYPHEN = r"(?<=[^\W\d_])-(?=\w)"
_PLACE = r"(?P<place>[^\W\d_][^(),.;:!?\n]{1,60}?(?: ?\([^()]{2,30}\))?)"
_UNDATED = re.compile(rf"(?:{_PLACE} ?)?\((?P<agency>[^()\n]{{2,40}})\) ?(?:\.?{_DASH}|:) ?(?=\S)")
#: "APA-Bamako (Mali) - ".
_AGENCY_AND_PLACE = re.compile(rf"(?P<agency>[A-Z][\w.]{{1,12}}) ?[-–—] ?{_PLACE} ?(?:{_DASH}|:) ?(?=[A-ZÀ-Ý«\"])")
#: "GENÈVE — ", in capitals; "GENÈVE (Suisse) - ".
_PLACE_ALONE = re.compile(r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’ /-]{2,30})(?: [–—]| \([^\W\d_][^()\n]{2,30}\) [-–—]) (?=[A-ZÀ-Ý«\"])")
_AGENCY_FIRST = re.compile(r"(?P<agency>[A-Z][\w. ]{1,20}?) [-–—]{1,2} (?=[A-ZÀ-Ý«\"])")
_BRACKETED = re.compile(r"([^\W\d_].*?) ?\((.*)\)")
_BEFORE_DAY = re.compile(rf"(?:\((?P<agency>[^()\n]{{2,40}})\) ?(?:{_DASH} ?)?)?\(?(?:{_PLACE}(?P<parted> ?[,(] ?| {_DASH} | (?=le $)))?(?:[Ll]e )?")
_AFTER_DAY = re.compile(rf" ?(?:(?:\(|, )(?P<agency>[^(),.\n]{{2,40}}?)\)?)?\)? ?(?P<mark>(?:\. ?)?(?!{_HYPHEN}){_DASH}|:|\.|(?<=\))) ?(?=\S)")

_UNPARTED = re.compile(r" (?P<agency>(?!))?(?P<mark>)(?=[A-ZÀ-Ý«])")
_ALONE = re.compile(rf" ?(?:(?:\(|, )(?P<agency>[^(),.\n]{{2,40}}?)\)?)?\)? ?(?:\.|{_DASH}|:)?")
#: Right behind a day after a place in capitals, nothing need part it from the sentence.
_SHOUTED = re.compile(r"[^a-zà-ÿ]{3,}\d+(?:er)? [^\W\d]+\.? ")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at [0, end) of a line. day: None when it names none; its own value is None when no such day exists. agency: as written."""

    end: int
    day: Stamp | None = None
    agency: str | None = None


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which a line opens, None without one."""
    return _dated(text) or _undated(text)


def dateline_alone(text: str) -> Dateline | None:
    """The dateline of which a whole line consists: "DJEDDAH (Arabie saoudite), 21 mai 2023 (AFP)"; None for any other line."""
    day = opening_day(text, _REACH)
    before = None if day is None else _before(text, day)
    after = None if day is None else _ALONE.fullmatch(text, day.end)
    if day is None or before is None or after is None or before["place"] is None or not _has_date(day):
        return None
    agency = before["agency"] or after["agency"]
    return Dateline(len(text), day, agency) if agency is None or _is_agency(agency, day) else None


def is_list_of_days(lines: Sequence[str]) -> bool:
    """True when several lines open with dates of their own, parted from what they tell: a chronology, of which no day is the text's."""
    days = [(line, day) for line in lines if (day := opening_day(line, _REACH)) is not None and _has_date(day) and _before(line, day) is not None]
    return len({day.value for line, day in days if (after := _after(line, day)) is not None and _names_nobody_else(after, day)}) > 1


def _names_nobody_else(after: re.Match[str], day: Stamp) -> bool:
    """True when nothing stands between a day and what is told but an agency: not a clause ("Le 3 mai, les tirs ont repris.")."""
    return after["agency"] is None or _is_agency(after["agency"], day)


def _dated(text: str) -> Dateline | None:
    """A day with a place before it, or alone before a dash."""
    day = opening_day(text, _REACH)
    before = None if day is None else _before(text, day)
    after = None if day is None else _after(text, day)
    if day is None or before is None or after is None or not _opens_sentence(text[after.end() :]):
        return None
    agency = before["agency"] or after["agency"]
    if agency is not None and not _is_agency(agency, day):
        return None
    agency = agency or _agency_before(before["place"])
    if before["place"] is None and agency is None and (after["mark"] in (".", ":", "") or not _has_year(day)):
        return None
    return Dateline(after.end(), day, agency)


def _before(text: str, day: Stamp) -> re.Match[str] | None:
    """What stands before the day, when that is nothing but a place, an agency or the name of such texts."""
    match = _BEFORE_DAY.fullmatch(text, _titled(text), day.start)
    if match is None or (match["place"] is not None and not (match["parted"] and _is_place(match["place"]))):
        return None
    return match


def _after(text: str, day: Stamp) -> re.Match[str] | None:
    """What stands between the day and what is told, when it is an agency, a bracket or a mark that parts them."""
    after = _AFTER_DAY.match(text, day.end - text.endswith(".", 0, day.end))
    if after is None and _has_year(day) and _SHOUTED.match(text, 0, day.end) is not None:
        return _UNPARTED.match(text, day.end)
    return after


def _is_place(words: str) -> bool:
    """True for a name, alone or before that of its town or state in brackets: "Nations unies (New York)"."""
    named = _BRACKETED.fullmatch(words)
    if named is None:
        return looks_like_name(words)
    return looks_like_name(words) or (named[2][0].isupper() and max(len(part.split()) for part in named.groups()) <= _WORDS_OF_PLACE)


def _agency_before(place: str | None) -> str | None:
    """The agency before a place: "APA - Bamako (Mali), 3 mars 2022"."""
    first = "" if place is None else re.split(r" ?[-–—] ", place)[0]
    return first if first != place and agency_of(first) is not None else None


def _titled(text: str) -> int:
    """Where a line goes on behind the name of what it opens: "Communiqué de presse, "."""
    folded = fold(text[:_REACH])
    for note in words_of("note"):
        if folded.startswith((note + ", ", note + " - ", note + " : ")):
            return len(text) - len(text[len(note) :].lstrip(" ,-–—:"))
    return 0


def _is_agency(words: str, day: Stamp) -> bool:
    """True for an agency that we know and, beside a day, for a name, or a word for agencies."""
    return agency_of(words) is not None or (_has_date(day) and (looks_like_name(words) or looks_like_outlet(words)))


def _has_year(day: Stamp) -> bool:
    return day.value is not None and day.value[0].isdigit()


def _has_date(day: Stamp) -> bool:
    return day.value is None or not day.value.startswith("-W")


def _opens_sentence(rest: str) -> bool:
    """True for what follows a dateline: a sentence, with its end; a title is none."""
    return not rest[0].islower() and rest.endswith(_SENTENCE_ENDS)


def _undated(text: str) -> Dateline | None:
    """An agency that we know, behind or before a place, or alone; or a place alone, in capitals before a dash."""
    for pattern in (_UNDATED, _AGENCY_AND_PLACE, _AGENCY_FIRST):
        match = pattern.match(text)
        place = None if match is None else match.groupdict().get("place")
        if match is not None and (place is None or _is_place(place)) and agency_of(match["agency"]) is not None:
            return Dateline(match.end(), agency=match["agency"])
    alone = _PLACE_ALONE.match(text)
    return Dateline(alone.end()) if alone is not None and _opens_sentence(text[alone.end() :]) else None
