"""All readings together, in the order in which one finding needs another; what an earlier run has worked out is not worked out again.

Linking is a pure function of the readings. What it remembers of them (their traces, and the pairs of claims that seem one) only saves work: a
document is looked at again when its own reading, its family or its day as known together has changed, a pair of claims when one of their documents
has, and a group of claims when one of its pairs has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking import weights
from pourparlers.linking.answers import stands_of
from pourparlers.linking.blocking import in_words, keyed
from pourparlers.linking.compare import compare
from pourparlers.linking.contradictions import counts_of, find_contradictions
from pourparlers.linking.evidence import Comparison
from pourparlers.linking.families import Sketched
from pourparlers.linking.features import Features, of_reading
from pourparlers.linking.groups import Groups
from pourparlers.linking.hashes import Hashes, Numbers, joined, union
from pourparlers.linking.kin import kin_with
from pourparlers.linking.pairing import Claims, Crowded, pair
from pourparlers.linking.regroup import Change, grouped, seems_one, sides
from pourparlers.linking.renewed import renewed_answers
from pourparlers.linking.together import Redate, Sharpened, asked_days, known_days, known_events, sharpen, together
from pourparlers.linking.trace import Alone, Records, Trace, alone_of, day_hash
from pourparlers.linking.twice import told_twice
from pourparlers.linking.years import DatedYears
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
    """What an earlier run found: the trace of each document, the judgements on pairs that seemed one, the keys that too many share, in words and
    with how many do, and answers."""

    traces: Mapping[str, Trace] = field(default_factory=dict)
    links: Sequence[Link] = ()
    crowded: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    answers: Sequence[tuple[str, str]] = ()

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
    codes, crowded = loom.paired(claims)
    kept, gone = loom.kept(claims, crowded)
    found = [*loom.compared(claims, codes), *loom.told_twice(claims)]
    groups, again = loom.grouped(claims, kept, found, gone)
    counts = (count for trace in traces.values() for count in trace.records.counts)
    clashes = {clash for trace in traces.values() for clash in trace.records.clashes}
    return Woven(
        not remembered.traces,
        traces,
        loom.changed,
        loom.judged((p for p in kept if p.left in again), found, claims, groups),
        [(p.left, p.right) for p in gone],
        groups,
        tuple(sorted({*clashes, *find_contradictions(counts, groups)})),
        loom.answers(again, groups),
        loom.crowded(crowded, claims),
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
        papers = {d: Sketched(a.outlet, a.shingles) for d, a in self._alone.items()}
        self._kin = kin_with(papers, {d: trace.records.kin for d, trace in memory.traces.items()})
        touched = {d for d in self._alone if self._is_new(d) or memory.traces[d].records.kin != self._kin[d]}
        days = dict(self._sharpened(touched))
        self.changed = frozenset(touched | {d for d, found in days.items() if d not in touched and self._remembered_day(d) != found})
        self.traces = {d: self._trace(d, days.get(d, Sharpened())) if d in self.changed else memory.traces[d] for d in self._alone}

    def _is_new(self, document: str) -> bool:
        return document not in self._memory.traces

    def _remembered_day(self, document: str) -> Sharpened:
        records = self._memory.traces[document].records
        return Sharpened(records.by_events, records.clashes, records.published)

    def _alone_of(self, document: str) -> Alone:
        if not self._is_new(document):
            return self._memory.traces[document].alone
        reading = self._library.reading(document)
        return alone_of(reading, self._library.digests[document], known_days(reading), asked_days(reading, self._redate))

    def _sharpened(self, touched: set[str]) -> Iterator[tuple[str, Sharpened]]:
        """The days of the documents that may be known otherwise than remembered: the open ones, themselves touched, or asking for a day on which a
        touched one has an event; and those whose year is a guess."""
        told = set(joined([self._alone[d].known for d in touched]).tolist())
        for document, alone in self._alone.items():
            if alone.open and (document in touched or not told.isdisjoint(alone.asked.tolist())):
                found = sharpen(self._library.reading(document), self._redate, self._kin[document].family, self._known)
                yield document, self._in_its_year(alone, found)
            elif alone.year_is_guessed:
                yield document, self._in_its_year(alone, Sharpened() if self._is_new(document) else self._remembered_day(document))

    def _in_its_year(self, alone: Alone, found: Sharpened) -> Sharpened:
        """The day of a document that is known by events, with what the dated documents say of its year, where that is a guess."""
        known = alone.published if found.by_events is None else found.by_events
        better = self._dated_years.settle(known, alone.names) if known.other_years else known
        return replace(found, published=None if better == alone.published else better)

    @cached_property
    def _dated_years(self) -> DatedYears:
        return DatedYears((alone.published, alone.names) for alone in self._alone.values())

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
                self._events[document] = list(known_events(reading, self._kin[document].family))
            yield from ((f, reading.name) for at, f in self._events[document] if at == day and f.type == type_)

    def _trace(self, document: str, days: Sharpened) -> Trace:
        reading = together(self._library.reading(document), self._redate, days.published)
        features = of_reading(reading, self._kin[document].family)
        self._features.update((f.claim, f) for f in features)
        records = Records(
            self._kin[document],
            days.published,
            days.by_events,
            days.clashes,
            tuple(f.claim for f in features),
            counts_of(reading, self._kin[document].family),
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
        self._features.update((f.claim, f) for f in of_reading(reading, self._kin[document].family))
        return self._features[claim]

    def paired(self, claims: Claims) -> tuple[Numbers, list[Crowded]]:
        """The pairs that share a key which a changed document holds or held, as codes, and those of these keys that too many claims share.

        Where a key is no longer one that too many share, all that hold it are to be compared: they count as changed.
        """
        wanted = self._wanted()
        codes, crowded = pair(claims, wanted)
        freed = set() if wanted is None else (self._memory.crowded.keys() & set(wanted.tolist())) - {c.key for c in crowded}
        if freed:
            _, holders = claims.keys(np.array(sorted(freed), dtype=np.uint64))
            self.changed |= {self._order[i] for i in claims.document[holders >> 1].tolist()}
            codes, crowded = pair(claims, self._wanted())
        return codes, crowded

    def _wanted(self) -> Hashes | None:
        """The keys that changed documents hold or held; None for all, when nothing is remembered."""
        known = self._memory.traces
        traces = [*(self.traces[d] for d in self.changed), *(known[d] for d in self.changed if d in known)]
        return union([trace.keyed.keys for trace in traces]) if known else None

    def kept(self, claims: Claims, crowded: Iterable[Crowded]) -> tuple[list[Link], list[Link]]:
        """The remembered judgements that still hold, and the others. One holds where neither document has changed and the pair is still worth
        comparing: where it shared a key that now too many share, another."""
        links = self._memory.links
        if not links:
            return [], []
        left, right = sides(claims, links)
        holds = ~(self._changed[claims.document[left]] | self._changed[claims.document[right]])
        _, holders = claims.keys(np.array(sorted({c.key for c in crowded} - self._memory.crowded.keys()), dtype=np.uint64))
        newly = np.zeros(len(claims.ids), dtype=bool)
        newly[holders >> 1] = True
        doubted = np.flatnonzero(holds & newly[left] & newly[right] & ~np.array([link.twice for link in links], dtype=bool))
        if len(doubted):
            documents = {self._order[i] for i in claims.document[left[doubted]].tolist()}
            codes, _ = pair(claims, union([self.traces[d].keyed.keys for d in documents]))
            holds[doubted] = np.isin(left[doubted] * len(claims.ids) + right[doubted], codes)
        return [links[i] for i in np.flatnonzero(holds).tolist()], [links[i] for i in np.flatnonzero(~holds).tolist()]

    @property
    def changed_claims(self) -> Iterator[str]:
        """The claims of changed documents, as they are and as they were."""
        for document in self.changed:
            yield from self.traces[document].records.claims

    @cached_property
    def _changed(self) -> NDArray[np.bool_]:
        return np.array([d in self.changed for d in self._order], dtype=bool)

    @cached_property
    def _order(self) -> list[str]:
        return list(self.traces)

    def compared(self, claims: Claims, codes: Numbers) -> Iterator[Link]:
        """The comparisons that hold two claims, one at least of a changed document, to be one, and those that would but for what excludes it."""
        for one, other in claims.alike(claims.among(codes, self._changed)):
            a, b = self._feature(one, claims), self._feature(other, claims)
            result = compare(a, b)
            if result.total >= weights.SAME and not (result.excluded and len(a.stems & b.stems) < TELLING and a.round is None):
                yield self._link(result, twice=False)

    def told_twice(self, claims: Claims) -> Iterator[Link]:
        """The claims that a changed document tells twice."""
        for document in sorted(self.changed):
            features = [self._feature(claim, claims) for claim in self.traces[document].records.claims]
            yield from (self._link(found, twice=True) for found in told_twice(features))

    def grouped(self, claims: Claims, kept: Sequence[Link], found: Sequence[Link], gone: Sequence[Link]) -> tuple[Groups, Set[str]]:
        """The claims that are one thing, and those whose group may be another one than it was."""

        def look(ids: Iterable[str]) -> dict[str, Features]:
            return {claim: self._feature(claim, claims) for claim in ids}

        if self._memory.traces:
            return Change(claims, kept, found, gone, self.changed_claims).regrouped(look)
        return grouped(claims, found, look), claims.number.keys()

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

    def answers(self, again: Set[str], groups: Groups) -> tuple[tuple[str, str], ...]:
        """Who answers whom. again: the claims that are new, or whose group may have changed."""
        before = {d: trace for d, trace in self._memory.traces.items() if d in self.changed}
        gone = [stand for trace in before.values() for stand in trace.records.stands]
        stands = [stand for trace in self.traces.values() for stand in trace.records.stands]
        return renewed_answers(stands, gone, again, self._memory.answers, groups)

    def crowded(self, found: Iterable[Crowded], claims: Claims) -> dict[int, tuple[str, int]]:
        """The keys that too many claims share, in words, and how many do. found: those that a changed document holds or held."""
        known, wanted = self._memory.crowded, self._wanted()
        here = known.keys() if wanted is None else known.keys() & set(wanted.tolist())
        crowded = {key: told for key, told in known.items() if key not in here}
        for c in found:
            words = known[c.key][0] if c.key in known else in_words(c.key, self._feature(c.claim, claims))
            crowded[c.key] = (words, c.claims)
        return crowded


def _is_one(pair: Link, groups: Groups) -> bool:
    return seems_one(pair) and groups.find(pair.left) == groups.find(pair.right)


def _settled(pair: Link, groups: Groups) -> Link:
    """The judgement: what holds the two to be one, or what kept apart what seemed one."""
    if pair.verdict == "different" or _is_one(pair, groups):
        return pair
    return replace(pair, verdict="different", reasons=("plusieurs partenaires possibles, aucun retenu", *pair.reasons))
