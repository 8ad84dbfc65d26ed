"""Ties -> who is a party, who mediates, and which documents tell of which process."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Reading
from pourparlers.model.scope import Process, Scope
from pourparlers.scope.decided import decide
from pourparlers.scope.parts import Parts, find_parts, joined
from pourparlers.scope.roster import Roster
from pourparlers.scope.standings import standings
from pourparlers.scope.ties import Ties, find_ties

#: Share of what a document tells that must be of the parties for it to be of their process.
PASSING = 0.05
#: Parties that a title names; length of "2022-03-03".
_NAMED, _FULL_DAY = 3, 10


def find_scope(
    readings: Sequence[Reading], families: Mapping[str, str], judgements: Iterable[Judgement] = (), days: Mapping[str, str | None] | None = None
) -> Scope:
    """What the readings are about. Their order changes nothing.

    families: document id -> the smallest id of those that reprint one another. judgements: those in force; only `side` counts here.
    days: document id -> the ISO day on which it came out, where that is known better than the documents tell alone.
    The documents that tell of no process found are looked at again among themselves: a small process stands beside a large one.
    """
    days = {reading.document: reading.dated.published.best for reading in readings} if days is None else days
    ordered = sorted(readings, key=lambda r: r.document)
    decided = decide(judgements)
    roster = Roster(ordered, decided.sides)
    ties = find_ties(ordered, families, roster)
    parts = find_parts(ties, roster, decided)
    processes = _processes(ordered, ties, parts, families, days)
    left = _without(ordered, processes)
    if processes and left:
        rest = find_parts(find_ties(left, families, roster), roster, decided)
        more = [process for process in _processes(left, ties, rest, families, days) if len(process.documents) > 1]
        processes, left = [*processes, *more], _without(left, more)
        parts = joined(parts, rest, [process.parties for process in more])
    return Scope(
        processes=tuple(sorted(processes, key=lambda p: (-len(p.documents), p.title))),
        standings=standings(roster, ties, parts, decided),
        apart=tuple(r.document for r in left),
    )


def _without(readings: Iterable[Reading], processes: Iterable[Process]) -> list[Reading]:
    placed = {document for process in processes for document in process.documents}
    return [reading for reading in readings if reading.document not in placed]


def _processes(readings: Sequence[Reading], ties: Ties, parts: Parts, families: Mapping[str, str], days: Mapping[str, str | None]) -> list[Process]:
    """A process for each group of parties that some document tells of most; a reprint of which nothing was read is where the others are."""
    found: dict[int, list[str]] = defaultdict(list)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        told[families.get(reading.document, reading.document)].update(ties.told.get(reading.document, {}))
    for reading in readings:
        number = _group_of(ties.told.get(reading.document, {}), parts)
        if number is None:
            number = _group_of(told[families.get(reading.document, reading.document)], parts)
        if number is not None:
            found[number].append(reading.document)
    return [_process(parts.groups[number], documents, days, ties, parts) for number, documents in sorted(found.items())]


def _group_of(told: Mapping[str, int], parts: Parts) -> int | None:
    """The group of parties of which a document tells most; None when it names them only in passing."""
    scores = [(sum(told.get(camp, 0) for camp in group), -number) for number, group in enumerate(parts.groups)]
    score, number = max(scores, default=(0, 0))
    return -number if score >= max(1, PASSING * sum(told.values())) else None


def _process(group: Iterable[str], documents: Sequence[str], days: Mapping[str, str | None], ties: Ties, parts: Parts) -> Process:
    weights: Counter[str] = Counter()
    for document in documents:
        weights.update(ties.told[document])
    known = map(days.get, documents)
    exact = sorted(day for day in known if day is not None and len(day) == _FULL_DAY)
    parties = sorted(group, key=lambda camp: (-weights[camp], camp))
    return Process(
        title=" – ".join(parties[:_NAMED]),
        parties=tuple(parties),
        mediators=tuple(sorted((camp for camp in parts.mediators if weights[camp]), key=lambda camp: (-weights[camp], camp))),
        documents=tuple(sorted(documents)),
        first=exact[0] if exact else None,
        last=exact[-1] if exact else None,
    )
