"""What a claim can be compared by, worked out once for each claim."""

import re
from dataclasses import dataclass

from pourparlers.linking.wording import stems
from pourparlers.model.claim import Agent, Claim, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold
from pourparlers.model.period import AFTER, BEFORE, Range, Stretch, prefix_range, stretch

#: Statuses of what lies ahead of the article that tells it.
AHEAD = frozenset({"planned", "proposed", "unconfirmed", "conditional"})


@dataclass(frozen=True, slots=True)
class Source:
    """The document of a claim as linking sees it. published: the days on which it can have come out, None when nothing is known."""

    document: str
    family: str
    published: Range | None


@dataclass(frozen=True, slots=True)
class Features:
    """A claim as linking compares it.

    kind: event | statement | position | commitment | figure. type: of the event; stance and issue of a position; what is counted.
    names: of those who act, speak or ask, one tuple of alternatives (name, side) for each; hosts: those of mediators. days: of the fact or the utterance.
    bounds: the days on which it can have happened or been said, given also its status and when the article came out.
    place, round: as claimed. stems: what the passage is about, names left out. all_stems: names included. quote: folded.
    """

    claim: str
    source: Source
    kind: str
    type: str
    status: str
    names: tuple[tuple[str, ...], ...]
    days: Stretch | None
    bounds: Range
    place: Place | None
    round: int | None
    stems: frozenset[str]
    all_stems: frozenset[str]
    quote: str
    value: float | None = None
    subtype: str | None = None
    hosts: tuple[tuple[str, ...], ...] = ()


def source(reading: Reading, family: str) -> Source:
    """The document of a reading, its day as known now."""
    known = reading.dated.published
    if known.best is None and known.earliest is None and known.latest is None:
        return Source(reading.document, family, None)
    first = prefix_range(known.earliest or known.best or "")
    last = prefix_range(known.latest or known.best or "")
    if first is None or last is None or last.last < first.first:
        return Source(reading.document, family, None)
    return Source(reading.document, family, Range(first.first, last.last))


def event_features(event: Event, where: Source, when: When) -> Features:
    """An event, with its day as known now."""
    names = _names(event.participants)
    hosts = () if event.mediator is None else _names((event.mediator,))
    days = stretch(when.start, when.end)
    words = stems(event.evidence.quote)
    named = _named_stems((*names, *hosts), event.place)
    return Features(
        claim=event.id,
        source=where,
        kind="event",
        type=event.type,
        subtype=event.subtype,
        hosts=hosts,
        status=event.status,
        names=names,
        days=days,
        bounds=_event_bounds(event, where, days),
        place=event.place,
        round=event.round,
        stems=frozenset(w for w in words if w not in named),
        all_stems=frozenset(words),
        quote=fold(event.evidence.quote),
    )


def _event_bounds(event: Event, where: Source, days: Stretch | None) -> Range:
    if days is not None:
        return days.hull
    if where.published is None:
        return Range(BEFORE, AFTER)
    if event.status in AHEAD:
        return Range(where.published.first - 1, AFTER)
    if event.status in {"occurred", "ongoing"}:
        return Range(BEFORE, where.published.last)
    return Range(BEFORE, AFTER)


def said_features(claim: Statement | Position, where: Source, when: When) -> Features:
    """A statement or a position: who speaks or asks, and the words."""
    is_statement = isinstance(claim, Statement)
    agent = claim.speaker if isinstance(claim, Statement) else claim.party
    names = _names((agent,))
    words = stems(claim.evidence.quote)
    named = _named_stems(names, None)
    days = stretch(when.start, when.end)
    return Features(
        claim=claim.id,
        source=where,
        kind="statement" if is_statement else "position",
        type="" if isinstance(claim, Statement) else f"{claim.stance} {claim.issue}",
        status="",
        names=names,
        days=days,
        bounds=days.hull if days is not None else Range(BEFORE, AFTER if where.published is None else where.published.last),
        place=None,
        round=None,
        stems=frozenset(w for w in words if w not in named),
        all_stems=frozenset(words),
        quote=_bare(claim.evidence.quote),
    )


def figure_features(figure: Figure, where: Source, when: When) -> Features:
    """A figure: what is counted, and how many."""
    days = stretch(when.start, when.end)
    what = frozenset(stems(figure.what))
    return Features(
        claim=figure.id,
        source=where,
        kind="figure",
        type=figure.type,
        status="",
        names=() if figure.claimant is None else ((figure.claimant,),),
        days=days,
        bounds=days.hull if days is not None else Range(BEFORE, AFTER if where.published is None else where.published.last),
        place=None,
        round=None,
        stems=what,
        all_stems=what | frozenset(stems(figure.evidence.quote)),
        quote=fold(figure.evidence.quote),
        value=figure.value,
    )


def _names(agents: tuple[Agent, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys((a.name,) if a.side is None or a.side == a.name else (a.name, a.side) for a in agents))


def _named_stems(names: tuple[tuple[str, ...], ...], place: Place | None) -> frozenset[str]:
    words = [name for alternatives in names for name in alternatives]
    return frozenset(s for w in (*words, *(() if place is None else (place.name,))) for s in stems(w))


def _bare(quote: str) -> str:
    return re.sub(r"[^\w ]+", " ", fold(quote)).strip()


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading in the order of their ids."""
    return tuple(sorted(reading.claims, key=lambda c: c.id))
