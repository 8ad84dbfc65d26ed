"""What the expressions of a text say about the day it was published.

Hard evidence is a set of days (`hard_days`); all else speaks for one day more than for another: see `signs`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pourparlers.dating.chronology import Bound, not_before
from pourparlers.dating.daylight import far_region
from pourparlers.dating.hang import Tied
from pourparlers.dating.months import NamedMonth, named_months
from pourparlers.dating.named_days import NamedDay, named_day, named_days, outside_dispatches, parts_of_months
from pourparlers.dating.style import DISPATCH, says_yesterday, style_of
from pourparlers.dating.tolls import ToldToll, told_tolls
from pourparlers.dating.weekdays import (
    NamedWeekday,
    ToldWeekday,
    is_weekday,
    ranked_weekdays,
    timed_weekdays,
    told_weekdays,
)
from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet
from pourparlers.model.relation import Relation
from pourparlers.model.resolution import resolve

#: A document is published so many days at most after a day of this month or weekday that it names with its date.
_NEAR = (60, 120)

#: It is published so many days before one with its weekday that is told in the past, at most: tenses mislead about what was planned.
PAST_DATE = "weekday and date past"
_HARDLY_BEFORE = 7

#: « Au deuxième jour de la visite » is told of many things; a longer count is told of the one that the text is about.
_FIRST_DAYS = 3

#: What happens on the day counted to is told within so many days.
_SOON = 2

#: What may stand between a day told from the publication and its weekday: « hier, mercredi ».
_APPOSED = frozenset({"", ",", "("})

#: « deux semaines après le 24 février »: the days of a unit, and how many more or fewer may be meant; so many words may stand before the date.
_LENGTH = re.compile(r"P(\d+)([DWM])")
_UNIT_DAYS = {"D": (1, 1), "W": (7, 3), "M": (30, 10)}
_AFTER_REACH = 3

#: A full date told as past may be a plan for so many days ahead.
MISLEADING = 31

#: A day without its year that lies behind is not told so many days before it.
_SHORTLY = 90

#: What stands before a length that something is to last.
_TO_LAST = re.compile(r"(?:\b(?:de|pour|pendant|durant)|\bd['’])\s*$")
_PREPOSITION = 10

#: « À dix jours du scrutin du 3 mai », so near the beginning of a text: what stands before the length, and between it and the day.
_AT = re.compile(r"\b[Àà]\s+$")
_OF_WHAT = re.compile(r"\s+(?:du|de|des|d['’])\b[^.,;:!?\n]{0,60}?\s(?:du|le)\s+")
_OPENING = 1000

#: Lengths of so many days, weeks or months tell no day.
_LONG = 60


@dataclass(frozen=True, slots=True)
class Count:
    """So many days counted exactly from a named day, in the words `quote`. told: days of the sentence, one of which is the day counted to; none when
    that is the day of publication."""

    start: NamedDay
    days: int
    quote: str
    told: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class LongAfter:
    """A text told so many days after a named day, from `least` to `most`: « la ville est calme, deux semaines après le jeudi 24 février »."""

    start: NamedDay
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a text says of its day. weekdays: those named, in order. first: the weekday named first, as written, None without one. region: where
    the text begins, when that is far away ("behind", "ahead"). days: the dates named. parts: « début juin », as a day in it. exact: counts to the
    day; after: others. countdowns: « à dix jours du scrutin du 3 mai ». relative: weekdays said "last", "next" or without. least: the latest year
    that the text puts behind it. pinned: weekdays on which the text says it is told (« hier, mercredi »), with its words. stamps: days without a year
    in a dateline or on the page. told: the weekdays as told. timed: weekdays with the part of the day at which something happened, and eves of
    weekdays. weeks: those told from the publication ("this week", "last week-end"). counts: days counted from the publication (« il y a trois
    jours »). lengths: of time, as a number and the letter of a unit (D, W, M). tolls: of a pandemic, and when they stood so. begun: the last
    beginning of what the text names, None without any. months: those named. style: how the text tells days (`style_of`)."""

    weekdays: tuple[NamedWeekday, ...]
    first: str | None
    days: tuple[NamedDay, ...]
    parts: tuple[NamedDay, ...]
    exact: tuple[Count, ...]
    relative: tuple[Relation, ...]
    least: int | None
    region: str = ""
    after: tuple[LongAfter, ...] = ()
    pinned: tuple[tuple[int, str], ...] = ()
    stamps: tuple[NamedDay, ...] = ()
    told: tuple[ToldWeekday, ...] = ()
    counts: tuple[Relation, ...] = ()
    countdowns: tuple[LongAfter, ...] = ()
    lengths: tuple[tuple[int, str], ...] = ()
    tolls: tuple[ToldToll, ...] = ()
    begun: Bound | None = None
    months: tuple[NamedMonth, ...] = ()
    timed: tuple[NamedWeekday, ...] = ()
    weeks: tuple[str, ...] = ()
    style: str = DISPATCH

    @property
    def happened(self) -> tuple[int, ...]:
        """The weekdays on which something is said to have happened, in order, each as often as it is named."""
        return tuple(told.weekday for told in self.told if told.happened)

    @property
    def ahead(self) -> frozenset[int]:
        """The weekdays to come."""
        return frozenset(told.weekday for told in self.told if told.is_ahead)

    @property
    def may_be_sure(self) -> bool:
        """False for a text that is no dispatch and tells its day by dates and weekdays alone."""
        return self.style == DISPATCH or bool(self.pinned or self.stamps or self.exact or self.tolls)

    @property
    def least_year(self) -> int | None:
        """The first year that comes into question: the latest that the text puts behind it, or that of what began last."""
        years = [year for year in (self.least, None if self.begun is None else self.begun.year) if year is not None]
        return max(years, default=None)


