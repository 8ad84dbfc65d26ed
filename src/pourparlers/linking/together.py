"""Days sharpened together: a document whose day is not known alone takes it from another that tells of the same thing.

Of a document with several candidate days (those of other years included, where its year is a guess), each event is looked at as it would be dated
under each candidate. An event of another document whose day is known alone is a partner when the two are then held to be one; it counts when it is
the only one, or clearly the best. Each event leaves the candidates under which it has its partner's day; all events of the document together leave
the intersection. When nothing is left, the document keeps what it knew alone and the events are told to contradict each other.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pourparlers.linking.compare import compare
from pourparlers.linking.features import Features, features_of, source
from pourparlers.model.claim import Claim, Reading, When
from pourparlers.model.period import stretch
from pourparlers.model.time import Dated, Published

#: Candidate days beyond which a document is left alone: it is known to no better than a month or two.
CANDIDATES = 62
#: Points that two events need to date a document by each other, and by which the best partner's day must beat another day.
PARTNER, CLEAR = 4.5, 1.0

C = TypeVar("C", bound=Claim)
Redate = Callable[[Dated, Published], Dated]


#: An event whose day is known, with the name of its document.
Known = tuple[Features, str]


@dataclass(frozen=True, slots=True)
class _Hint:
    """An event that leaves some candidates, its partner and the partner's document."""

    claim: str
    partner: str
    name: str
    days: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sharpened:
    """A document's day as known together; None when no better than alone. by_events: as events told by others give it; published: with what the
    dated documents say of its year besides. clashes: pairs of claims (smaller id first) that would give it two days."""

    by_events: Published | None = None
    clashes: tuple[tuple[str, str], ...] = ()
    published: Published | None = None


def sharpen(reading: Reading, redate: Redate, family: str, known: Callable[[str, int], Iterable[Known]]) -> Sharpened:
    """The day of a document as events tell it. known: all events of a type whose day is known alone and is this one."""
    hints = _hints(reading, redate, family, known) if _is_open(reading.dated.published) else []
    better, clashes = _intersect(reading.dated.published, hints)
    return Sharpened(better, tuple(clashes), better)


def together(reading: Reading, redate: Redate, better: Published | None) -> Reading:
    """The reading with its document's day as known together (None: no better than alone)."""
    return reading if better is None else dated_again(reading, redate(reading.dated, better))


def _possible(published: Published) -> tuple[str, ...]:
    """The days, or the one month or year, on which a document may have come out; the best first."""
    return tuple(dict.fromkeys((*published.candidates, *published.other_years)))


def _is_open(published: Published) -> bool:
    possible = _possible(published)
    return 1 < len(possible) <= CANDIDATES and all(len(day) == 10 for day in possible)


def _is_doubtful(published: Published) -> bool:
    """True when a day is held to be that of publication although others suit."""
    return len(published.other_years) > 0 or (_is_open(published) and len(published.best or "") == 10)


def known_events(reading: Reading, family: str) -> Iterator[tuple[int, Features]]:
    """The events whose day is known alone, each with its day: all of a document whose own day is known, of another those that do not hang on it."""
    if _is_doubtful(reading.dated.published):
        return  # its events hang on the likeliest of several days
    where = source(reading, family)
    for event in reading.events:
        features = features_of(event, where)
        day = _one_day(features)
        if day is not None:
            yield day, features


def known_days(reading: Reading) -> Iterator[tuple[str, int]]:
    """The types and days of the events that `known_events` gives."""
    if not _is_doubtful(reading.dated.published):
        for event in reading.events:
            days = stretch(event.when.start, event.when.end)
            if days is not None and days.begin is not None and len(days.begin) == 1:
                yield event.type, days.begin.first


def asked_days(reading: Reading, redate: Redate) -> Iterator[tuple[str, int]]:
    """The types and days on which events of an open document could fall; nothing where the document's own day is known."""
    if _is_open(reading.dated.published):
        for _, by_day in _dated(reading, redate, reading.document):
            yield from ((f.type, day) for f in by_day.values() if (day := _one_day(f)) is not None)


