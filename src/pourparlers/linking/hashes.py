"""Hashes of many documents in one array, and where some of them stand in it."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Hashes: TypeAlias = NDArray[np.uint64]
Numbers: TypeAlias = NDArray[np.int64]

#: Bits of a hash by which most of those that are not wanted are told at a glance.
_GLANCE = np.uint64(0xFFFF)


def places(hashes: Hashes, wanted: Hashes) -> Numbers:
    """Where in an array those hashes stand that are wanted, in order. wanted: sorted, each once."""
    if not len(wanted):
        return np.array([], dtype=np.int64)
    glance = np.zeros(int(_GLANCE) + 1, dtype=bool)
    glance[wanted & _GLANCE] = True
    likely = np.flatnonzero(glance[hashes & _GLANCE])
    found = hashes[likely]
    among: Numbers = likely[wanted[np.minimum(np.searchsorted(wanted, found), len(wanted) - 1)] == found]
    return among


def joined(arrays: Sequence[Hashes]) -> Hashes:
    """Several arrays as one."""
    return np.concatenate([np.array([], dtype=np.uint64), *arrays])


def union(arrays: Sequence[Hashes]) -> Hashes:
    """The hashes of several arrays, sorted, each once."""
    return np.unique(joined(arrays))