def gather(tied: Sequence[Tied], text: str) -> Evidence:
    """The evidence of a document's expressions."""
    style = style_of(tied, text)
    bare = tied if style == DISPATCH else [t for t in tied if t.relation.op != "day"]
    weekdays = tuple(ranked_weekdays(bare, beside_yesterday=style == DISPATCH and says_yesterday(tied)))
    days = named_days(tied, text) if style == DISPATCH else tuple(outside_dispatches(named_days(tied, text), style))
    years = [(t.relation.number("y") or 0, t) for t in tied if t.anchor == "none" and t.relation.op in ("year", "month", "day", "season")]
    return Evidence(
        weekdays=weekdays,
        first=next((text[t.draft.span.start : t.draft.span.end] for t in tied if is_weekday(t)), None),
        region=far_region(text) if weekdays else "",
        days=days,
        parts=parts_of_months(tied, text),
        exact=tuple(_exact(tied, text)),
        after=tuple(_long_after(tied, text)),
        countdowns=tuple(_countdowns(tied, text)),
        relative=tuple(dict.fromkeys(t.relation for t in tied if t.relation.op == "weekday")),
        pinned=tuple(_pinned(tied, text)),
        told=tuple(told_weekdays(bare, text)),
        counts=tuple(dict.fromkeys(t.relation for t in tied if t.relation.op == "shift" and t.anchor == "published")),
        lengths=tuple(dict.fromkeys(_lengths(tied, text))),
        tolls=tuple(dict.fromkeys(told_tolls(text))),
        begun=not_before(text),
        months=named_months(tied),
        timed=tuple(dict.fromkeys(timed_weekdays(tied))),
        weeks=tuple(dict.fromkeys(_weeks(tied))),
        style=style,
        least=max((year for year, t in years if t.direction != "future" and t.bound not in ("until", "before")), default=None),
    )


