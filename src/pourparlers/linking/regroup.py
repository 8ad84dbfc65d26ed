"""Groups of claims when some pairs have come or gone: only those groups are worked out again that can have become others.

Weak pairs chain nearly everything to everything, so that it is not enough to look at what hangs together. Groups are made by joining pairs in order;
a group goes through the same steps as before as long as none of its own pairs has come or gone and no other claim joins it. So the groups that
have such pairs are made again together with those beside them, which a pair that seems one connects with them. If one of the latter then turns
out otherwise than before, the same is done for those beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking import weights
from pourparlers.linking.clusters import cluster, unambiguous
from pourparlers.linking.features import Features
from pourparlers.linking.groups import Groups
from pourparlers.linking.hashes import Numbers
from pourparlers.linking.pairing import Claims
from pourparlers.model.chronicle import Link

Mask = NDArray[np.bool_]
Look = Callable[[Iterable[str]], Mapping[str, Features]]


def seems_one(pair: Link) -> bool:
    """True for a pair that is one thing if nothing else is against it."""
    return pair.total >= weights.SAME and not pair.excluded


def sides(claims: Claims, links: Iterable[Link]) -> tuple[Numbers, Numbers]:
    """The numbers of the claims of some pairs."""
    both = np.array([(claims.number[link.left], claims.number[link.right]) for link in links], dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def grouped(claims: Claims, pairs: Iterable[Link], look: Look) -> Groups:
    """All groups, from nothing. look: tells what linking knows of claims."""
    groups, chained = Groups(claims.ids), Groups()
    pairs = [p for p in pairs if seems_one(p)]
    for p in pairs:
        chained.join(p.left, p.right)
    chains: dict[str, list[Link]] = {}
    for p in pairs:
        chains.setdefault(chained.find(p.left), []).append(p)
    for chain in chains.values():
        if len(chain) == 1:
            groups.join(chain[0].left, chain[0].right)
        else:
            members = sorted({claim for p in chain for claim in (p.left, p.right)})
            _join(groups, cluster(look(members), chain))
    return groups


def _join(groups: Groups, found: Groups) -> None:
    """Joins what others found to be one."""
    for group in found.members():
        for claim in group[1:]:
            groups.join(group[0], claim)


class Change:
    """Pairs as they were and as they are. kept: those that stay, with the verdict that they had. found: new ones. gone: those that are no more.
    changed: the claims of documents that changed."""

    def __init__(self, claims: Claims, kept: Sequence[Link], found: Sequence[Link], gone: Sequence[Link], changed: Iterable[str]) -> None:
        self._claims = claims
        self._pairs = [p for p in (*kept, *found) if seems_one(p)]
        self._left, self._right = sides(claims, self._pairs)
        self._were = [p for p in (*kept, *gone) if p.verdict == "same"]
        self._ones = sides(claims, self._were)
        self._twice = [p for p in kept if p.twice and p.verdict == "same"]
        self._told_twice = [p for p in found if p.twice and seems_one(p)]
        self._gone = gone
        self._dirty = self._mask([*changed, *(claim for p in (*found, *gone) for claim in (p.left, p.right))])
        self._dirty |= self._rivals()

    def regrouped(self, look: Look) -> tuple[Groups, frozenset[str]]:
        """All groups, and the claims whose group may be another one than it was. look: tells what linking knows of claims."""
        twice = self._twice_told(look)
        while True:
            dirty = self._spread(self._dirty, *self._ones)
            near = self._spread(self._beside(dirty), *self._ones)
            anew = self._clustered(near, twice, look)
            sizes = anew.sizes()
            broken = [group for group in self._before(near & ~dirty) if {sizes[anew.find(claim)] for claim in group} != {len(group)}]
            if not broken:
                return self._whole(near, anew), frozenset(self._ids(near))
            self._dirty |= self._mask(claim for group in broken for claim in group)

    def _rivals(self) -> Mask:
        """The claims whose pairs had a rival that is gone: those of a claim with the document of its partner."""
        cells = {cell for p in self._gone for cell in ((p.left, self._home(p.right)), (p.right, self._home(p.left)))}
        if not cells:
            return self._mask(())
        beside = (p for p in self._pairs if (p.left, self._home(p.right)) in cells or (p.right, self._home(p.left)) in cells)
        return self._mask(claim for p in beside for claim in (p.left, p.right))

    def _home(self, claim: str) -> int:
        return int(self._claims.document[self._claims.number[claim]])

    def _mask(self, ids: Iterable[str]) -> Mask:
        mask = np.zeros(len(self._claims.ids), dtype=bool)
        mask[[self._claims.number[claim] for claim in ids]] = True
        return mask

    def _ids(self, mask: Mask) -> Iterator[str]:
        return (self._claims.ids[i] for i in np.flatnonzero(mask).tolist())

    def _spread(self, mask: Mask, left: Numbers, right: Numbers) -> Mask:
        """These claims, with all that pairs join to them over others."""
        reached = mask.copy()
        before = -1
        while before != (before := int(reached.sum())):
            met = reached[left] | reached[right]
            reached[left[met]] = True
            reached[right[met]] = True
        return reached

    def _beside(self, mask: Mask) -> Mask:
        """These claims, with all that a pair joins to one of them."""
        near = mask.copy()
        met = mask[self._left] | mask[self._right]
        near[self._left[met]] = True
        near[self._right[met]] = True
        return near

    def _twice_told(self, look: Look) -> Groups:
        """What one document tells twice, in all documents."""
        twice = Groups()
        for p in self._twice:
            twice.join(p.left, p.right)
        ids = {claim for p in self._told_twice for claim in (p.left, p.right)}
        _join(twice, cluster(look(sorted(ids)), self._told_twice))
        return twice

    def _clustered(self, near: Mask, twice: Groups, look: Look) -> Groups:
        """The groups of some claims."""
        here = np.flatnonzero(near[self._left] | near[self._right]).tolist()
        pairs = [self._pairs[i] for i in here]
        standing = unambiguous((p for p in pairs if not p.twice), twice, self._home)
        ids = frozenset(self._ids(near))
        inside = [p for p in (*standing, *(p for p in pairs if p.twice)) if p.left in ids and p.right in ids]
        return cluster(look(sorted(ids)), inside)

    def _before(self, mask: Mask) -> list[list[str]]:
        """The groups of these claims as they were."""
        left, right = self._ones
        groups = Groups(self._ids(mask))
        for i in np.flatnonzero(mask[left] & mask[right]).tolist():
            groups.join(self._were[i].left, self._were[i].right)
        return groups.members()

    def _whole(self, near: Mask, anew: Groups) -> Groups:
        """The groups that were made again, and all others as they were."""
        left, right = self._ones
        groups = Groups(self._claims.ids)
        for i in np.flatnonzero(~near[left] & ~near[right]).tolist():
            groups.join(self._were[i].left, self._were[i].right)
        _join(groups, anew)
        return groups
