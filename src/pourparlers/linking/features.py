"""What a claim can be compared by, worked out once for each claim."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparlers.linking.kinds import RARE, UNCOMMON
from pourparlers.linking.titles import own_words, title_of, told_by
from pourparlers.linking.wording import denying_verbs, name_stems, stems, tells_series
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.claim import AHEAD, BEHIND, Agent, Claim, Commitment, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold
from pourparlers.model.period import ALWAYS, Stretch, stretch
from pourparlers.model.relation import parse
from pourparlers.model.time import Time

#: Kinds of events of which parties rarely have two in a day: same people and same day are one.
SINGLE = frozenset({"agreement", "call", "ceasefire", "corridor", "exchange", "meeting", "vote"})

#: Days of a month, counted from its first, that a part of it means.
THIRDS = {"start": (0, 9), "mid": (10, 19), "end": (20, 30)}

#: An actor: its name, and its side where that has another name.
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The document of a claim as linking sees it. published: the days on which it can have come out, None when nothing is known."""

    document: str
    family: str
    published: Days | None


@dataclass(frozen=True, slots=True)
class Features:
    """A claim as linking compares it.

    kind: event | statement | position | commitment | figure. type: of the event; stance and issue of a position; kind of figure.
    names: of those who act, speak or ask. hosts: of mediators. days: of the fact or the utterance.
    bounds: the days on which it can have happened or been said, given also its status and when the article came out.
    stems: what the passage is about, names left out. all_stems: names included. quote: of what was said, folded, without marks.
    sole: its document has no other claim of its kind and type, or, of an uncommon kind of event, none of that. ahead: told as yet to come.
    status: of an event; of a statement, "denied" where its verb denies what it tells. series: what goes on for days ("frappe chaque nuit"), not
    what happens once. act: stems of the words that tell an event. title: a name that it has of a place, in stems ("le sommet de Karlstad"). span:
    where the passage begins and ends. announced: those who take part are named only because they tell of it.
    """

    claim: str
    source: Source
    kind: str
    type: str
    days: Stretch | None
    bounds: Days
    names: tuple[Name, ...]
    stems: frozenset[str]
    all_stems: frozenset[str]
    quote: str = ""
    subtype: str | None = None
    place: Place | None = None
    hosts: tuple[Name, ...] = ()
    round: int | None = None
    value: float | None = None
    sole: bool = False
    ahead: bool = False
    status: str = ""
    series: bool = False
    act: frozenset[str] = frozenset()
    title: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)
    announced: bool = False


def source(reading: Reading, family: str) -> Source:
    """The document of a reading, its day as known now."""
    known = reading.dated.published
    first = prefix_days(known.earliest or known.best or "")
    last = prefix_days(known.latest or known.best or "")
    if first is None or last is None or last.last < first.first:
        return Source(reading.document, family, None)
    return Source(reading.document, family, Days(first.first, last.last))


def of_reading(reading: Reading, family: str) -> list[Features]:
    """All claims of a reading, in its order."""
    where = source(reading, family)
    triggers: dict[str, list[int]] = defaultdict(list)
    for start, type_ in sorted((e.trigger.start, e.type) for e in reading.events):
        triggers[type_].append(start)
    listed = {e.id: own_words(e, triggers[e.type]) for e in reading.events if e.type not in SINGLE}
    features = [_narrowed(features_of(claim, where, listed.get(claim.id)), claim, reading.dated.times) for claim in reading.claims]
    sorts = Counter(map(_sort, features))
    return [replace(f, sole=True) if sorts[_sort(f)] == 1 else f for f in features]


def _sort(claim: Features) -> tuple[str, str | None]:
    return claim.kind, claim.subtype if claim.subtype in UNCOMMON else claim.type


def _narrowed(found: Features, claim: Claim, times: Sequence[Time]) -> Features:
    """With "début septembre" as the first third of the month."""
    begin = None if found.days is None else found.days.begin
    if not isinstance(claim, Event) or claim.when.first is None or begin is None or not 28 <= len(begin) <= 31:
        return found
    part = parse(times[claim.when.first].relation).get("mod")
    if part not in THIRDS:
        return found
    first, last = THIRDS[part]
    third = Stretch(Days(begin.first + first, min(begin.first + last, begin.last)), None if found.days is None else found.days.end)
    return replace(found, days=third, bounds=Days(max(found.bounds.first, third.hull.first), found.bounds.last))