def hard_days(evidence: Evidence, within: Days) -> list[tuple[DaySet, str]]:
    """The sets of days to which the text confines its publication, inside a span of days, each with its reason in French."""
    years = range(calendar.year_month(within.first)[0] - 1, calendar.year_month(within.last)[0] + 2)
    found = []
    if evidence.begun is not None:
        found.append((calendar.span_set(Days(evidence.begun.first, max(within.last, evidence.begun.first))), evidence.begun.reason))
    for named in evidence.days:
        if named.weekday is not None:
            fitting = [o for year in years if (o := named.in_year(year)) is not None]
            near = DaySet(0)
            before = _HARDLY_BEFORE if named.evidence == PAST_DATE else _NEAR[0]
            for ordinal in fitting:
                near |= calendar.span_set(Days(ordinal - before, ordinal + _NEAR[1]))
            found.append((near, f"« {named.quote} » ne tombe ce jour de la semaine que certaines années"))
    for named in evidence.days:
        if named.bounds:
            bounds = calendar.day_set(o for year in years if (o := named.in_year(year)) is not None)
            found.append((calendar.span_set(within).without(bounds), f"« {named.quote} » est déjà passé"))
    found.extend((_not_before(named, years, within), f"« {named.quote} » est déjà passé") for named in evidence.days if named.done)
    for weekday, quote in evidence.pinned:
        found.append((calendar.weekday_set(weekday, within), f"« {quote} » donne le jour de la semaine"))
    for stamp in evidence.stamps:
        days = [o for year in years if (o := stamp.in_year(year)) is not None]
        found.append((calendar.day_set([*days, *(o + 1 for o in days)]), f"« {stamp.quote} » en donne le jour, sans l’année"))
    for countdown in evidence.countdowns:
        ends = [o for year in years if (o := countdown.start.in_year(year)) is not None]
        counted = calendar.day_set(o + away for o in ends for away in range(countdown.least, countdown.most + 1))
        found.append((counted, f"« {countdown.start.quote} » : le texte compte les jours jusque-là"))
    found.extend(_counted(evidence, years))
    return found


def _not_before(named: NamedDay, years: range, within: Days) -> DaySet:
    """The days of a span that are not before a day that lies behind, nor long before one with its year, whose tense may mislead; without its year,
    that do not come shortly before it."""
    days = [o for year in years if (o := named.in_year(year)) is not None]
    if named.year is not None:
        first = days[0] - MISLEADING if days else within.first
        return calendar.span_set(Days(max(first, within.first), max(first, within.last)))
    allowed = calendar.span_set(within)
    for ordinal in days:
        allowed = allowed.without(calendar.span_set(Days(ordinal - _SHORTLY, ordinal - 1)))
    return allowed


def _counted(evidence: Evidence, years: range) -> Iterator[tuple[DaySet, str]]:
    """Publication days that make an exact count from a named day right."""
    for count in evidence.exact:
        ends = [start + count.days for year in years if (start := count.start.in_year(year)) is not None]
        days = [p for end in ends for p in range(end, end + _SOON + 1) if _is_told(count.told, end, p)]
        yield calendar.day_set(days), f"« {count.quote} » se compte depuis « {count.start.quote} »"


def _is_told(told: Sequence[Relation], end: int, published: int) -> bool:
    """True when one of the days told is the day counted to, for a day of publication; when none is told, that day itself must be it."""
    if not told:
        return published == end
    found = [resolve(relation, Days(published, published)).days for relation in told]
    return any(days is not None and days.first == end for days in found)


def _pinned(tied: Sequence[Tied], text: str) -> Iterator[tuple[int, str]]:
    """The weekdays of publication that appositions give: « hier, mercredi », « aujourd'hui jeudi », « vendredi, demain »."""
    for one, other in pairwise(tied):
        deictic, named = (one, other) if one.relation.op == "unit" else (other, one)
        weekday, steps = named.relation.number("wd"), deictic.relation.number("n")
        is_apposed = text[one.draft.span.end : other.draft.span.start].strip() in _APPOSED and not one.quoted
        told = deictic.relation.get("unit") == "day" and deictic.anchor == "published" and named.relation.op in ("weekday", "day")
        if told and is_apposed and weekday is not None and steps is not None:
            yield (weekday - steps - 1) % 7 + 1, text[one.draft.span.start : other.draft.span.end]


