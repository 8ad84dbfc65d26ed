"""Comparisons -> clusters, greedily by (score, ids) under what excludes."""

from collections.abc import Callable, Iterable, Mapping

from pourparlers.linking.evidence import Comparison
from pourparlers.linking.features import Features
from pourparlers.linking.groups import Groups

#: Points by which the best partner in a document must beat the second best.
MARGIN = 0.5


def cluster(features: Mapping[str, Features], comparisons: Iterable[Comparison], exclude: Callable[[Features, Features], bool]) -> Groups:
    """Groups of claims that are one thing.

    Pairs are taken by falling score, then by ids. Two groups are joined unless a claim of one and a claim of the other stand in one
    document, or exclude each other.
    """
    groups = Groups(features)
    members = {claim: [claim] for claim in features}
    kept = unambiguous(features, [c for c in comparisons if c.same])
    for pair in sorted(kept, key=lambda c: (-c.total, c.left, c.right)):
        a, b = groups.find(pair.left), groups.find(pair.right)
        if a == b or _clash(features, members[a], members[b], exclude):
            continue
        groups.join(a, b)
        first, second = sorted((a, b))
        members[first].extend(members.pop(second))
    return groups


def _clash(features: Mapping[str, Features], left: list[str], right: list[str], exclude: Callable[[Features, Features], bool]) -> bool:
    documents = {features[c].source.document for c in left}
    if any(features[c].source.document in documents for c in right):
        return True
    return any(exclude(features[a], features[b]) for a in left for b in right)


def unambiguous(features: Mapping[str, Features], pairs: list[Comparison]) -> list[Comparison]:
    """The pairs whose claims have no other partner in the same document that is nearly as good."""
    best: dict[tuple[str, str], list[float]] = {}
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            best.setdefault((one, features[other].source.document), []).append(pair.total)
    return [p for p in pairs if _stands_out(best, features, p)]


def _stands_out(best: Mapping[tuple[str, str], list[float]], features: Mapping[str, Features], pair: Comparison) -> bool:
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        totals = best[one, features[other].source.document]
        if sum(total > pair.total - MARGIN for total in totals) > 1:
            return False
    return True
