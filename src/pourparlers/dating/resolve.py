"""Ties and the document's day -> times: the days that each expression denotes, as far as they are known."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.dating.explain import reasons_of
from pourparlers.dating.hang import Tied
from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.denoted import NOTHING, Denoted
from pourparlers.model.relation import Relation, parse, relation
from pourparlers.model.resolution import resolve
from pourparlers.model.text import Span
from pourparlers.model.time import Published, Time

#: Of more days than these nothing is worked out but months and years.
_MOST_CANDIDATES = 62

#: A week or some days that touch two months lie in those two; « 2022-03 » is so many characters.
_SOME_DAYS, _MONTH = 10, 7

#: Candidates so many times less likely than the best are left out of account.
_UNLIKELY = 5


def resolve_times(tied: Sequence[Tied], published: Published) -> tuple[Time, ...]:
    """The times of a document, given what is known of its day."""
    return re_resolve(_with_implied([_time(t) for t in tied], [t.draft.offset for t in tied]), published)


def _with_implied(times: Sequence[Time], offsets: Sequence[int | None]) -> tuple[Time, ...]:
    """The times, and after « au lendemain de » the day that it is told from; indices of anchors follow."""
    shifted: list[int] = []
    found: list[Time] = []
    extra = 0
    for offset in offsets:
        shifted.append(len(shifted) + extra)
        extra += offset is not None
    for time, offset in zip(times, offsets, strict=True):
        anchor = str(shifted[int(time.anchor)]) if time.anchor.isdecimal() else time.anchor
        found.append(replace(time, anchor=anchor))
        if offset is not None:
            after = Span(time.span.end, time.span.end)
            found.append(replace(time, span=after, anchor=str(len(found) - 1), relation=str(relation("same", n=str(offset))), implied=True))
    return tuple(found)


def re_resolve(times: tuple[Time, ...], published: Published) -> tuple[Time, ...]:
    """The same times for a document's day that is known anew."""
    relations = [parse(time.relation) for time in times]
    anchors = [time.anchor for time in times]
    found = [_denote(relations, anchors, anchor) for anchor in possible_days(published)]
    together = [_common([one[i] for one in found]) for i in range(len(times))]
    return tuple(
        replace(_dated(time, denoted), reasons=reasons_of(time, told, published))
        for time, told, denoted in zip(times, relations, together, strict=True)
    )


def impossible_dates(times: Sequence[Time], published: Published) -> tuple[Time, ...]:
    """The times whose weekday and day of the month disagree, or that name a day which does not exist."""
    dates = [(time, parse(time.relation)) for time in times if time.relation.startswith("day ")]
    anchors = possible_days(published)
    return tuple(time for time, told in dates if all(resolve(told, anchor if time.anchor == "published" else None).impossible for anchor in anchors))


def possible_days(published: Published) -> list[Days | None]:
    """The days on which the document may have been published, each as a span; [None] when they are not known or too many."""
    prefixes = published.candidates or ((published.best,) if published.best is not None else ())
    if published.shares:
        enough = published.shares[0] / _UNLIKELY
        prefixes = tuple(prefix for prefix, share in zip(prefixes, published.shares, strict=True) if share >= enough)
    spans = [days for prefix in prefixes if (days := calendar.prefix_days(prefix)) is not None and len(days) <= _MOST_CANDIDATES]
    ordinals = [ordinal for span in spans for ordinal in range(span.first, span.last + 1)]
    return [Days(o, o) for o in ordinals] if 0 < len(ordinals) <= _MOST_CANDIDATES else [None]


def _denote(relations: Sequence[Relation], anchors: Sequence[str], published: Days | None) -> list[Denoted]:
    """What each relation denotes for one day of publication. First those that hang on no other time, then the others in order."""
    found = [resolve(r, published if a == "published" else None) if not a.isdecimal() else NOTHING for r, a in zip(relations, anchors, strict=True)]
    for i, anchor in enumerate(anchors):
        if anchor.isdecimal():
            found[i] = resolve(relations[i], found[int(anchor)].days)
    return found


def _common(found: Sequence[Denoted]) -> Denoted:
    """What is sure whichever day it is: the same days, or else the month (of days) or the year (of months) that holds them all."""
    first = found[0]
    if all(one == first for one in found):
        return first
    if any(one.days is None for one in found):
        return NOTHING
    spans = [one.days for one in found if one.days is not None]
    union = Days(min(s.first for s in spans), max(s.last for s in spans))
    prefix = calendar.holding_prefix(union)
    coarsest = 7 if max(len(s) for s in spans) <= 7 else 4
    if prefix is None or len(prefix) < coarsest:
        return NOTHING
    return Denoted(calendar.prefix_days(prefix), prefix)


def _time(tied: Tied) -> Time:
    draft = tied.draft
    return Time(
        span=draft.span,
        kind=draft.kind,
        value=draft.value,
        start=None,
        end=None,
        relation=str(tied.relation),
        anchor=tied.anchor,
        rule=draft.rule,
        direction=tied.direction,
        bound=tied.bound,
        vague=draft.vague or tied.idle,
    )


def _dated(time: Time, denoted: Denoted) -> Time:
    value = denoted.value if denoted.value is not None else _own_value(time)
    if denoted.days is None or time.vague:
        return replace(time, value=value, start=None, end=None)
    start, end = ends(denoted.days)
    return replace(time, value=value, start=start, end=end)


def _own_value(time: Time) -> str | None:
    """The value that an expression has of itself; a day that it was given by a document's day is none any more when that is not known."""
    return None if time.value is not None and time.value[0].isdecimal() else time.value


def ends(days: Days) -> tuple[str | None, str | None]:
    """The ISO prefixes of the first and last day: equal for one day, month or year, or for what surely lies in one; two months for a week or so
    that touches both."""
    first, last = calendar.iso(days.first), calendar.iso(days.last)
    if len(days) <= 2:
        return first, last
    if len(days) <= _SOME_DAYS and first[:_MONTH] != last[:_MONTH]:
        return first[:_MONTH], last[:_MONTH]
    prefix = calendar.holding_prefix(days)
    return prefix, prefix
