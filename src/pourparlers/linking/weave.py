"""All readings together, in the order in which one finding needs another; what an earlier run has worked out is not worked out again.

Linking is a pure function of the readings. What it remembers of them (their traces, and the pairs of claims that seem one) only saves work: a
document is looked at again when its own reading, its family or its day as known together has changed, a pair of claims when one of their documents
has, and a group of claims when one of its pairs has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking import weights
from pourparlers.linking.answers import find_answers, stands_of
from pourparlers.linking.blocking import Numbers, in_words, keyed
from pourparlers.linking.clusters import cluster
from pourparlers.linking.compare import compare
from pourparlers.linking.contradictions import counts_of, find_contradictions
from pourparlers.linking.evidence import Comparison
from pourparlers.linking.families import Sketched, families_of
from pourparlers.linking.features import Features, of_reading
from pourparlers.linking.groups import Groups
from pourparlers.linking.pairing import Claims, Crowded, pair
from pourparlers.linking.together import Redate, Sharpened, asked_days, known_days, known_events, sharpen, together
from pourparlers.linking.trace import Alone, Records, Trace, alone_of, day_hash
from pourparlers.linking.twice import told_twice
from pourparlers.model.chronicle import Link
from pourparlers.model.claim import Reading

#: Words that two claims which exclude each other must share for that to be told.
TELLING = 3


class Library(Protocol):
    """Where readings are. digests: what tells the reading of each document from any other of it, by document."""

    @property
    def digests(self) -> Mapping[str, str]: ...

    def reading(self, document: str) -> Reading:
        """The reading of a document."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What an earlier run found: the trace of each document, the judgements on pairs that seemed one, the keys that too many share, in words."""

    traces: Mapping[str, Trace] = field(default_factory=dict)
    links: Sequence[Link] = ()
    crowded: Mapping[int, str] = field(default_factory=dict)

    def fits(self, library: Library) -> bool:
        """True when all that is remembered is still so: documents may have come, none has gone or changed."""
        return all(library.digests.get(document) == trace.alone.digest for document, trace in self.traces.items())


@dataclass(frozen=True, slots=True)
class Woven:
    """What linking found. whole: nothing was remembered. changed: the documents whose traces are not those remembered. links: the judgements on
    pairs that seem one, where they are new or otherwise than remembered. gone: pairs that were remembered and are no more.
    crowded: keys that too many claims share, in words, and how many."""

    whole: bool
    traces: dict[str, Trace]
    changed: frozenset[str]
    links: list[Link]
    gone: list[tuple[str, str]]
    groups: Groups
    contradictions: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    crowded: dict[int, tuple[str, int]]


def weave(library: Library, redate: Redate, memory: Memory | None = None) -> Woven:
    """What the readings of a library have in common. redate works out the times of a document again for a day that is better known."""
    remembered = memory if memory is not None and memory.fits(library) else Memory()
    loom = _Loom(library, redate, remembered)
    traces = loom.traces
    claims = Claims([trace.keyed for trace in traces.values()])
    codes, crowded = pair(claims)
    kept = loom.kept(claims, codes)
    held = {(p.left, p.right) for p in kept}
    found = [*loom.compared(claims, codes), *loom.told_twice()]
    gone = [(p.left, p.right) for p in remembered.links if (p.left, p.right) not in held]
    groups = loom.grouped(claims, kept, found, gone)
    counts = (count for trace in traces.values() for count in trace.records.counts)
    clashes = {clash for trace in traces.values() for clash in trace.records.clashes}
    stands = (stand for trace in traces.values() for stand in trace.records.stands)
    return Woven(
        not remembered.traces,
        traces,
        loom.changed,
        loom.judged(kept, found, claims, groups),
        gone,
        groups,
        tuple(sorted({*clashes, *find_contradictions(counts, groups)})),
        find_answers(stands, groups),
        {c.key: (loom.words(c, claims), c.claims) for c in crowded},
    )


