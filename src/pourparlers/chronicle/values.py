"""What an entry's fields are claimed to be: all values, their claimants, and the state of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pourparlers.chronicle.life import status_of
from pourparlers.chronicle.people import takers
from pourparlers.chronicle.told import CONDITIONAL, DENIED, Told, agents_of, chains, told_in
from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import GUESSED, RIVALS, Value
from pourparlers.model.claim import AHEAD, BEHIND, Commitment, Event, Figure, Position, Statement, innermost
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold, folded_words, name_words
from pourparlers.model.period import overlap

#: Characters of an ISO prefix that is a day.
_DAY = 10
#: Days by which a vague time ("début septembre") may miss the day that it means.
VAGUE = 1
#: Days that talks over several days take.
SESSION = 4
#: Kilometres within which two towns count as one place, and two places on either side of a frontier.
NEAR, ACROSS = 25.0, 60.0


#: Why a day is told with reserve.
_DOUBTS = {
    "deduced": ("jour déduit de ce que racontent d'autres articles",),
    GUESSED: ("année supposée : aucun article ne la dit, et d'autres conviennent aussi",),
}


@dataclass(frozen=True, slots=True)
class _Claimed:
    field: str
    value: str
    told: Told


def values_of(told: Sequence[Told]) -> tuple[Value, ...]:
    """Every value of every field, by field, the best supported first; who denies it stands before them."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for claimed in (*(c for t in told for c in _claimed(t)), *_people(told)):
        groups[claimed.field, claimed.value].append(claimed.told)
    denied = any(t.modality == DENIED for t in told)
    sides = frozenset(a.side or a.name for t in told for a in agents_of(t.claim))
    places = {t.claim.place.name: t.claim.place for t in told if isinstance(t.claim, Event) and t.claim.place is not None}
    found = []
    for (name, value), tellers in groups.items():
        others = [(v, told_so) for (f, v), told_so in groups.items() if f == name and v != value and not compatible(name, v, value, places)]
        rivals = [v for v, told_so in others if not (_came_otherwise(tellers, told_so) or (name in ("start", "end") and one_session(value, v, told)))]
        state, reason = _state(tellers, denied, rivals, sides)
        modality = _modality(name, tellers)
        reasons = (reason, *_DOUBTS.get(modality, ()))
        found.append(
            (name, -support(tellers), value, Value(name, value, modality, chains(tellers), state, _documents(tellers), reasons, told_in(tellers)))
        )
    return (*_deniers(told), *(item[-1] for item in sorted(found, key=lambda item: item[:3])))


def _claimed(told: Told) -> Iterator[_Claimed]:
    claim, start, end = told.claim, told.when.start, told.when.end
    yield _Claimed("status", status_of(told), told)
    if start is not None:
        yield _Claimed("start", start, told)
    if end is not None and end != start:
        yield _Claimed("end", end, told)
    if isinstance(claim, Event):
        if claim.place is not None:
            yield _Claimed("place", claim.place.name, told)
        if claim.round is not None:
            yield _Claimed("round", str(claim.round), told)
    elif isinstance(claim, Figure):
        yield _Claimed("value", f"{claim.value:g}" if claim.value < 1e5 else f"{claim.value:.0f}", told)
        yield _Claimed("what", claim.what, told)
    elif isinstance(claim, Statement | Position):
        yield _Claimed("text", claim.evidence.quote, told)


def _people(told: Sequence[Told]) -> Iterator[_Claimed]:
    """Who takes part in an event or a commitment, under one name each, and who mediates."""
    for agent, tellers in takers([t for t in told if isinstance(t.claim, Event | Commitment)]):
        yield from (_Claimed("mediator" if agent.role == "mediator" else "participant", agent.name, t) for t in tellers)


