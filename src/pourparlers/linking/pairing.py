"""The pairs of claims that share a key, over all documents at once.

There are tens of keys a claim, most of them nobody else's: they are kept as numbers and sorted, not held in a dictionary. A key that too many
claims share tells nothing: its claims are not compared for it, and it is reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking.blocking import LASTING, Keyed
from pourparlers.linking.hashes import Hashes, Numbers, joined, places

#: Comparisons that one key may ask for.
CROWD = 1500
#: Names, places and words that two claims must have in common, unless they are dated to one day.
SHARED = 2
#: Pairs that are held before those told by several keys are made one, and pairs that are looked at at once.
_HELD, _SLICE = 8_000_000, 100_000
#: Bits of a hash below those that tell in which part of all keys it is sorted.
_PART = np.uint64(61)


@dataclass(frozen=True, slots=True)
class Crowded:
    """A key that too many claims share: its hash, one of them, and how many they are."""

    key: int
    claim: str
    claims: int


class Claims:
    """All claims of all documents, numbered in the order of their ids."""

    def __init__(self, documents: Sequence[Keyed]) -> None:
        given = [claim for keyed in documents for claim in keyed.claims]
        order = sorted(range(len(given)), key=given.__getitem__)
        self.ids = [given[i] for i in order]
        self.number = {claim: i for i, claim in enumerate(self.ids)}
        self._documents = documents
        sizes = [len(keyed.claims) for keyed in documents]
        self.document = np.repeat(np.arange(len(documents)), sizes)[order]
        self._within = _joined([np.arange(size) for size in sizes])[order]
        self._first, self._last, self._dated = (_joined([getattr(k, name) for k in documents])[order] for name in ("first", "last", "dated"))
        self._place = np.empty(len(order), dtype=np.int64)
        self._place[order] = np.arange(len(order))
        self._starts = np.cumsum([0, *sizes])

    def _keys(self) -> tuple[Hashes, Numbers]:
        within = _joined([k.holders for k in self._documents])
        starts = np.repeat(self._starts[:-1], [len(k.holders) for k in self._documents])
        return joined([k.keys for k in self._documents]), 2 * self._place[starts + (within >> 1)] + (within & 1)

    @cached_property
    def _kept_keys(self) -> tuple[Hashes, Numbers]:
        return self._keys()

    def keys(self, wanted: Hashes | None = None) -> tuple[Hashes, Numbers]:
        """The hashes of all keys, and of each twice the number of its claim, and one more where that is dated and the key no day. wanted: the only
        ones that are wanted, sorted."""
        if wanted is None:  # once, and too many to be kept
            return self._keys()
        hashes, holders = self._kept_keys
        here = places(hashes, wanted)
        return hashes[here], holders[here]

    def near(self, left: Numbers, right: Numbers) -> Numbers:
        """Those of the pairs that are of different documents and can be of one time, as codes: the smaller number times the number of claims, plus
        the other, each once and in order."""
        fit = self.document[left] != self.document[right]
        fit &= (self._first[left] <= self._last[right] + LASTING) & (self._first[right] <= self._last[left] + LASTING)
        a, b = left[fit], right[fit]
        return np.unique(np.minimum(a, b) * len(self.ids) + np.maximum(a, b))

    def code(self, left: str, right: str) -> int:
        """The pair (the smaller id first) as a code."""
        return self.number[left] * len(self.ids) + self.number[right]

    def among(self, codes: Numbers, documents: NDArray[np.bool_]) -> Numbers:
        """Those of the pairs of which a claim is of one of these documents."""
        left, right = np.divmod(codes, max(1, len(self.ids)))
        return codes[documents[self.document[left]] | documents[self.document[right]]]

    def alike(self, codes: Numbers) -> Iterator[tuple[str, str]]:
        """Those of the pairs that are both dated, or have names, places or words in common."""
        last, first = -1, frozenset[int]()
        for start in range(0, len(codes), _SLICE):
            left, right = np.divmod(codes[start : start + _SLICE], max(1, len(self.ids)))
            dated = (self._dated[left] & self._dated[right]).astype(bool).tolist()
            for a, b, certain in zip(left.tolist(), right.tolist(), dated, strict=True):
                if not certain and a != last:
                    last, first = a, frozenset(self._tokens(a))
                if certain or len(first.intersection(self._tokens(b))) >= SHARED:
                    yield self.ids[a], self.ids[b]

    def _tokens(self, number: int) -> list[int]:
        keyed, place = self._documents[self.document[number]], int(self._within[number])
        start = keyed.ends[place - 1] if place else 0
        found: list[int] = keyed.tokens[start : keyed.ends[place]].tolist()
        return found


def pair(claims: Claims, wanted: Hashes | None = None) -> tuple[Numbers, list[Crowded]]:
    """The pairs of claims of different documents that share a key and can be of one time, as codes, and the keys that too many claims share.

    wanted: the only keys that count, sorted; None for all.
    """
    codes: list[Numbers] = [np.array([], dtype=np.int64)]
    crowded: list[Crowded] = []
    held = 0
    for vague, hashes, members in _in_parts(*claims.keys(wanted)):
        # With the vague ones all others are compared; the dated ones meet each other on their day.
        size = members.shape[1]
        if vague * (vague // 2 + size - vague) > CROWD:
            crowded.extend(Crowded(h, claims.ids[m], size) for h, m in zip(hashes.tolist(), members[:, 0].tolist(), strict=True))
            continue
        left, right = np.triu_indices(vague, k=1, m=size)
        codes.append(claims.near(members[:, left].ravel(), members[:, right].ravel()))
        held += len(codes[-1])
        if held > _HELD:
            codes, held = [np.unique(np.concatenate(codes))], 0
    return np.unique(np.concatenate(codes)), crowded


def _in_parts(hashes: Hashes, holders: Numbers) -> Iterator[tuple[int, Hashes, Numbers]]:
    """What `_shared` gives, found in some of the keys at a time: sorting takes several times the memory that they do."""
    parts = (hashes >> _PART).astype(np.uint8)
    for part in np.unique(parts).tolist():
        here = parts == part
        yield from _shared(hashes[here], holders[here])


def _shared(hashes: Hashes, holders: Numbers) -> Iterator[tuple[int, Hashes, Numbers]]:
    """The keys that several claims share, all those with so many vague and so many dated claims at once: how many vague ones, the hashes and, of
    each, its claims, the vague ones first."""
    order = np.lexsort((holders >> 1, holders & 1, hashes))
    hashes, holders = hashes[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))) if len(hashes) else np.array([], dtype=np.int64)
    sizes = np.diff(np.append(starts, len(hashes)))
    dated_before = np.concatenate(([0], np.cumsum(holders & 1)))
    dates = dated_before[starts + sizes] - dated_before[starts]
    several = np.flatnonzero(sizes > 1)
    starts, sizes, dates = starts[several], sizes[several], dates[several]
    order = np.lexsort((dates, sizes))
    starts, sizes, dates = starts[order], sizes[order], dates[order]
    bounds = np.flatnonzero((sizes[1:] != sizes[:-1]) | (dates[1:] != dates[:-1])) + 1
    for here in np.split(np.arange(len(starts)), bounds) if len(starts) else ():
        size, dated, first = int(sizes[here[0]]), int(dates[here[0]]), starts[here]
        yield size - dated, hashes[first], holders[first[:, None] + np.arange(size)] >> 1


def _joined(arrays: Sequence[Numbers]) -> Numbers:
    return np.concatenate([np.array([], dtype=np.int64), *arrays])