def _one_day(event: Features) -> int | None:
    begin = None if event.days is None else event.days.begin
    return begin.first if begin is not None and len(begin) == 1 else None


def _dated(reading: Reading, redate: Redate, family: str) -> Iterator[tuple[str, dict[str, Features]]]:
    """The events of an open document, by id, as they are under each candidate: those that then have different days."""
    dated: dict[str, dict[str, Features]] = defaultdict(dict)
    for day in _possible(reading.dated.published):
        alone = dated_again(reading, redate(reading.dated, Published(day, day, day, (day,))))
        where = source(alone, family)
        for event in alone.events:
            dated[event.id][day] = features_of(event, where)
    for claim, by_day in sorted(dated.items()):
        if len({_one_day(f) for f in by_day.values()}) > 1:
            yield claim, by_day


def _hints(reading: Reading, redate: Redate, family: str, known: Callable[[str, int], Iterable[Known]]) -> list[_Hint]:
    """What each event of an open document leaves of its candidates."""
    hints = (_hint(claim, by_day, known) for claim, by_day in _dated(reading, redate, family))
    return [hint for hint in hints if hint is not None]


def _hint(claim: str, by_day: Mapping[str, Features], known: Callable[[str, int], Iterable[Known]]) -> _Hint | None:
    """The candidates that put the event on the day of its only, or clearly best, partner."""
    best: dict[int, tuple[float, str, str]] = {}
    for day in sorted({day for f in by_day.values() if (day := _one_day(f)) is not None}):
        fitting = next(f for f in by_day.values() if _one_day(f) == day)
        for partner, name in known(fitting.type, day):
            if partner.source.document == fitting.source.document:
                continue
            result = compare(fitting, partner)
            if not result.excluded and result.total >= PARTNER:
                best[day] = max(best.get(day, (0.0, "", "")), (result.total, partner.claim, name))
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < CLEAR):
        return None
    day, (_, partner_id, name) = ranked[0]
    return _Hint(claim, partner_id, name, frozenset(c for c, f in by_day.items() if _one_day(f) == day))


def _intersect(alone: Published, hints: Sequence[_Hint]) -> tuple[Published | None, list[tuple[str, str]]]:
    """The day as known together (None: no better than alone), and the pairs of claims that contradict each other."""
    if not hints:
        return None, []
    left = [day for day in _possible(alone) if all(day in hint.days for hint in hints)]
    if not left:
        clashing = [(a, b) for a, b in itertools.combinations(hints, 2) if not a.days & b.days]
        return None, [(min(a.claim, b.claim), max(a.claim, b.claim)) for a, b in clashing]
    names = sorted({hint.name for hint in hints})
    reason = "jour précisé par ce que racontent aussi : " + ", ".join(names)
    best = left[0] if len(left) == 1 or (alone.other_years and alone.best not in left) else alone.best
    guessed = tuple(day for day in left if alone.other_years and day[:4] != left[0][:4])
    days = tuple(day for day in left if day not in guessed)
    return Published(best, min(left), max(left), days, (*alone.reasons, reason), other_years=guessed), []


def dated_again(reading: Reading, dated: Dated) -> Reading:
    """The reading with its times resolved anew, and the days of its claims with them."""
    return replace(
        reading,
        dated=dated,
        events=tuple(_anew(c, dated) for c in reading.events),
        statements=tuple(_anew(c, dated) for c in reading.statements),
        positions=tuple(_anew(c, dated) for c in reading.positions),
        commitments=tuple(_anew(c, dated) for c in reading.commitments),
        figures=tuple(_anew(c, dated) for c in reading.figures),
    )


def _anew(claim: C, dated: Dated) -> C:
    days: dict[str, Any] = {"said_on": _when(claim.said_on, dated)}
    for name in ("when", "as_of"):
        old = getattr(claim, name, None)
        if isinstance(old, When):
            days[name] = _when(old, dated)
    return replace(claim, **days)


def _when(when: When, dated: Dated) -> When:
    """The days of a claim, from the times that gave them; a day that no time gave stays."""
    start = when.start if when.first is None else dated.times[when.first].start
    end = when.end if when.last is None else dated.times[when.last].end
    return replace(when, start=start, end=end)
