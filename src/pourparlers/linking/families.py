"""Documents that reprint or update one another.

What two documents share is counted on their sketches and measured against the smaller of the two (containment), so that an update that
doubles the length, or a reprint in the midst of other text, is found. Two documents of about one size that share much are *alike*; a small
one that a larger one holds is *inside* it. Alike documents are one core. A core that is inside another joins it only when the other holds
no second, unrelated core: a long analysis that quotes two dispatches joins neither to the other.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pourparlers.linking.groups import Groups
from pourparlers.model.claim import Reading

#: Share of the smaller document that must stand in the larger one.
CONTAINED = 0.4
#: Share of the larger one that must stand in the smaller for the two to be alike; below `QUOTED` it only quotes.
ALIKE, QUOTED = 0.4, 0.08
#: Share of the smaller one from which two documents have something to do with each other.
RELATED = 0.15
#: Shared shingles below this prove nothing.
HITS = 6
#: A shingle that stands in more outlets than this is a common phrase.
OUTLETS = 40
#: Permutations and bands that find near copies before outlets are counted.
_MULTIPLIERS = tuple(0x9E3779B97F4A7C15 * (2 * i + 1) & 0xFFFFFFFFFFFF | 1 for i in range(8))
_MASK = 0xFFFFFFFFFFFF


def find_families(readings: Sequence[Reading]) -> dict[str, str]:
    """Document id -> the smallest id of its family, for every reading."""
    sketches = {r.document: frozenset(r.shingles) for r in readings}
    outlets = {r.document: r.metadata.outlet or r.document for r in readings}
    copies = _copies(sketches)
    kept = {d: s for d, s in sketches.items() if copies.find(d) == d}
    shared = _shared(kept, outlets)
    relations = _relations(kept, shared)
    families = Groups(sketches)
    for document in sketches:
        families.join(document, copies.find(document))
    for document in kept:
        families.join(document, relations.cores.find(document))
    for small, large in _nested(relations):
        families.join(small, large)
    return {document: families.find(document) for document in sorted(sketches)}


def _copies(sketches: Mapping[str, frozenset[int]]) -> Groups:
    """Groups of documents with nearly the same text, the smallest id first."""
    groups = Groups(sketches)
    buckets: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for document in sorted(sketches):
        shingles = sketches[document]
        if not shingles:
            continue
        lows = [min(h * m & _MASK for h in shingles) for m in _MULTIPLIERS]
        for band in range(0, len(lows), 2):
            buckets[band, lows[band], lows[band + 1]].append(document)
    for bucket in buckets.values():
        first = sketches[bucket[0]]
        for document in bucket[1:]:
            if len(first & sketches[document]) >= 0.8 * len(first | sketches[document]):
                groups.join(bucket[0], document)
    return groups


def _shared(sketches: Mapping[str, frozenset[int]], outlets: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """How many shingles two documents share, common phrases left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(sketches):
        for shingle in sketches[document]:
            holders[shingle].append(document)
    shared: Counter[tuple[str, str]] = Counter()
    for documents in holders.values():
        if 1 < len(documents) <= OUTLETS:
            shared.update(itertools.combinations(documents, 2))
        elif len({outlets[d] for d in documents}) <= OUTLETS:
            # One outlet's boilerplate in thousands of documents: counted against the first only, so that the cost stays linear.
            shared.update((documents[0], d) for d in documents[1:])
    return shared


@dataclass(frozen=True, slots=True)
class _Relations:
    """cores: groups of alike documents. inside: pairs (small core, large core) of which the large holds the small.
    related: pairs of cores that share more than chance."""

    cores: Groups
    inside: tuple[tuple[str, str], ...]
    related: frozenset[tuple[str, str]]


def _relations(sketches: Mapping[str, frozenset[int]], shared: Counter[tuple[str, str]]) -> _Relations:
    """What the shares tell of each pair of documents, told of their cores."""
    cores, inside, related = Groups(sketches), [], []
    for (left, right), hits in sorted(shared.items()):
        small, large = sorted((left, right), key=lambda d: (len(sketches[d]), d))
        if hits < HITS or hits < RELATED * len(sketches[small]):
            continue
        related.append((small, large))
        if hits >= CONTAINED * len(sketches[small]) and hits >= ALIKE * len(sketches[large]):
            cores.join(left, right)
        elif hits >= CONTAINED * len(sketches[small]) and hits >= QUOTED * len(sketches[large]):
            inside.append((small, large))
    return _Relations(cores, tuple(_by_core(cores, inside)), frozenset(_by_core(cores, related)))


def _by_core(cores: Groups, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found = {(cores.find(a), cores.find(b)) for a, b in pairs}
    return sorted(pair for pair in found if pair[0] != pair[1])


def _nested(relations: _Relations) -> list[tuple[str, str]]:
    """The pairs (small, large) whose large one holds nothing that is unrelated to the small one."""
    held: dict[str, list[str]] = defaultdict(list)
    for small, large in relations.inside:
        held[large].append(small)
    found: list[tuple[str, str]] = []
    for large, smalls in sorted(held.items()):
        among = Groups(smalls)
        for a, b in itertools.combinations(smalls, 2):
            if (a, b) in relations.related or (b, a) in relations.related:
                among.join(a, b)
        if len(among.members()) == 1:
            found.extend((small, large) for small in smalls)
    return found