def _deniers(told: Sequence[Told]) -> list[Value]:
    """Who denies it: that they do, the articles tell in their own voice."""
    found: dict[str, set[str]] = defaultdict(set)
    for t in told:
        if isinstance(t.claim, Event) and t.claim.denier is not None:
            found[t.claim.denier.name].add(t.document)
    sources = {name: tuple(sorted(documents)) for name, documents in sorted(found.items())}
    return [Value("denied_by", name, "asserted", ((),), "reported", documents, (), (documents,)) for name, documents in sources.items()]


def compatible(field: str, left: str, right: str, places: Mapping[str, Place]) -> bool:
    """True when both values of a field can be right. places: those of the entry, by name."""
    if field in ("start", "end"):
        a, b = prefix_days(left), prefix_days(right)
        return a is None or b is None or overlap(a, b, 0 if len(a) == len(b) == 1 else VAGUE)
    if field == "place":
        return can_be_one(places[left], places[right])
    return field not in ("round", "value")


def can_be_one(left: Place, right: Place) -> bool:
    """True when something can have happened at both: they are near each other, or one may lie in the other. Two towns far apart exclude each other,
    and so do two states."""
    if fold(left.name) in fold(right.name) or fold(right.name) in fold(left.name):
        return True
    apart = left.kilometres_to(right)
    if left.country is not None and right.country is not None and left.country != right.country:
        return apart is not None and apart <= ACROSS and "country" not in (left.precision, right.precision)
    return (apart is not None and apart <= NEAR) or not left.precision == right.precision == "city"


def _came_otherwise(left: Sequence[Told], right: Sequence[Told]) -> bool:
    """True when one was only planned, or put off, and the other is what came of it: that is no contradiction."""
    return any(_only_planned(a) and any(status_of(t) in BEHIND for t in b) for a, b in ((left, right), (right, left)))


def _only_planned(tellers: Sequence[Told]) -> bool:
    return all(status_of(t) in AHEAD or status_of(t) in ("postponed", "cancelled") for t in tellers)


def one_session(left: str, right: str, told: Sequence[Told]) -> bool:
    """True for two days, one soon after the other, of numbered talks: they began on the one and ended on the other."""
    a, b = prefix_days(left), prefix_days(right)
    if a is None or b is None or max(len(a), len(b)) > 1 or abs(a.first - b.first) >= SESSION:
        return False
    return any(isinstance(t.claim, Event) and t.claim.type == "meeting" and t.claim.round is not None for t in told)


def support(tellers: Sequence[Told]) -> int:
    """In how many families it is told."""
    return len({t.family for t in tellers})


def _documents(tellers: Sequence[Told]) -> tuple[str, ...]:
    return tuple(sorted({t.document for t in tellers}))


def _modality(name: str, tellers: Sequence[Told]) -> str:
    modalities = {t.modality for t in tellers}
    if name in ("start", "end") and all(t.guessed for t in tellers):
        return GUESSED
    if name in ("start", "end") and all(t.sharpened for t in tellers):
        return "deduced"
    return next((m for m in ("asserted", CONDITIONAL) if m in modalities), DENIED)


def _state(tellers: Sequence[Told], denied: bool, rivals: Sequence[str], sides: frozenset[str]) -> tuple[str, str]:
    """The state of a value, and why."""
    if rivals:
        return "disputed", f"{RIVALS} : " + ", ".join(sorted(rivals))
    if denied:
        return "disputed", "démenti"
    own = {t.family for t in tellers if t.own_voice and t.modality == "asserted"}
    if len(own) >= 2:
        return "established", f"{len(own)} sources indépendantes l'affirment elles-mêmes"
    affirming = {agent.side or agent.name for t in tellers for agent in innermost(t.claim.attribution)} & sides
    if len(affirming) >= 2:
        return "established", "affirmé de part et d'autre : " + ", ".join(sorted(affirming))
    return "reported", "une seule source" if support(tellers) == 1 else "rapporté, sans que deux sources l'affirment elles-mêmes"


