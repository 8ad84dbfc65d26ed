"""What an entry's fields are claimed to be: all values, their claimants, and the state of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.chronicle.told import CONDITIONAL, DENIED, Told, agents_of, chains
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.chronicle import Value
from pourparlers.model.claim import Event, Figure, Position, Statement
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold
from pourparlers.model.period import overlap, stretch


@dataclass(frozen=True, slots=True)
class _Claimed:
    field: str
    value: str
    told: Told


def values_of(told: Sequence[Told]) -> tuple[Value, ...]:
    """Every value of every field, by field, the best supported first."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for claimed in (c for t in told for c in _claimed(t)):
        groups[claimed.field, claimed.value].append(claimed.told)
    denied = any(t.modality == DENIED for t in told)
    sides = frozenset(a.side or a.name for t in told for a in agents_of(t.claim))
    found = []
    for (name, value), tellers in groups.items():
        rivals = [v for f, v in groups if f == name and v != value and not compatible(name, v, value)]
        state, reason = _state(tellers, denied, rivals, sides)
        modality = _modality(name, tellers)
        reasons = (reason, "jour déduit de ce que racontent d'autres articles") if modality == "deduced" else (reason,)
        found.append((name, -support(tellers), value, Value(name, value, modality, chains(tellers), state, _documents(tellers), reasons)))
    return tuple(item[-1] for item in sorted(found, key=lambda item: item[:3]))


def _claimed(told: Told) -> Iterator[_Claimed]:
    claim, days = told.claim, edtf(told.when.start, told.when.end)
    if days is not None:
        yield _Claimed("days", days, told)
    if isinstance(claim, Event):
        if claim.place is not None:
            yield _Claimed("place", claim.place.name, told)
        if claim.round is not None:
            yield _Claimed("round", str(claim.round), told)
    elif isinstance(claim, Figure):
        yield _Claimed("value", f"{claim.value:g}" if claim.value < 1e5 else f"{claim.value:.0f}", told)
        yield _Claimed("what", claim.what, told)
    elif isinstance(claim, Statement):
        yield _Claimed("speaker", claim.speaker.name, told)
    elif isinstance(claim, Position):
        yield _Claimed("party", claim.party.name, told)


def edtf(start: str | None, end: str | None) -> str | None:
    """Days as EDTF: "2022-03-03", "2022-03-03/2022-03-05", "2022-03-03/.." (open or unknown end), "../2022-03-05"."""
    if start is None and end is None:
        return None
    return start if start == end and start is not None else f"{start or '..'}/{end or '..'}"


def _days(value: str) -> Days | None:
    start, _, end = value.partition("/")
    found = stretch(None if start == ".." else start, {"": start, "..": None}.get(end, end))
    if found is None:
        return None
    if end == ".." and found.begin is not None:
        return found.begin
    return found.hull


def compatible(field: str, left: str, right: str) -> bool:
    """True when both values of a field can be right."""
    if field == "days":
        a, b = _days(left), _days(right)
        return a is None or b is None or overlap(a, b)
    if field == "place":
        return fold(left) in fold(right) or fold(right) in fold(left)
    return field not in ("round", "value")


def support(tellers: Sequence[Told]) -> int:
    """In how many families it is told."""
    return len({t.family for t in tellers})


def _documents(tellers: Sequence[Told]) -> tuple[str, ...]:
    return tuple(sorted({t.document for t in tellers}))


def _modality(name: str, tellers: Sequence[Told]) -> str:
    modalities = {t.modality for t in tellers}
    if name == "days" and all(t.sharpened for t in tellers):
        return "deduced"
    return next((m for m in ("asserted", CONDITIONAL) if m in modalities), DENIED)


def _state(tellers: Sequence[Told], denied: bool, rivals: Sequence[str], sides: frozenset[str]) -> tuple[str, str]:
    """The state of a value, and why."""
    if rivals:
        return "disputed", "d'autres disent : " + ", ".join(sorted(rivals))
    if denied:
        return "disputed", "démenti"
    own = {t.family for t in tellers if t.own_voice and t.modality == "asserted"}
    if len(own) >= 2:
        return "established", f"{len(own)} sources indépendantes l'affirment elles-mêmes"
    affirming = {link.side or link.name for t in tellers if t.claim.attribution for link in [t.claim.attribution[-1].agent]} & sides
    if len(affirming) >= 2:
        return "established", "affirmé de part et d'autre : " + ", ".join(sorted(affirming))
    return "reported", "une seule source" if support(tellers) == 1 else "rapporté, sans que deux sources l'affirment elles-mêmes"


def best_days(told: Sequence[Told]) -> tuple[str | None, str | None]:
    """The days to display: the most precise start, then the best supported, then the one told last; with the end told most often beside it."""
    starts: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        if t.when.start is not None:
            starts[t.when.start].append(t)
    if not starts:
        ends = sorted({t.when.end for t in told if t.when.end is not None})
        return None, ends[0] if ends else None
    start = max(starts, key=lambda s: (len(s), support(starts[s]), max(t.key for t in starts[s])))
    ends = [t.when.end for t in starts[start] if t.when.end is not None]
    return start, max(sorted(set(ends)), key=lambda e: (ends.count(e), len(e)), default=None)


def best_place(told: Sequence[Told]) -> Place | None:
    """The place to display: the most precise, then the best supported."""
    places: dict[str, list[Told]] = defaultdict(list)
    seen: dict[str, Place] = {}
    for t in told:
        place = t.claim.place if isinstance(t.claim, Event) else None
        if place is not None:
            places[place.name].append(t)
            seen.setdefault(place.name, place)
    if not places:
        return None
    rank = {"city": 0, "area": 1, "region": 2, "country": 3}
    return seen[min(places, key=lambda name: (rank.get(seen[name].precision, 1), -support(places[name]), name))]


def best_round(told: Sequence[Told]) -> int | None:
    """The number of the round to display: the best supported, the lowest of equals."""
    rounds: dict[int, list[Told]] = defaultdict(list)
    for t in told:
        if isinstance(t.claim, Event) and t.claim.round is not None:
            rounds[t.claim.round].append(t)
    return min(rounds, key=lambda n: (-support(rounds[n]), n), default=None)


def is_day(value: str | None) -> bool:
    """True for an ISO day."""
    return value is not None and len(value) == 10 and prefix_days(value) is not None
