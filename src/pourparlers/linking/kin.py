"""Families when a few documents have come: only those are worked out again that the new ones touch.

What two documents share depends on all others: a shingle that many outlets print is a common phrase. A new document changes what others share only
where it makes a phrase common; those who hold it are then looked at again, with all whom they share enough with. Where a new document stands for
copies that another stood for so far, everything is worked out again, by `families.kin_of`.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from pourparlers.linking import shared
from pourparlers.linking.families import Kin, Sketched, bands, grouped, is_copy, is_kin, kin_of
from pourparlers.linking.hashes import joined, places, union

#: New documents, and documents that they touch, up to which this is less work than all.
FEW, TOUCHED = 64, 1000


def kin_with(papers: Mapping[str, Sketched], known: Mapping[str, Kin]) -> dict[str, Kin]:
    """What every document is kin to, by its id: as `kin_of` finds it. known: what it found of some of these documents, without the others."""
    new = sorted(papers.keys() - known.keys())
    if len(new) > min(FEW, len(known)):
        return kin_of(papers)
    found = _Neighbours(papers, known, new).kin() if new else dict(known)
    return kin_of(papers) if found is None else found


class _Neighbours:
    """Documents, some of them new."""

    def __init__(self, papers: Mapping[str, Sketched], known: Mapping[str, Kin], new: Sequence[str]) -> None:
        self._documents = sorted(papers)
        self._number = {document: i for i, document in enumerate(self._documents)}
        self._outlets = [papers[d].outlet for d in self._documents]
        self._sketches = [np.asarray(papers[d].shingles, dtype=np.uint64) for d in self._documents]
        self._known = known
        self._new = new
        self._all = joined(self._sketches)
        self._of = np.repeat(np.arange(len(self._documents)), [len(s) for s in self._sketches])

    def kin(self) -> dict[str, Kin] | None:
        """What every document is kin to; None when it is less work to begin again."""
        copied = self._copied()
        if copied is None:
            return None
        standing = np.array([copied[d] == d for d in self._documents], dtype=bool)[self._of]
        self._all, self._of = self._all[standing], self._of[standing]
        new = {self._number[d] for d in self._new if copied[d] == d}
        related = self._related(new | self._made_common(new))
        if related is None:
            return None
        touched, hits = related
        sketches = {self._documents[i]: self._sketches[i] for i in sorted(touched)}
        families = grouped(sketches, ((self._documents[a], self._documents[b], number) for (a, b), number in sorted(hits.items())))
        return {d: Kin(families.find(c) if c in sketches else self._known[c].family, c) for d, c in copied.items()}

    def _copied(self) -> dict[str, str] | None:
        """Of every document, the smallest of those with nearly its text; None when a new one takes the place of others, or brings them together."""
        copied = {d: kin.copied for d, kin in self._known.items()}
        buckets = bands(self._sketches)
        wanted = {band for d in self._new for band in buckets[self._number[d]]}
        holders: dict[tuple[int, int, int], list[str]] = {band: [] for band in wanted}
        for document, its in zip(self._documents, buckets, strict=True):
            for band in wanted.intersection(its):
                if document in copied:
                    holders[band].append(document)
        for document in self._new:
            mine = [holders[band] for band in buckets[self._number[document]]]
            firsts = {mates[0] for mates in mine if mates}
            sketch = self._sketches[self._number[document]]
            same = {copied[first] for first in firsts if is_copy(sketch, self._sketches[self._number[first]])}
            if len(same) > 1 or any(document < first for first in firsts):
                return None
            copied[document] = min(same, default=document)
            for mates in mine:
                mates.append(document)
        return copied

    def _made_common(self, new: set[int]) -> set[int]:
        """The other documents that hold a shingle which counts otherwise now that the new ones hold it."""
        here = places(self._all, union([self._sketches[i] for i in new]))
        order = np.argsort(self._all[here], kind="stable")
        shingles, holders = self._all[here][order], self._of[here][order]
        starts = np.flatnonzero(np.append(True, shingles[1:] != shingles[:-1])) if len(shingles) else np.array([], dtype=np.int64)
        found: set[int] = set()
        for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(shingles)], strict=False):
            if end - start > shared.OUTLETS:
                now = holders[start:end].tolist()
                before = [i for i in now if i not in new]
                if self._way(now) != self._way(before):
                    found.update(before)
        return found

    def _way(self, holders: Sequence[int]) -> tuple[str, int]:
        """How a shingle counts: for all pairs of its holders, for the first of them beside each other, or not at all."""
        if len(holders) <= shared.OUTLETS:
            return "all", 0
        return ("first", holders[0]) if len({self._outlets[i] for i in holders}) <= shared.OUTLETS else ("none", 0)

    def _related(self, numbers: set[int]) -> tuple[set[int], dict[tuple[int, int], int]] | None:
        """These documents with all that are kin to them or, over others, to one of them, and how many shingles two of them share."""
        reached, waiting = set(numbers), set(numbers)
        hits: dict[tuple[int, int], int] = {}
        while waiting:
            if len(reached) > TOUCHED:
                return None
            near = {}
            for left, right, number in self._around(waiting):
                small, large = sorted((len(self._sketches[left]), len(self._sketches[right])))
                if is_kin(small, large, number):
                    near[left, right] = number
            hits.update(near)
            waiting = {i for pair in near for i in pair} - reached
            reached |= waiting
        return reached, hits

    def _around(self, numbers: set[int]) -> Iterator[tuple[int, int, int]]:
        """The pairs of which one is among these documents, and how many shingles they share."""
        here = places(self._all, union([self._sketches[i] for i in numbers]))
        for left, right, number in shared.counted(self._all[here], self._of[here], self._outlets):
            if left in numbers or right in numbers:
                yield left, right, number
