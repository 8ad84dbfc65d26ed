"""How many shingles two documents share, counted over all pairs of documents at once.

There are hundreds of shingles a document, most of them nobody else's: they are kept as numbers, sorted, and counted in arrays.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from pourparlers.linking.hashes import Hashes as Shingles
from pourparlers.linking.hashes import Numbers, joined

#: Shared shingles below this prove nothing.
HITS = 6
#: A shingle that stands in more outlets than this is a common phrase.
OUTLETS = 40
#: Pairs that are held before they are counted.
_HELD = 8_000_000


def shared_shingles(sketches: Sequence[Shingles], outlets: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The pairs of documents (by index, the smaller first) that share `HITS` shingles or more, common phrases left out, and how many they share.

    sketches: of each document, each shingle once. outlets: of each document.
    """
    return counted(joined(sketches), np.repeat(np.arange(len(sketches)), [len(s) for s in sketches]), outlets)


def counted(shingles: Shingles, documents: Numbers, outlets: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The same of shingles in one array. documents: the index of the document of each, never falling. outlets: of each document."""
    tally = _Tally(len(outlets))
    for rows in _holders(shingles, documents, outlets):
        tally.add(rows)
    codes, counts = tally.result()
    several = counts >= HITS
    for code, hits in zip(codes[several].tolist(), counts[several].tolist(), strict=True):
        left, right = divmod(code, len(outlets))
        yield left, right, hits


def _holders(shingles: Shingles, documents: Numbers, outlets: Sequence[str]) -> Iterator[Numbers]:
    """The documents that hold each shared shingle: matrices of a row a shingle, and as many columns as documents hold it."""
    order = np.argsort(shingles, kind="stable")
    shingles, documents = shingles[order], documents[order]
    starts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1]))) if len(shingles) else np.array([], dtype=np.int64)
    sizes = np.diff(np.append(starts, len(shingles)))
    for size in np.unique(sizes[sizes > 1]).tolist():
        rows = documents[starts[sizes == size][:, None] + np.arange(size)]
        if size <= OUTLETS:
            yield rows
        else:
            yield from _boilerplate(rows, outlets)


def _boilerplate(rows: Numbers, outlets: Sequence[str]) -> Iterator[Numbers]:
    """One outlet's boilerplate in thousands of documents is counted against the first only, so that the cost stays linear."""
    for row in rows:
        if len({outlets[d] for d in row.tolist()}) <= OUTLETS:
            yield np.stack([np.broadcast_to(row[0], len(row) - 1), row[1:]], axis=1)


class _Tally:
    """Counts pairs of numbers below `size`."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: list[Numbers] = []
        self._number = 0
        self._codes = np.array([], dtype=np.int64)
        self._counts = np.array([], dtype=np.int64)

    def add(self, rows: Numbers) -> None:
        """Counts every pair of two columns, row by row."""
        for left in range(rows.shape[1] - 1):
            for right in range(left + 1, rows.shape[1]):
                self._held.append(rows[:, left] * self._size + rows[:, right])
                self._number += len(rows)
            if self._number > _HELD:
                self._count()

    def result(self) -> tuple[Numbers, Numbers]:
        """The pairs, as left * size + right, in order, and how often each was counted."""
        self._count()
        return self._codes, self._counts

    def _count(self) -> None:
        if not self._held:
            return
        codes, counts = np.unique(np.concatenate(self._held), return_counts=True)
        every = np.concatenate([self._codes, codes])
        self._codes, places = np.unique(every, return_inverse=True)
        self._counts = np.bincount(places, weights=np.concatenate([self._counts, counts])).astype(np.int64)
        self._held.clear()
        self._number = 0
