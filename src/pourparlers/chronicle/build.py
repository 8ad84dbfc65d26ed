"""Clusters of claims -> the entries of the chronicle."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pourparlers.chronicle.cast import cast
from pourparlers.chronicle.judged import Finder, Review, judged
from pourparlers.chronicle.life import displayed_status, history, of_status
from pourparlers.chronicle.passing import told_in_passing
from pourparlers.chronicle.people import origins, participants
from pourparlers.chronicle.summaries import Shown, summary
from pourparlers.chronicle.told import Told, tell
from pourparlers.chronicle.values import best_days, best_place, best_round, values_of
from pourparlers.model.chronicle import Entry, Judgement, Linked
from pourparlers.model.claim import Claim, Commitment, Event, Figure, Position, Reading, Statement
from pourparlers.model.text import Evidence

#: Marks that open a quotation.
_OPENED = "«“\"'( \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Plan:
    """An entry before it is built. members: its claims, sorted. contradicts, answers: ids of entries. key: what it is made of: it changes when
    anything that the entry shows does."""

    members: tuple[str, ...]
    contradicts: tuple[str, ...]
    answers: tuple[str, ...]
    key: str


def build(readings: Sequence[Reading], linked: Linked, judgements: Sequence[Judgement] = ()) -> tuple[Entry, ...]:
    """The chronicle: entries sorted by (start, id), those without a start last.

    The order of the readings changes nothing; people's judgements are applied in the order of their time and id.
    """
    review = judged(Finder((r.document, claim) for r in readings for claim in r.claims), linked.clusters, judgements)
    told = tell(readings, linked)
    return in_order(build_entry(plan, told, review) for plan in plan_entries(linked, review, lambda _: ""))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of the chronicle."""
    return tuple(sorted(entries, key=lambda e: (e.start is None, e.start or "", e.id)))


def plan_entries(linked: Linked, review: Review, stamp: Callable[[str], str]) -> Iterator[Plan]:
    """The entries that there are. stamp: what the entries of a claim depend on, beside what linking and review found."""
    entry_of = {claim: members[0] for members in review.clusters for claim in members}
    contradicts, answers = _related(linked.contradictions, entry_of), _related(linked.answers, entry_of, both=False)
    decided: dict[str, list[str]] = defaultdict(list)
    for claim, judgement in review.decided:
        decided[claim].append(judgement.id)
    for members in review.clusters:
        against, to = sorted(contradicts.get(members[0], ())), sorted(answers.get(members[0], ()))
        parts = (members, sorted({stamp(claim) for claim in members}), against, to, [decided[c] for c in members if c in decided])
        yield Plan(members, tuple(against), tuple(to), sha256(json.dumps(parts).encode()).hexdigest())


def build_entry(plan: Plan, told: Mapping[str, Told], review: Review) -> Entry:
    """An entry. told: its claims, at least."""
    ordered = sorted((told[c] for c in plan.members), key=lambda t: t.key)
    return review.apply(_entry(ordered, plan.contradicts, plan.answers))


def _entry(told: Sequence[Told], contradicts: tuple[str, ...], answers: tuple[str, ...]) -> Entry:
    claims = sorted((t.claim for t in told), key=lambda c: c.id)
    type_, subtype = _sort(told)
    start, end = best_days(told)
    people = participants(told)
    shown = Shown(displayed_status(told), cast(told, type_), best_place(told), best_round(told))
    return Entry(
        id=claims[0].id,
        kind=kind_of(claims[0]),
        type=type_,
        status=shown.status,
        members=tuple(c.id for c in claims),
        subtype=subtype,
        start=start,
        end=end,
        place=shown.place,
        participants=people,
        round=shown.round,
        summary=summary(told, type_, subtype, shown),
        values=values_of(told),
        history=history(told),
        contradicts=contradicts,
        answers=answers,
        documents=tuple(sorted({t.document for t in told})),
        independent_sources=len({t.family for t in told}),
        origins=origins(told),
        evidence=_passages(told, shown.status, (type_, subtype), start),
    )


def _passages(told: Sequence[Told], status: str, sort: tuple[str, str | None], start: str | None) -> tuple[Evidence, ...]:
    """The passages of the claims: first the one that tells best what the entry shows, then the others by document and place."""
    alike = of_status(told, status)

    def poverty(t: Told) -> tuple[bool, bool, bool, bool, bool, bool, bool, tuple[int, str]]:
        quote = t.claim.evidence.quote
        return (
            t not in alike,
            _sort_of(t.claim) != sort,
            not t.own_voice,
            t.when.start not in (start, None),
            told_in_passing(t.claim),
            t.when.start != start,
            quote.lstrip(_OPENED)[:1].islower(),  # a clause that begins within its sentence
            t.key,
        )

    best = min(told, key=poverty).claim.evidence
    return (best, *sorted({t.claim.evidence for t in told} - {best}))


def kind_of(claim: Claim) -> str:
    """event | statement | position | commitment | figure."""
    return type(claim).__name__.lower()


def _sort(told: Sequence[Told]) -> tuple[str, str | None]:
    """Type and subtype: those that most families tell."""
    sorts: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for t in told:
        sorts[_sort_of(t.claim)].add(t.family)
    types = Counter({type_: 0 for type_, _ in sorts})
    for (type_, _), families in sorts.items():
        types[type_] += len(families)
    best = min(types, key=lambda t: (-types[t], t))
    subtypes = [s for s in sorts if s[0] == best]
    return best, min(subtypes, key=lambda s: (s[1] is None, -len(sorts[s]), s[1] or ""))[1]


def _sort_of(claim: Claim) -> tuple[str, str | None]:
    if isinstance(claim, Event):
        return claim.type, claim.subtype
    if isinstance(claim, Commitment):
        return claim.type, claim.phase
    if isinstance(claim, Position):
        return claim.issue, claim.stance
    if isinstance(claim, Figure):
        return claim.type, None
    return (claim.mode, None) if isinstance(claim, Statement) else ("", None)


def _related(pairs: Iterable[tuple[str, str]], entry_of: Mapping[str, str], both: bool = True) -> dict[str, set[str]]:
    """Pairs of claims as links between different entries."""
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        a, b = entry_of.get(left), entry_of.get(right)
        if a is not None and b is not None and a != b:
            found[a].add(b)
            if both:
                found[b].add(a)
    return found
