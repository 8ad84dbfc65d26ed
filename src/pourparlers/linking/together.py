"""Days sharpened together: a document whose day is not known alone takes it from another that tells of the same thing.

Of a document with several candidate days, each event is looked at as it would be dated under each candidate. An event of another document
whose day is known alone is a partner when the two are then held to be one; it counts when it is the only one, or clearly the best. Each
event leaves the candidates under which it has its partner's day; all events of the document together leave the intersection. When nothing is
left, the document keeps what it knew alone and the events are told to contradict each other.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pourparlers.linking.blocking import keys
from pourparlers.linking.compare import compare
from pourparlers.linking.features import Features, features_of, source
from pourparlers.model.claim import Claim, Reading, When
from pourparlers.model.time import Dated, Published

#: Candidate days beyond which a document is left alone: it is known to no better than a month or two.
CANDIDATES = 62
#: Points that two events need to date a document by each other, and by which the best partner's day must beat another day.
PARTNER, CLEAR = 4.5, 1.0

C = TypeVar("C", bound=Claim)
Redate = Callable[[Dated, Published], Dated]


@dataclass(frozen=True, slots=True)
class Together:
    """readings: with their days as known together, in the order given. published: what has changed, by document.
    contradictions: pairs of claims (smaller id first) that would give a document two days."""

    readings: tuple[Reading, ...]
    published: dict[str, Published]
    contradictions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Hint:
    """An event that leaves some candidates, its partner and the partner's document."""

    claim: str
    partner: str
    name: str
    days: frozenset[str]


def sharpen(readings: Sequence[Reading], redate: Redate, families: Mapping[str, str]) -> Together:
    """The readings with their documents' days as known together."""
    if not any(_is_open(reading.dated.published) for reading in readings):
        return Together(tuple(readings), {}, ())
    known = _known_events(readings, families)
    published: dict[str, Published] = {}
    contradictions: list[tuple[str, str]] = []
    found = []
    for reading in readings:
        hints = _hints(reading, redate, families, known) if _is_open(reading.dated.published) else []
        better, clash = _intersect(reading.dated.published, hints)
        contradictions.extend(clash)
        if better is None:
            found.append(reading)
        else:
            published[reading.document] = better
            found.append(dated_again(reading, redate(reading.dated, better)))
    return Together(tuple(found), published, tuple(sorted(set(contradictions))))


def _is_open(published: Published) -> bool:
    days = [c for c in published.candidates if len(c) == 10]
    return 1 < len(days) <= CANDIDATES and len(days) == len(published.candidates)


def _known_events(readings: Iterable[Reading], families: Mapping[str, str]) -> dict[tuple[str, ...], list[tuple[Features, str]]]:
    """The events whose day is known alone, by the keys of blocking, each with its document's name: all of a document whose own day is known,
    and of another those that do not hang on it."""
    found: dict[tuple[str, ...], list[tuple[Features, str]]] = defaultdict(list)
    for reading in readings:
        if _is_open(reading.dated.published) and len(reading.dated.published.best or "") == 10:
            continue  # its events hang on the likeliest of several days
        where = source(reading, families[reading.document])
        for event in reading.events:
            features = features_of(event, where)
            if _one_day(features) is not None:
                for key in set(keys(features)):
                    found[key].append((features, reading.name))
    return found


def _one_day(event: Features) -> int | None:
    begin = None if event.days is None else event.days.begin
    return begin.first if begin is not None and len(begin) == 1 else None


def _hints(reading: Reading, redate: Redate, families: Mapping[str, str], known: Mapping[tuple[str, ...], list[tuple[Features, str]]]) -> list[_Hint]:
    """What each event of an open document leaves of its candidates."""
    family = families[reading.document]
    dated: dict[str, dict[str, Features]] = defaultdict(dict)
    for day in reading.dated.published.candidates:
        alone = dated_again(reading, redate(reading.dated, Published(day, day, day, (day,))))
        where = source(alone, family)
        for event in alone.events:
            dated[event.id][day] = features_of(event, where)
    hints = []
    for claim, by_day in sorted(dated.items()):
        if len({_one_day(f) for f in by_day.values()}) > 1:
            hint = _hint(claim, by_day, known)
            if hint is not None:
                hints.append(hint)
    return hints


def _hint(claim: str, by_day: Mapping[str, Features], known: Mapping[tuple[str, ...], list[tuple[Features, str]]]) -> _Hint | None:
    """The candidates that put the event on the day of its only, or clearly best, partner."""
    best: dict[int, tuple[float, str, str]] = {}
    for partner, name in _partners(by_day.values(), known):
        day = _one_day(partner)
        fitting = [f for f in by_day.values() if _one_day(f) == day]
        if day is None or not fitting or partner.source.document == fitting[0].source.document:
            continue
        result = compare(fitting[0], partner)
        if not result.excluded and result.total >= PARTNER:
            best[day] = max(best.get(day, (0.0, "", "")), (result.total, partner.claim, name))
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1][0] - ranked[1][1][0] < CLEAR):
        return None
    day, (_, partner_id, name) = ranked[0]
    return _Hint(claim, partner_id, name, frozenset(c for c, f in by_day.items() if _one_day(f) == day))


def _partners(events: Iterable[Features], known: Mapping[tuple[str, ...], list[tuple[Features, str]]]) -> list[tuple[Features, str]]:
    keyed = {key for event in events for key in keys(event)}
    found = {partner.claim: (partner, name) for key in keyed for partner, name in known.get(key, ())}
    return [found[claim] for claim in sorted(found)]


def _intersect(alone: Published, hints: Sequence[_Hint]) -> tuple[Published | None, list[tuple[str, str]]]:
    """The day as known together (None: no better than alone), and the pairs of claims that contradict each other."""
    if not hints:
        return None, []
    left = [day for day in alone.candidates if all(day in hint.days for hint in hints)]
    if not left:
        clashing = [(a, b) for a, b in itertools.combinations(hints, 2) if not a.days & b.days]
        return None, [(min(a.claim, b.claim), max(a.claim, b.claim)) for a, b in clashing]
    names = sorted({hint.name for hint in hints})
    reason = "jour précisé par ce que racontent aussi : " + ", ".join(names)
    best = left[0] if len(left) == 1 else alone.best
    return Published(best, min(left), max(left), tuple(left), (*alone.reasons, reason)), []


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
