"""Pairs that seem one -> clusters: greedily by falling score, then by ids, under what excludes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pourparlers.linking import weights
from pourparlers.linking.compare import compare, excluded
from pourparlers.linking.features import Features
from pourparlers.linking.groups import Groups
from pourparlers.linking.kinds import CONTRARIES
from pourparlers.linking.when import put_off
from pourparlers.model.chronicle import Link

#: Points by which the best partner in a document must beat the second best.
MARGIN = 0.5
#: Claims of each of two groups that are compared with each other before the groups are joined.
SAMPLE = 5


@dataclass(slots=True)
class _Cluster:
    """Claims that are one thing so far: one of each sort among them that could exclude another claim, and a few to compare others with."""

    documents: set[str]
    sorts: dict[object, Features] = field(default_factory=dict)
    sample: list[Features] = field(default_factory=list)


def cluster(claims: Mapping[str, Features], pairs: Sequence[Link]) -> Groups:
    """Groups of claims that are one thing. pairs: those that seem one, of two documents or of one.

    Two groups are not joined when both have a claim in one document (the reading told them apart), or when a claim of one and a claim of the
    other exclude each other. A claim with two partners in one document that are nearly as good is left with neither.
    """
    groups = Groups(claims)
    clusters = {c: _Cluster({f.source.document}, {_sort(f): f}, [f]) for c, f in claims.items()}
    for pair in sorted((p for p in pairs if p.twice), key=lambda c: (-c.total, c.left, c.right)):
        a, b = sorted((groups.find(pair.left), groups.find(pair.right)))
        if a != b and not _exclude(clusters[a], clusters[b]):
            _join(groups, clusters, a, b)
    kept = unambiguous([p for p in pairs if not p.twice], groups, lambda claim: claims[claim].source.document)
    # What has no day joins what has one first: else it would gather what is told of several days.
    for pair in sorted(kept, key=lambda c: (_undated(claims, c), -c.total, c.left, c.right)):
        a, b = sorted((groups.find(pair.left), groups.find(pair.right)))
        if a != b and _compatible(clusters[a], clusters[b]) and _agree(clusters[a], clusters[b]):
            _join(groups, clusters, a, b)
    return groups


def _undated(claims: Mapping[str, Features], pair: Link) -> bool:
    """True where neither tells when it began: a deadline is no day."""
    return all((days := claims[claim].days) is None or days.begin is None for claim in (pair.left, pair.right))


def _join(groups: Groups, clusters: dict[str, _Cluster], left: str, right: str) -> None:
    groups.join(left, right)
    absorbed = clusters.pop(right)
    clusters[left].documents |= absorbed.documents
    clusters[left].sorts = {**absorbed.sorts, **clusters[left].sorts}
    clusters[left].sample = sorted([*clusters[left].sample, *absorbed.sample], key=lambda c: c.claim)[:SAMPLE]


def _sort(claim: Features) -> object:
    """Claims of one sort exclude the same claims."""
    told = None if claim.round is None else (claim.source.published, claim.title)
    kind = claim.subtype if claim.subtype in CONTRARIES and claim.status != "cancelled" else None
    return claim.days, claim.bounds, claim.round, told, claim.ahead, claim.status == "postponed", kind


def _compatible(left: _Cluster, right: _Cluster) -> bool:
    return not left.documents & right.documents and not _exclude(left, right)


def _agree(left: _Cluster, right: _Cluster) -> bool:
    """True when the claims of two groups are alike on the whole: one good pair does not make one thing of two."""
    if len(left.sample) == len(right.sample) == 1:
        return True
    totals = [compare(a, b).total for a in left.sample for b in right.sample]
    return sum(totals) / len(totals) >= weights.ALIKE


def _exclude(left: _Cluster, right: _Cluster) -> bool:
    delays = [c for c in (*left.sorts.values(), *right.sorts.values()) if c.status == "postponed"]
    return any(excluded(a, b) and not _delayed(a, b, delays) for a in left.sorts.values() for b in right.sorts.values())


def _delayed(left: Features, right: Features, delays: Iterable[Features]) -> bool:
    """True when what was planned for one day, or missed on it, was put off to the other, as a claim of the group tells."""
    for planned, held in ((left, right), (right, left)):
        if (planned.ahead or planned.status == "cancelled") and any(delay.days == planned.days and put_off(delay, held) for delay in delays):
            return True
    return False


#: The points of a claim's best pair with each group of a document.
Rivals = dict[tuple[str, object], dict[str, float]]


def unambiguous(pairs: Iterable[Link], groups: Groups, home: Callable[[str], object]) -> list[Link]:
    """Those pairs whose claims have no other partner in one document that is nearly as good. groups: of what one document tells twice. home: the
    document of a claim."""
    rivals: Rivals = {}
    pairs = list(pairs)
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            totals = rivals.setdefault((one, home(other)), {})
            group = groups.find(other)
            totals[group] = max(pair.total, totals.get(group, pair.total))
    return [p for p in pairs if _stands_out(rivals, groups, home, p)]


def _stands_out(rivals: Rivals, groups: Groups, home: Callable[[str], object], pair: Link) -> bool:
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        group, totals = groups.find(other), rivals[one, home(other)]
        if any(total > pair.total - MARGIN for rival, total in totals.items() if rival != group):
            return False
    return True
