"""Readings made by hand, in one line a claim, for the tests of linking and of the chronicle."""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pourparlers.linking import sketch
from pourparlers.model.claim import Agent, Attribution, Claim, Commitment, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Place
from pourparlers.model.text import Evidence, Metadata, Span
from pourparlers.model.time import Dated, Published, Time

HORIZON = "2031-12-31"
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def agent(name: str) -> Agent:
    """ "Anton Brisk (Valdor)" is somebody of that side."""
    bare, _, side = name.partition(" (")
    return Agent(bare, side=side.rstrip(")") or None)


def agents(names: Sequence[str]) -> tuple[Agent, ...]:
    return tuple(agent(name) for name in names)


def by(*names: str) -> tuple[Attribution, ...]:
    """A chain of tellers, outermost first."""
    return tuple(Attribution(agent(name), "selon", 0, 0) for name in names)


def when(day: str | None) -> When:
    """ "2031-05-03", "2031-05", "2031-05-03/2031-05-05", "2031-05-03/" (no end known), "/2031-05-05"; None when nothing is known."""
    start, slash, end = (day or "").partition("/")
    return When(start or None, (end or None) if slash else (start or None))


def quoted(words: str) -> Evidence:
    return Evidence("", 0, len(words), words, "made")


def event(type_: str, words: str, day: str | None = None, who: Sequence[str] = (), **more: Any) -> Event:
    """An event told in these words. A weekday for a day hangs on the day of the document."""
    attribution = more.pop("by", ())
    host = more.pop("host", None)
    place = more.pop("place", None)
    made = Event(
        id="",
        evidence=quoted(words),
        attribution=by(*attribution),
        type=type_,
        subtype=None,
        status="occurred",
        trigger=Span(0, 1),
        when=When(first=_WEEKDAYS.index(day), last=_WEEKDAYS.index(day)) if day in _WEEKDAYS else when(day),
        participants=agents(who),
        mediator=None if host is None else agent(str(host)),
        place=Place(place, precision="city") if isinstance(place, str) else place,
    )
    return replace(made, **more)


def said(speaker: str, words: str, day: str | None = None, mode: str = "direct") -> Statement:
    return Statement(id="", evidence=quoted(words), speaker=agent(speaker), mode=mode, verb="dire", said_on=when(day))


def position(party: str, stance: str, issue: str, words: str, day: str | None = None) -> Position:
    return Position(id="", evidence=quoted(words), party=agent(party), stance=stance, issue=issue, said_on=when(day))


def figure(value: float, what: str, type_: str = "killed", claimant: Sequence[str] = (), **more: Any) -> Figure:
    made = Figure(id="", evidence=quoted(f"{value:g} {what}"), value=value, what=what, type=type_, attribution=by(*claimant))
    return replace(made, **more)


def commitment(type_: str, phase: str, words: str, parties: Sequence[str] = (), day: str | None = None) -> Commitment:
    return Commitment(id="", evidence=quoted(words), type=type_, phase=phase, parties=agents(parties), when=when(day))


def article(name: str, day: str | None, *claims: Claim, text: str = "", outlet: str | None = None, agency: str | None = None) -> Reading:
    """The reading of an article published that day, in that month, on one of the Thursdays of that month ("jeudi 2031-05"), or on that day of a year
    that may also be six or eleven years earlier ("année 2031-05-15")."""
    document = content_id("doc", name)
    named = [
        replace(c, id=content_id("claim", name, i, c.evidence.quote), evidence=replace(c.evidence, document=document)) for i, c in enumerate(claims)
    ]
    published = known(day)
    times = tuple(Time(Span(i, i + 1), "DATE", None, None, None, word, "published", "made") for i, word in enumerate(_WEEKDAYS))
    bare = Reading(document, name, Metadata(outlet=outlet, agency=agency), HORIZON, Dated(published, times), "made", shingles=sketch(text))
    kinds = {"events": Event, "statements": Statement, "positions": Position, "commitments": Commitment, "figures": Figure}
    sorted_out: dict[str, Any] = {kind: tuple(c for c in named if isinstance(c, shape)) for kind, shape in kinds.items()}
    filled = replace(bare, **sorted_out)
    return _settled(filled)


def known(day: str | None) -> Published:
    """What is known of a day of publication."""
    if day is None:
        return Published()
    word, _, month = day.rpartition(" ")
    if word == "année":
        others = tuple(f"{int(month[:4]) - back}{month[4:]}" for back in (6, 11))
        return Published(month, others[-1], month, (month,), ("un jour sans année",), (90,), others)
    if word:
        year, number = map(int, month.split("-"))
        days = [datetime.date(year, number, d) for d in range(1, calendar.monthrange(year, number)[1] + 1)]
        fitting = tuple(d.isoformat() for d in days if d.weekday() == _WEEKDAYS.index(word))
        return Published(month, fitting[0], fitting[-1], fitting, (f"un {word} de ce mois",))
    return Published(day, day, day, (day,))


def _settled(reading: Reading) -> Reading:
    """The events that hang on the document's day, dated as far as that is known alone."""
    dated = redate(reading.dated, reading.dated.published)
    events = [
        e
        if e.when.first is None
        else replace(e, when=When(dated.times[e.when.first].start, dated.times[e.when.first].end, e.when.first, e.when.last))
        for e in reading.events
    ]
    return replace(reading, dated=dated, events=tuple(events))


def redate(dated: Dated, published: Published) -> Dated:
    """Weekdays as the last one up to a known day of publication; unknown otherwise."""
    best = published.best if published.best is not None and len(published.best) == 10 else None
    times = []
    for time in dated.times:
        day = None
        if best is not None:
            last = datetime.date.fromisoformat(best)
            day = (last - datetime.timedelta((last.weekday() - _WEEKDAYS.index(time.relation)) % 7)).isoformat()
        times.append(replace(time, start=day, end=day))
    return Dated(published, tuple(times))
