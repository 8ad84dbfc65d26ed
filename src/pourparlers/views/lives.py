"""The life of a commitment: the entries that tell of one promise, in order, and the day on which it runs out."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import THIRD_ROLES, Agent, Commitment
from pourparlers.views.days import french_day
from pourparlers.views.scope import Sides
from pourparlers.views.shown import Shown

#: Days between two announcements of one type and one pair of parties beyond which they are two promises.
RENEWED = 10
#: Types of promises that hold for a time: of the others, a length tells when they are to be kept.
LASTING = frozenset({"ceasefire", "corridor", "deadline"})
#: Phases that end a life.
_OVER = frozenset({"ended"})
#: Words before a length of what is promised, unlike "il y a", "depuis", "après".
_FOR = (" de", " d'", " d’", " pour", " pendant", " durant")
#: A number of days, weeks, months or years, as TIMEX3 writes it; length of "2022-03-03".
_LENGTH, _FULL_DAY = re.compile(r"P(\d{1,3})([DWMY])"), 10


@dataclass(slots=True)
class Life:
    """entries: that tell of one promise, in order. camps: those who are bound, as far as known. first, last: days as ordinals, None while unknown."""

    type: str
    entries: list[Entry] = field(default_factory=list)
    camps: set[str] = field(default_factory=set)
    first: int | None = None
    last: int | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a promise runs out. day: ISO day, None when it cannot be known. why: plain French."""

    day: str | None
    why: str


def lives(shown: Shown, entries: Iterable[Entry]) -> list[Life]:
    """The lives of commitments, by their first day: an entry goes on with the latest life of its type whose parties can be its own."""
    sides = Sides(shown.scope)
    found: list[Life] = []
    for entry in sorted(entries, key=lambda e: (_day(shown, e) or 10**7, e.id)):
        camps = {camp for agent in entry.participants if (camp := _camp(sides, agent)) is not None}
        day = _day(shown, entry)
        life = next((one for one in reversed(found) if _goes_on(one, entry, camps, day)), None)
        if life is None:
            life = Life(entry.type)
            found.append(life)
        _take(life, entry, camps, day)
    return found


def _camp(sides: Sides, agent: Agent) -> str | None:
    """Whom an agent binds: its party, else its side; nobody for one that mediates."""
    standing = sides.of(agent)
    if standing is not None and standing.part == "mediator":
        return None
    if standing is None:
        return agent.side or agent.name
    return standing.side or agent.side or standing.name


def bound(shown: Shown, claims: Iterable[Commitment]) -> tuple[str, ...]:
    """Whom a promise binds: its parties by their names in the process, others by theirs; each once. Mediators are left out and, where two parties
    are known, people who are of neither: they were there."""
    sides = Sides(shown.scope)
    told = [(agent, sides.of(agent)) for claim in claims for agent in claim.parties if agent.role not in THIRD_ROLES]
    several = len({standing.side for _, standing in told if standing is not None and standing.side is not None}) > 1
    found = []
    for agent, standing in told:
        if standing is None or standing.side is None:
            if standing is None or not (standing.part == "mediator" or (several and standing.kind == "person")):
                found.append(sides.label(agent))
        else:
            found.append(standing.side)
    return tuple(dict.fromkeys(found))


def _goes_on(life: Life, entry: Entry, camps: set[str], day: int | None) -> bool:
    """True when an entry can tell of what a life tells of: never without a common party where both know theirs, nor after its end."""
    if life.type != entry.type or life.over or (camps and life.camps and not camps & life.camps):
        return False
    if entry.subtype != "declared":
        return True
    return day is None or life.last is None or day - life.last <= RENEWED


def _take(life: Life, entry: Entry, camps: set[str], day: int | None) -> None:
    life.entries.append(entry)
    life.camps |= camps
    if day is not None:
        life.first = day if life.first is None else min(life.first, day)
        life.last = day if life.last is None else max(life.last, day)
    life.over = entry.subtype in _OVER


def _day(shown: Shown, entry: Entry) -> int | None:
    """The day of an entry; that on which it was first told where it has none."""
    told = min((day for document in entry.documents if (day := shown.told_on(document)) is not None), default=None)
    days = prefix_days(entry.start or entry.end or told or "")
    return None if days is None else days.first


