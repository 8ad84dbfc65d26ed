"""Documents that reprint or update one another.

What two documents share is counted on their sketches and measured against the smaller of the two (containment), so that an update that
doubles the length, or a reprint in the midst of other text, is found. Two documents of about one size that share much are *alike*; a small
one that a larger one holds is *inside* it. Alike documents are one core. A core that is inside another joins it only when the other holds
no second, unrelated core: a long analysis that quotes two dispatches joins neither to the other.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pourparlers.linking.groups import Groups
from pourparlers.linking.hashes import Hashes as Shingles
from pourparlers.linking.shared import shared_shingles
from pourparlers.model.claim import Reading
from pourparlers.model.naming import fold

#: Share of the smaller document that must stand in the larger one.
CONTAINED = 0.4
#: Share of the larger one that must stand in the smaller for the two to be alike; below `QUOTED` it only quotes.
ALIKE, QUOTED = 0.4, 0.08
#: Share of the shorter of two passages from which they are one.
RELATED = 0.15
#: Permutations and bands that find near copies before outlets are counted.
_MULTIPLIERS = tuple(0x9E3779B97F4A7C15 * (2 * i + 1) & 0xFFFFFFFFFFFF | 1 for i in range(8))
_MASK = np.uint64(0xFFFFFFFFFFFF)


def find_families(readings: Iterable[Reading]) -> dict[str, str]:
    """Document id -> the smallest id of its family, for every reading."""
    return families_of({r.document: Sketched(fold(r.metadata.outlet or "") or r.document, r.shingles) for r in readings})


@dataclass(frozen=True, slots=True)
class Sketched:
    """A document as families see it. outlet: who published it; the document itself where that is unknown. shingles: see `sketch`."""

    outlet: str
    shingles: Sequence[int] | Shingles


@dataclass(frozen=True, slots=True)
class Kin:
    """family: the smallest id of a document's family. copied: of those documents that have nearly the same text."""

    family: str
    copied: str


def families_of(papers: Mapping[str, Sketched]) -> dict[str, str]:
    """Document id -> the smallest id of its family, for every document."""
    return {document: kin.family for document, kin in kin_of(papers).items()}


def kin_of(papers: Mapping[str, Sketched]) -> dict[str, Kin]:
    """What every document is kin to, by its id."""
    documents = sorted(papers)
    sketches = [np.unique(np.asarray(papers[d].shingles, dtype=np.uint64)) for d in documents]
    copies = _copies(documents, sketches)
    kept = [i for i, d in enumerate(documents) if copies.find(d) == d]
    shared = shared_shingles([sketches[i] for i in kept], [papers[documents[i]].outlet for i in kept])
    pairs = ((documents[kept[a]], documents[kept[b]], hits) for a, b, hits in shared)
    families = grouped({documents[i]: sketches[i] for i in kept}, pairs)
    return {d: Kin(families.find(copies.find(d)), copies.find(d)) for d in documents}


def grouped(sketches: Mapping[str, Shingles], shared: Iterable[tuple[str, str, int]]) -> Groups:
    """The families of documents that are no copies of one another. shared: how many shingles two of them share."""
    relations = relate({document: len(sketch) for document, sketch in sketches.items()}, shared)
    families = Groups(sketches)
    for document in sketches:
        families.join(document, relations.cores.find(document))
    for small, large in _nested(relations, sketches):
        families.join(small, large)
    return families


def bands(sketches: Sequence[Shingles]) -> list[tuple[tuple[int, int, int], ...]]:
    """Of each sketch a few numbers, one of which two with nearly the same text nearly always have in common; none of an empty one."""
    filled = [i for i, sketch in enumerate(sketches) if len(sketch)]
    found: list[tuple[tuple[int, int, int], ...]] = [()] * len(sketches)
    if filled:
        starts = np.cumsum([0, *(len(sketches[i]) for i in filled[:-1])])
        together = np.concatenate([sketches[i] for i in filled])
        lows = [np.minimum.reduceat(together * np.uint64(m) & _MASK, starts).tolist() for m in _MULTIPLIERS]
        pairs = [zip(itertools.repeat(band), lows[band], lows[band + 1]) for band in range(0, len(lows), 2)]
        for i, its in zip(filled, zip(*pairs, strict=True), strict=True):
            found[i] = its
    return found


def is_copy(left: Shingles, right: Shingles) -> bool:
    """True when two sketches are of nearly the same text."""
    common = len(np.intersect1d(left, right, assume_unique=True))
    return common >= 0.8 * (len(left) + len(right) - common)


def _copies(documents: Sequence[str], sketches: Sequence[Shingles]) -> Groups:
    """Groups of documents with nearly the same text, the smallest id first."""
    groups = Groups(documents)
    buckets: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, its in enumerate(bands(sketches)):
        for band in its:
            buckets[band].append(i)
    pairs = {(bucket[0], i) for bucket in buckets.values() for i in bucket[1:]}
    for first, i in sorted(pairs):
        if is_copy(sketches[first], sketches[i]):
            groups.join(documents[first], documents[i])
    return groups


@dataclass(frozen=True, slots=True)
class Relations:
    """cores: groups of alike documents. inside: pairs (small document, large document) of different cores of which the large holds the small."""

    cores: Groups
    inside: tuple[tuple[str, str], ...]


def relate(sizes: Mapping[str, int], shared: Iterable[tuple[str, str, int]]) -> Relations:
    """What the shares tell of each pair of documents. sizes: of the sketches. shared: how many shingles two documents share."""
    cores, inside = Groups(sizes), []
    for left, right, hits in shared:
        small, large = sorted((left, right), key=lambda d: (sizes[d], d))
        if is_kin(sizes[small], sizes[large], hits):
            if hits >= ALIKE * sizes[large]:
                cores.join(left, right)
            else:
                inside.append((small, large))
    return Relations(cores, tuple(pair for pair in inside if cores.find(pair[0]) != cores.find(pair[1])))


def is_kin(small: int, large: int, hits: int) -> bool:
    """True when two documents are alike, or the one is inside the other, by the sizes of their sketches and what these share."""
    return hits >= CONTAINED * small and hits >= QUOTED * large


def _nested(relations: Relations, sketches: Mapping[str, Shingles]) -> list[tuple[str, str]]:
    """The pairs of cores (small, large) whose large one holds one passage only: what it has of each small one overlaps with what it has of another.

    What the small ones have in common elsewhere, such as the boilerplate of an outlet, tells nothing.
    """
    held: dict[str, dict[str, list[Shingles]]] = defaultdict(lambda: defaultdict(list))
    for small, large in relations.inside:
        passage = np.intersect1d(sketches[small], sketches[large], assume_unique=True)
        held[relations.cores.find(large)][relations.cores.find(small)].append(passage)
    found: list[tuple[str, str]] = []
    for large, passages in sorted(held.items()):
        whole = {small: np.unique(np.concatenate(parts)) for small, parts in sorted(passages.items())}
        among = Groups(whole)
        for a, b in itertools.combinations(whole, 2):
            common = len(np.intersect1d(whole[a], whole[b], assume_unique=True))
            if common >= RELATED * min(len(whole[a]), len(whole[b])):
                among.join(a, b)
        if len(among.members()) == 1:
            found.extend((small, large) for small in whole)
    return found