def best_days(told: Sequence[Told]) -> tuple[str | None, str | None]:
    """The days to display: the most precise start, then the best supported, then the one told last; with the end told most often beside it. A day
    for which the thing was only planned counts where no day is known on which it came about, and one from which it was put off where no later one
    is known."""
    starts: dict[str, list[Told]] = defaultdict(list)
    held = [t for t in told if status_of(t) in BEHIND and len(t.when.start or "") == _DAY]
    for t in held or told:
        if t.when.start is not None:
            starts[t.when.start].append(t)
    put_off = max((t.when.start for t in told if t.when.start is not None and status_of(t) == "postponed"), default="")
    later = {start: tellers for start, tellers in starts.items() if start > put_off}
    starts = starts if held else later or starts
    if not starts:
        ends = sorted({t.when.end for t in told if t.when.end is not None})
        return None, ends[0] if ends else None
    start = max(starts, key=lambda s: (len(s), support(starts[s]), max(t.key for t in starts[s])))
    ends = [t.when.end for t in starts[start] if t.when.end is not None]
    session = [s for s in starts if held and s != start and one_session(s, start, told) and 2 * support(starts[s]) > support(starts[start])]
    if session:
        return min(start, *session), max(start, *session, *(end for end in ends if len(end) == _DAY))
    return start, max(sorted(set(ends)), key=lambda e: (ends.count(e), len(e)), default=None)


def best_place(told: Sequence[Told]) -> Place | None:
    """The place to display: one that those who tell the displayed day name, or that lies there; then one that its own passage names, then the best
    supported, then the most precise. Whoever names a state supports its towns."""
    places: dict[str, list[Told]] = defaultdict(list)
    seen: dict[str, Place] = {}
    spoken: set[str] = set()
    start, _ = best_days(told)
    on_day = [t.claim.place for t in told if isinstance(t.claim, Event) and t.claim.place is not None and start is not None and t.when.start == start]
    for t in told:
        place = t.claim.place if isinstance(t.claim, Event) else None
        if place is not None and (not on_day or any(_lies_in(place, other) for other in on_day)):
            places[place.name].append(t)
            seen.setdefault(place.name, place)
            if name_words(place.name) <= frozenset(folded_words(t.claim.evidence.quote)):
                spoken.add(place.name)
    if not places:
        return None
    rank = {"city": 0, "area": 1, "region": 2, "country": 3}
    backing = {name: support([t for wide, ts in places.items() if _lies_surely_in(seen[name], seen[wide]) for t in ts]) for name in places}
    return seen[min(places, key=lambda name: (_beside(name, spoken, seen), -backing[name], rank.get(seen[name].precision, 1), name))]


def _lies_surely_in(narrow: Place, wide: Place) -> bool:
    """True for a place and itself, and for one in the state, or in the town or region, that the other is."""
    if narrow == wide or fold(wide.name) in fold(narrow.name):
        return True
    return wide.precision == "country" and wide.country is not None and narrow.country == wide.country


def _lies_in(narrow: Place, wide: Place) -> bool:
    """True for a place and itself, and for one that may lie in the state or region that the other is."""
    if fold(narrow.name) in fold(wide.name) or fold(wide.name) in fold(narrow.name):
        return True
    return wide.precision in ("country", "region") and wide.country is not None and narrow.country in (None, wide.country)


def _beside(name: str, spoken: set[str], seen: dict[str, Place]) -> bool:
    """True for a place that only stands near the passages, where they name another: unless it lies in that one's state."""
    return bool(spoken) and name not in spoken and not any(seen[s].precision == "country" and seen[s].country == seen[name].country for s in spoken)


def best_round(told: Sequence[Told]) -> int | None:
    """The number of the round to display: the best supported, the lowest of equals."""
    rounds: dict[int, list[Told]] = defaultdict(list)
    for t in told:
        if isinstance(t.claim, Event) and t.claim.round is not None:
            rounds[t.claim.round].append(t)
    return min(rounds, key=lambda n: (-support(rounds[n]), n), default=None)
