"""Comparisons -> clusters: greedily by falling score, then by ids, under what excludes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pourparlers.linking.compare import excluded
from pourparlers.linking.evidence import Comparison
from pourparlers.linking.features import Features
from pourparlers.linking.groups import Groups

#: Points by which the best partner in a document must beat the second best.
MARGIN = 0.5


@dataclass(slots=True)
class _Cluster:
    """Claims that are one thing so far, and one of each sort among them that could exclude another claim."""

    documents: set[str]
    sorts: dict[object, Features] = field(default_factory=dict)


def cluster(claims: Mapping[str, Features], comparisons: Iterable[Comparison]) -> Groups:
    """Groups of claims that are one thing.

    Two groups are not joined when both have a claim in one document (the reading told them apart), or when a claim of one and a claim of the
    other exclude each other. A claim with two partners in one document that are nearly as good is left with neither.
    """
    groups = Groups(claims)
    clusters = {c: _Cluster({f.source.document}, {_sort(f): f}) for c, f in claims.items()}
    kept = _unambiguous(claims, [c for c in comparisons if c.same])
    for pair in sorted(kept, key=lambda c: (-c.total, c.left, c.right)):
        a, b = sorted((groups.find(pair.left), groups.find(pair.right)))
        if a != b and _compatible(clusters[a], clusters[b]):
            groups.join(a, b)
            absorbed = clusters.pop(b)
            clusters[a].documents |= absorbed.documents
            clusters[a].sorts = {**absorbed.sorts, **clusters[a].sorts}
    return groups


def _sort(claim: Features) -> object:
    """Claims of one sort exclude the same claims."""
    return claim.days, claim.bounds, claim.round


def _compatible(left: _Cluster, right: _Cluster) -> bool:
    if left.documents & right.documents:
        return False
    return not any(excluded(a, b) for a in left.sorts.values() for b in right.sorts.values())


def _unambiguous(claims: Mapping[str, Features], pairs: list[Comparison]) -> list[Comparison]:
    totals: dict[tuple[str, str], list[float]] = {}
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            totals.setdefault((one, claims[other].source.document), []).append(pair.total)
    return [p for p in pairs if _stands_out(totals, claims, p)]


def _stands_out(totals: Mapping[tuple[str, str], list[float]], claims: Mapping[str, Features], pair: Comparison) -> bool:
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        rivals = totals[one, claims[other].source.document]
        if sum(total > pair.total - MARGIN for total in rivals) > 1:
            return False
    return True