class _Loom:
    """The state of one run: documents as they were remembered, and as they are."""

    def __init__(self, library: Library, redate: Redate, memory: Memory) -> None:
        self._library = library
        self._redate = redate
        self._memory = memory
        self._features: dict[str, Features] = {}
        self._reasons: dict[str, str] = {}
        self._events: dict[str, list[tuple[int, Features]]] = {}
        self._alone = {d: self._alone_of(d) for d in sorted(library.digests)}
        self._families = families_of({d: Sketched(a.outlet, a.shingles) for d, a in self._alone.items()})
        touched = {d for d in self._alone if self._is_new(d) or memory.traces[d].records.family != self._families[d]}
        days = dict(self._sharpened(touched))
        self.changed = frozenset(touched | {d for d, found in days.items() if d not in touched and self._remembered_day(d) != found})
        self.traces = {d: self._trace(d, days.get(d)) if d in self.changed else memory.traces[d] for d in self._alone}

    def _is_new(self, document: str) -> bool:
        return document not in self._memory.traces

    def _remembered_day(self, document: str) -> Sharpened:
        records = self._memory.traces[document].records
        return Sharpened(records.published, records.clashes)

    def _alone_of(self, document: str) -> Alone:
        if not self._is_new(document):
            return self._memory.traces[document].alone
        reading = self._library.reading(document)
        return alone_of(reading, self._library.digests[document], known_days(reading), asked_days(reading, self._redate))

    def _sharpened(self, touched: set[str]) -> Iterator[tuple[str, Sharpened]]:
        """The days of the open documents that may be known otherwise than remembered: themselves touched, or asking for a day on which a touched one
        has an event."""
        told = np.concatenate([np.array([], dtype=np.uint64), *(self._alone[d].known for d in sorted(touched))])
        for document, alone in self._alone.items():
            if alone.open and (document in touched or np.isin(alone.asked, told).any()):
                yield document, sharpen(self._library.reading(document), self._redate, self._families[document], self._known)

    @cached_property
    def _tellers(self) -> dict[int, list[str]]:
        """The documents that tell of an event whose day is known alone, by the hash of its type and day."""
        found: dict[int, list[str]] = {}
        for document, alone in self._alone.items():
            for told in sorted(set(alone.known.tolist())):
                found.setdefault(told, []).append(document)
        return found

    def _known(self, type_: str, day: int) -> Iterator[tuple[Features, str]]:
        """The events of a type whose day is known alone and is this one, each with the name of its document."""
        for document in self._tellers.get(day_hash(type_, day), ()):
            reading = self._library.reading(document)
            if document not in self._events:
                self._events[document] = list(known_events(reading, self._families[document]))
            yield from ((f, reading.name) for at, f in self._events[document] if at == day and f.type == type_)

    def _trace(self, document: str, days: Sharpened | None) -> Trace:
        better = None if days is None else days.published
        reading = together(self._library.reading(document), self._redate, better)
        features = of_reading(reading, self._families[document])
        self._features.update((f.claim, f) for f in features)
        records = Records(
            self._families[document],
            better,
            () if days is None else days.clashes,
            tuple(f.claim for f in features),
            counts_of(reading),
            stands_of(reading),
        )
        return Trace(self._alone[document], records, keyed(features))

    def _feature(self, claim: str, claims: Claims) -> Features:
        """A claim as linking compares it."""
        known = self._features.get(claim)
        if known is not None:
            return known
        document = self._order[int(claims.document[claims.number[claim]])]
        reading = together(self._library.reading(document), self._redate, self.traces[document].records.published)
        self._features.update((f.claim, f) for f in of_reading(reading, self._families[document]))
        return self._features[claim]

    def kept(self, claims: Claims, codes: Numbers) -> list[Link]:
        """The remembered judgements that still hold: neither document has changed, and the pair is still worth comparing."""
        links = self._memory.links
        left, right = (np.array([claims.number[claim] for claim in side], dtype=np.int64) for side in _sides(links))
        pairs = left * len(claims.ids) + right
        places = np.searchsorted(codes, pairs)
        among = np.append(codes, -1)[places] == pairs
        changed = self._changed[claims.document[left]] | self._changed[claims.document[right]]
        twice = np.array([link.twice for link in links], dtype=bool)
        return [links[i] for i in np.flatnonzero(~changed & (among | twice)).tolist()]

    @cached_property
    def _changed(self) -> NDArray[np.bool_]:
        return np.array([d in self.changed for d in self._order], dtype=bool)

    @cached_property
    def _order(self) -> list[str]:
        return list(self.traces)

    def compared(self, claims: Claims, codes: Numbers) -> Iterator[Link]:
        """The comparisons that hold two claims, one at least of a changed document, to be one, and those that would but for what excludes it."""
        left, right = np.divmod(codes, max(1, len(claims.ids)))
        fresh = codes[self._changed[claims.document[left]] | self._changed[claims.document[right]]]
        for one, other in claims.alike(fresh):
            a, b = self._feature(one, claims), self._feature(other, claims)
            result = compare(a, b)
            if result.total >= weights.SAME and not (result.excluded and len(a.stems & b.stems) < TELLING and a.round is None):
                yield self._link(result, twice=False)

    def told_twice(self) -> Iterator[Link]:
        """The claims that a changed document tells twice."""
        for document in sorted(self.changed):
            features = [self._features[claim] for claim in self.traces[document].records.claims]
            yield from (self._link(found, twice=True) for found in told_twice(features))

    def grouped(self, claims: Claims, kept: Sequence[Link], found: Sequence[Link], gone: Iterable[tuple[str, str]]) -> Groups:
        """The claims that are one thing. Only those groups are looked at again that a changed document, or a pair that is gone, touches."""
        pairs = [p for p in (*kept, *found) if _seems_one(p)]
        may_be = Groups()
        for p in pairs:
            may_be.join(p.left, p.right)
        stale = {may_be.find(claim) for document in self.changed for claim in self.traces[document].records.claims}
        stale.update(may_be.find(claim) for two in gone for claim in two if claim in claims.number)
        groups = Groups(claims.ids)
        again: dict[str, list[Link]] = {}
        for p in pairs:
            first = may_be.find(p.left)
            if first in stale:
                again.setdefault(first, []).append(p)
            elif p.verdict == "same":
                groups.join(p.left, p.right)
        for among in again.values():
            self._regroup(among, claims, groups)
        return groups

    def _regroup(self, among: Sequence[Link], claims: Claims, groups: Groups) -> None:
        """Joins those of some claims that are one thing. among: the pairs that seem one, which join no other claims."""
        if len(among) == 1:
            groups.join(among[0].left, among[0].right)
            return
        members = sorted({claim for p in among for claim in (p.left, p.right)})
        for group in cluster({claim: self._feature(claim, claims) for claim in members}, among).members():
            for claim in group[1:]:
                groups.join(group[0], claim)

    def judged(self, kept: Iterable[Link], found: Iterable[Link], claims: Claims, groups: Groups) -> list[Link]:
        """The judgements on the pairs that are new or turned out otherwise than remembered."""
        links = []
        for p in kept:
            if _is_one(p, groups) != (p.verdict == "same"):
                again = compare(self._feature(p.left, claims), self._feature(p.right, claims))
                links.append(_settled(self._link(again, p.twice), groups))
        links.extend(_settled(p, groups) for p in found)
        return sorted(links)

    def _link(self, pair: Comparison, twice: bool) -> Link:
        """A comparison as the judgement that it is if nothing else is against it."""
        verdict = "different" if pair.excluded else "same"
        reasons = tuple(self._reasons.setdefault(r, r) for r in pair.reasons)  # many pairs have the same
        return Link(pair.left, pair.right, verdict, pair.score, "linking.compare", reasons, pair.total, pair.excluded, twice)

    def words(self, crowded: Crowded, claims: Claims) -> str:
        """The key that too many claims share, in words."""
        known = self._memory.crowded.get(crowded.key)
        return in_words(crowded.key, self._feature(crowded.claim, claims)) if known is None else known


def _seems_one(pair: Link) -> bool:
    return pair.total >= weights.SAME and not pair.excluded


def _is_one(pair: Link, groups: Groups) -> bool:
    return _seems_one(pair) and groups.find(pair.left) == groups.find(pair.right)


def _settled(pair: Link, groups: Groups) -> Link:
    """The judgement: what holds the two to be one, or what kept apart what seemed one."""
    if pair.verdict == "different" or _is_one(pair, groups):
        return pair
    return replace(pair, verdict="different", reasons=("plusieurs partenaires possibles, aucun retenu", *pair.reasons))


def _sides(links: Sequence[Link]) -> tuple[list[str], list[str]]:
    return [link.left for link in links], [link.right for link in links]
