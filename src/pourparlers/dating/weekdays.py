"""The weekdays that a text names, and how each is told: tense, place in the text, whose words, beside which verb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pourparlers.dating.hang import Tied
from pourparlers.lexicon import read_yaml
from pourparlers.model.relation import Relation

#: Bounds of dates that are background: what happened since is told, not they.
BACKGROUND = frozenset({"since", "after"})

#: Weekdays told in these ways are of days when something is said to have happened.
_HAPPENED = frozenset({"past", "earlier", "none", "present", "this"})

#: Of days to come.
_AHEAD = frozenset({"future", "next"})

#: The opening of a text: its first lines, at least so many characters.
_LEAST_OPENING, _FIRST_LINE = 300, 200

#: So many characters around a weekday are searched for its verb.
_BEFORE, _AFTER = 140, 60

#: What parts of the day are called, and hours up to the last of each.
_PARTS = {"TMO": "in the morning", "TMI": "in the afternoon", "TAF": "in the afternoon", "TEV": "in the evening", "TNI": "at night"}
_HOURS = ((11, "in the morning"), (15, "in the afternoon"), (24, "in the evening"))
_HOUR = re.compile(r"T(\d\d)")

_END = re.compile(r"[.!?\n]")
_EARLIER = re.compile(r"\b(?:avaient|avait|étaient|était)\b")
_AUXILIARY = re.compile(r"\b(?:a|aient|ait|est|ont|sont)\b")
_WORD = re.compile(r"[\w’']+")


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday that a text names. evidence: how, in the words of the habits ("first past")."""

    evidence: str
    weekday: int


@dataclass(frozen=True, slots=True)
class ToldWeekday:
    """A weekday as told: "past", "earlier" (in the pluperfect), "present", "this", "last", "next", "future" or "none". opening: in the first lines.
    attributed: right after a participle that reports (« a déclaré mardi »)."""

    weekday: int
    told: str
    opening: bool
    quoted: bool
    background: bool
    attributed: bool

    @property
    def happened(self) -> bool:
        """True for a day on which something is said to have happened."""
        return self.told in _HAPPENED

    @property
    def is_ahead(self) -> bool:
        """True for a day to come."""
        return self.told in _AHEAD

    @property
    def is_story(self) -> bool:
        """True for a day of what the text itself tells, in the past."""
        return self.told in ("past", "this") and not self.quoted and not self.background


def is_weekday(tied: Tied) -> bool:
    """True for a weekday, with its date or without; not for one that only bounds (« depuis le lundi 3 mai »)."""
    is_bound = tied.relation.op == "day" and tied.bound in BACKGROUND
    return tied.relation.op in ("weekday", "day") and tied.relation.get("wd") is not None and not is_bound


def ranked_weekdays(tied: Sequence[Tied], *, beside_yesterday: bool) -> Iterator[NamedWeekday]:
    """The weekdays named, each with its rank among those that tell on their own. beside_yesterday: the text says « hier » too,
    and the first of them is often that day."""
    ranks = iter(("first", "second"))
    seen: set[tuple[int, str]] = set()
    for t in tied:
        weekday = t.relation.number("wd")
        if weekday is None or not is_weekday(t):
            continue
        told = how_told(t)
        rank = "repeated" if (weekday, told) in seen else "any" if told in ("last", "next", "this") else next(ranks, "later")
        seen.add((weekday, told))
        yield NamedWeekday(f"{rank} {told}", weekday)
        if rank == "first" and beside_yesterday and t.direction == "past":
            yield NamedWeekday("yesterday and first weekday", weekday)


def timed_weekdays(tied: Sequence[Tied]) -> Iterator[NamedWeekday]:
    """The part of the day at which something happened on each weekday, and the eves of weekdays."""
    for t in tied:
        weekday = _weekday_of(t, tied)
        if weekday is None or t.direction == "future":
            continue
        part = _part_of(t.relation)
        if part is not None:
            yield NamedWeekday(f"happened {part}", weekday)
        if t.relation.op == "same" and t.draft.hangs == "chain" and t.relation.number("n") == -1:
            yield NamedWeekday("eve of a weekday", (weekday - 2) % 7 + 1)


def _weekday_of(tied: Tied, others: Sequence[Tied]) -> int | None:
    """The weekday of an expression, its own or that of the day that it hangs on."""
    if is_weekday(tied):
        return tied.relation.number("wd")
    above = others[int(tied.anchor)] if tied.relation.op == "same" and tied.anchor.isdecimal() else None
    return None if above is None or above.direction == "future" or not is_weekday(above) else above.relation.number("wd")


def _part_of(told: Relation) -> str | None:
    """In the words of the habits: "in the morning", "in the afternoon", "in the evening" or "at night"; None when it is not told."""
    if (hour := _HOUR.match(told.get("t") or "")) is not None:
        return next(name for last, name in _HOURS if int(hour[1]) <= last)
    return _PARTS.get(told.get("part") or "")


def how_told(tied: Tied) -> str:
    """How a weekday is named, in the words of the habits: "past", "none", "next"…"""
    told = tied.relation.get("dir")
    if told == "this" and tied.draft.open:
        return "present"
    if told in ("last", "next", "this"):
        return told
    return tied.direction or "none"


def told_weekdays(tied: Sequence[Tied], text: str) -> Iterator[ToldWeekday]:
    """The weekdays named, in order, as told."""
    opening = max(_LEAST_OPENING, text.find("\n", _FIRST_LINE))
    for t in tied:
        weekday = t.relation.number("wd")
        if weekday is not None and is_weekday(t):
            start, end = t.draft.span.start, t.draft.span.end
            before, after = _END.split(text[max(0, start - _BEFORE) : start])[-1], _END.split(text[end : end + _AFTER])[0]
            told = how_told(t)
            told = "earlier" if told == "past" and _is_earlier(before, after) else told
            yield ToldWeekday(weekday, told, start < opening, t.quoted, t.background, _is_attributed(before))


def _is_earlier(before: str, after: str) -> bool:
    """True when the verb nearest to a day told in the past is in the pluperfect or imperfect: told from a later day."""
    earlier, auxiliary = _last(_EARLIER, before), _last(_AUXILIARY, before)
    return earlier > auxiliary or (earlier == auxiliary == -1 and _EARLIER.search(after) is not None)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _is_attributed(before: str) -> bool:
    words = _WORD.findall(before)[-2:]
    return any(word in _reporting_participles() for word in words)


@cache
def _reporting_participles() -> frozenset[str]:
    """The past participles of the verbs in -er that report, and of « dire » and its like."""
    verbs = [entry["verb"] for entry in read_yaml("fr/reporting")["entries"]]
    regular = [verb.removesuffix("er") for verb in verbs if verb.endswith("er") and " " not in verb]
    irregular = ("admis", "averti", "dit", "démenti", "fait", "promis", "prévenu", "reconnu", "redit", "soutenu", "écrit")
    return frozenset((*irregular, *(f"{stem}{ending}" for stem in regular for ending in ("é", "ée", "és", "ées"))))