def features_of(claim: Claim, where: Source, words: str | None = None) -> Features:
    """A claim of any kind. words: what of its passage tells of it, None for all."""
    if isinstance(claim, Event):
        return _event(claim, where, claim.evidence.quote if words is None else words)
    if isinstance(claim, Commitment):
        return _commitment(claim, where)
    if isinstance(claim, Figure):
        return _figure(claim, where)
    if isinstance(claim, Statement | Position):
        return _said(claim, where)
    raise TypeError(f"no features for {type(claim).__name__}")


def _event(event: Event, where: Source, passage: str) -> Features:
    names = _names(event.participants)
    hosts = () if event.mediator is None else _names((event.mediator,))
    words = stems(passage)
    named = _named(*names, *hosts, () if event.place is None else (event.place.name,))
    days = _stretch(event.when)
    act = told_by(event)
    return Features(
        event.id,
        where,
        "event",
        event.type,
        days,
        _bounds(days, event.status, where),
        names,
        *_without(named, frozenset(words)),
        subtype=event.subtype,
        place=event.place,
        hosts=hosts,
        round=event.round,
        ahead=event.status in AHEAD,
        status=event.status,
        series=tells_series(event.evidence.quote),
        act=frozenset(stems(act)),
        title=title_of(event, act),
        span=(event.evidence.start, event.evidence.end),
        announced=bool(names) and {a.name for a in event.participants} <= {agent.name for link in event.attribution for agent in link.agents},
    )


def _commitment(claim: Commitment, where: Source) -> Features:
    names = _names(claim.parties)
    words = frozenset(stems(claim.evidence.quote))
    days = _stretch(claim.when)
    bounds = _bounds(days, "", where)
    return Features(claim.id, where, "commitment", f"{claim.type} {claim.phase}", days, bounds, names, *_without(_named(*names), words))


def _said(claim: Statement | Position, where: Source) -> Features:
    if isinstance(claim, Statement):
        kind, type_, agent = "statement", "", claim.speaker
    else:
        kind, type_, agent = "position", f"{claim.stance} {claim.issue}", claim.party
    names = _names((agent,))
    words = frozenset(stems(claim.evidence.quote))
    days = _stretch(claim.said_on)
    bounds = _bounds(days, "occurred", where)
    status = "denied" if isinstance(claim, Statement) and claim.verb in denying_verbs() else ""
    return Features(claim.id, where, kind, type_, days, bounds, names, *_without(_named(*names), words), _bare(claim.evidence.quote), status=status)


def _figure(figure: Figure, where: Source) -> Features:
    what = frozenset(stems(figure.what))
    days = _stretch(figure.as_of)
    names = tuple((name,) for name in figure.claimants)
    words = what | frozenset(stems(figure.evidence.quote))
    bounds = _bounds(days, "occurred", where)
    return Features(figure.id, where, "figure", figure.type, days, bounds, names, what, words, value=figure.value)


def _stretch(when: When) -> Stretch | None:
    return stretch(when.start, when.end)


def _bounds(days: Stretch | None, status: str, where: Source) -> Days:
    """Where the days are unknown, what lies behind an article lies before it, and what lies ahead after it: also where only its end is told."""
    if days is not None:
        ahead = days.begin is None and status in AHEAD and where.published is not None and where.published.first < days.hull.last
        return Days(where.published.first + 1, days.hull.last) if ahead and where.published is not None else days.hull
    if where.published is not None and status in AHEAD:
        return Days(where.published.first + 1, ALWAYS.last)
    if where.published is not None and status in BEHIND:
        return Days(ALWAYS.first, where.published.last)
    return ALWAYS


def _names(agents: tuple[Agent, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys((a.name,) if a.side is None or a.side == a.name else (a.name, a.side) for a in agents))


def _named(*names: Name) -> frozenset[str]:
    return frozenset(stem for name in names for word in name for stem in name_stems(word))


def _without(named: frozenset[str], words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words without those of names, and all of them: one set where no name is among them, for there are many claims."""
    return (words - named if words & named else words), words


def tokens(claim: Features) -> frozenset[str]:
    """The stems of the words of a claim, and of all names and places that it has; its kind, where that is uncommon."""
    kind = frozenset({str(claim.subtype)}) if claim.subtype in UNCOMMON | RARE else frozenset()
    return claim.all_stems | _named(*claim.names, *claim.hosts, () if claim.place is None else (claim.place.name,)) | kind


def _bare(quote: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", fold(quote)).split())