def _exact(tied: Sequence[Tied], text: str) -> Iterator[Count]:
    """Counts to the day: « au huitième jour de l'opération » from its dated beginning, « deux semaines jour pour jour après le 24 février », « il y a
    deux semaines exactement » from the one dated day that lies behind."""
    yield from _apposed_counts(tied, text)
    starts = [named for t in tied if (named := named_day(t, text)) is not None and named.weekday is None and t.direction != "future"]
    story = tuple(t.relation for t in tied if t.relation.op == "weekday")[:1]
    for t in tied:
        quote = text[t.draft.span.start : t.draft.span.end]
        days = _steps_in_days(t.relation)
        if days is None:
            continue
        if t.draft.hangs in ("start", "date") and t.anchor.isdecimal() and (t.draft.hangs == "date" or days >= _FIRST_DAYS):
            start = named_day(tied[int(t.anchor)], text)
            if start is not None:
                yield Count(start, days, quote, t.beside or (story if t.draft.hangs == "date" else ()))
        elif t.relation.op == "shift" and t.relation.get("exact") is not None and t.anchor == "published" and len(set(starts)) == 1:
            yield Count(starts[0], -days, quote)


def _apposed_counts(tied: Sequence[Tied], text: str) -> Iterator[Count]:
    """« demain, 9 juin », « dans une semaine, le 30 juin », « aujourd'hui 14 avril »: a day counted from the publication beside its date."""
    for one, other in pairwise(tied):
        named = named_day(other, text)
        days = _steps_in_days(one.relation, "shift", "unit")
        is_told = one.anchor == "published" and not (one.quoted or one.draft.vague) and one.relation.get("about") is None
        if named is not None and days is not None and is_told and text[one.draft.span.end : other.draft.span.start].strip() in _APPOSED:
            yield Count(named, -days, text[one.draft.span.start : other.draft.span.end])


def _long_after(tied: Sequence[Tied], text: str) -> Iterator[LongAfter]:
    """« deux semaines après le 24 février », « trois jours après le lundi 3 mai », not to the day."""
    for one, other in pairwise(tied):
        length, start = _LENGTH.fullmatch(one.relation.get("value") or ""), named_day(other, text)
        if length is not None and start is not None and other.bound == "after" and other.draft.first - one.draft.last <= _AFTER_REACH:
            days, margin = _UNIT_DAYS[length[2]]
            yield LongAfter(start, int(length[1]) * days - margin, int(length[1]) * days + margin)


def _weeks(tied: Sequence[Tied]) -> Iterator[str]:
    """The weeks and week-ends told from the publication, as "this week", "last week-end"…"""
    for t in tied:
        unit, steps = {"week": "week", "weekend": "week-end"}.get(t.relation.get("unit") or ""), t.relation.number("n")
        if t.relation.op == "unit" and t.anchor == "published" and unit is not None and steps in (-1, 0, 1) and not t.quoted:
            told = ("this", "next", "last")[steps]
            yield f"{told} {unit} {t.direction or 'past'}" if (unit, steps) == ("week-end", 0) else f"{told} {unit}"


def _countdowns(tied: Sequence[Tied], text: str) -> Iterator[LongAfter]:
    """« à dix jours du scrutin du 3 mai », where a text opens: it was written about so many days before."""
    for one, other in pairwise(tied):
        length, end, start = _LENGTH.fullmatch(one.relation.get("value") or ""), named_day(other, text), one.draft.span.start
        if length is None or end is None or length[2] == "M" or one.quoted or start > _OPENING:
            continue
        if _AT.search(text, max(0, start - _PREPOSITION), start) and _OF_WHAT.fullmatch(text, one.draft.span.end, other.draft.span.start):
            days, margin = _UNIT_DAYS[length[2]]
            yield LongAfter(end, -int(length[1]) * days - margin, margin - int(length[1]) * days)


def _lengths(tied: Sequence[Tied], text: str) -> Iterator[tuple[int, str]]:
    """The lengths of time that the text names, in days, weeks or months, but for those that something is to last: « une trêve de six mois »."""
    for t in tied:
        length = _LENGTH.fullmatch(t.relation.get("value") or "")
        start = t.draft.span.start
        if length is not None and int(length[1]) < _LONG and _TO_LAST.search(text, max(0, start - _PREPOSITION), start) is None:
            yield int(length[1]), length[2]


def _steps_in_days(told: Relation, *ops: str) -> int | None:
    """How many days a shift (or a relation of one of these operations) goes, when it is one of days or weeks."""
    unit_days = {"day": 1, "week": 7}.get(told.get("unit") or "")
    is_count = told.op in (ops or ("shift",)) and (told.op != "unit" or unit_days == 1)
    return None if unit_days is None or not is_count else unit_days * (told.number("n") or 0)