def deadline(shown: Shown, entries: Sequence[Entry], claims: Sequence[Commitment]) -> Deadline | None:
    """When a promise runs out: the day that the articles give; else the day from which it holds and its length, an extension's counted from the day
    on which it would have ended; None where no length is told."""
    said = _last_said(entries)
    more = _length(shown, [claim for claim in claims if claim.phase == "extended"])
    extended = any(claim.phase == "extended" for claim in claims)
    if said is not None and (not extended or _last_said([e for e in entries if e.subtype == "extended"]) == said):
        return Deadline(said, "dit par les articles")
    if said is None and not any(entry.type in LASTING for entry in entries):
        return None
    found = _first_term(shown, entries, claims) if said is None else Deadline(said, "dit par les articles")
    if more is None:
        return found if found is None or not extended else Deadline(None, "prolongé jusqu'à un jour que rien ne dit")
    if found is None or found.day is None:
        found = _from_start(more, _extended_on(entries))
        return Deadline(None, f"« {more[1]} » de plus, après un terme que rien ne dit") if found.day is None else found
    return Deadline(_after(found.day, more[0]), f"{found.why}, puis « {more[1]} » de plus")


def _last_said(entries: Iterable[Entry]) -> str | None:
    """The last day that the articles give as that on which a promise runs out."""
    return max((e.end for e in entries if e.end is not None and len(e.end) == _FULL_DAY and _is_term(e)), default=None)


def _first_term(shown: Shown, entries: Sequence[Entry], claims: Sequence[Commitment]) -> Deadline | None:
    """When a promise would have run out without an extension, from its length; None where no length is told."""
    length = _length(shown, [claim for claim in claims if claim.phase != "extended"])
    return None if length is None else _from_start(length, _start(entries))


def _is_term(entry: Entry) -> bool:
    """True when the end of an entry is that of what was promised, not that of the night in which it was signed."""
    return entry.end != entry.start and (entry.type in LASTING or entry.start is None)


def _from_start(length: tuple[str, str], start: str | None) -> Deadline:
    if start is None:
        return Deadline(None, f"« {length[1]} » à partir d'un jour que rien ne dit")
    return Deadline(_after(start, length[0]), f"« {length[1]} » à partir du {french_day(start)}")


def _after(start: str, length: str) -> str:
    """The day a length after a day, both ISO; of months, the same day of the month, or its last one."""
    day = date.fromisoformat(start)
    number, unit = int(length[1:-1]), length[-1]
    if unit in "DW":
        return (day + timedelta(days=number * (7 if unit == "W" else 1))).isoformat()
    months = day.month - 1 + number * (12 if unit == "Y" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])).isoformat()


def _start(entries: Sequence[Entry]) -> str | None:
    """The day from which a promise holds: that of its entry into force, else of its announcement."""
    return _first_day(entries, ("in_force",)) or _first_day(entries, ("declared", None))


def _extended_on(entries: Sequence[Entry]) -> str | None:
    return _first_day(entries, ("extended",))


def _first_day(entries: Sequence[Entry], phases: Sequence[str | None]) -> str | None:
    return min((e.start for e in entries if e.subtype in phases and e.start is not None and len(e.start) == _FULL_DAY), default=None)


def _length(shown: Shown, claims: Iterable[Commitment]) -> tuple[str, str] | None:
    """The first length that a passage of the claims tells, as in TIMEX3, with its words."""
    return next((length for claim in claims for length in _lengths(shown, claim)), None)


def _lengths(shown: Shown, claim: Commitment) -> Iterator[tuple[str, str]]:
    """The lengths that the passage of a claim tells, with their words."""
    evidence = claim.evidence
    for time in shown.reading(evidence.document).dated.times:
        told = _LENGTH.fullmatch(time.value or "") if time.kind == "DURATION" else None
        if told is not None and evidence.start <= time.span.start and time.span.end <= evidence.end:
            at = time.span.start - evidence.start
            if evidence.quote[:at].rstrip().lower().endswith(_FOR):
                yield told[0], evidence.quote[at : at + len(time.span)]
