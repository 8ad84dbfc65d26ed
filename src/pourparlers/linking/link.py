"""All readings together, in the order in which one finding needs another."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from pourparlers.issues import Issue
from pourparlers.linking import weights
from pourparlers.linking.answers import find_answers
from pourparlers.linking.blocking import Blocks, block
from pourparlers.linking.clusters import cluster
from pourparlers.linking.compare import compare, excluded
from pourparlers.linking.contradictions import find_contradictions
from pourparlers.linking.evidence import Comparison, Point
from pourparlers.linking.families import find_families
from pourparlers.linking.features import Features, features_of, source, tokens
from pourparlers.linking.groups import Groups
from pourparlers.linking.together import sharpen
from pourparlers.linking.twice import told_twice
from pourparlers.model.chronicle import Link, Linked
from pourparlers.model.claim import Claim, Reading, When
from pourparlers.model.time import Dated, Published

#: Words that two claims which exclude each other must share for that to be told.
TELLING = 3


def link(readings: Sequence[Reading], redate: Callable[[Dated, Published], Dated]) -> Linked:
    """What the readings have in common. Their order changes nothing, nor does a reading given twice.

    redate works out the times of a document again for a day that is better known.
    """
    alone = [r for _, r in sorted({r.document: r for r in readings}.items())]
    families = find_families(alone)
    together = sharpen(alone, redate, families)
    claims = _features(together.readings, families)
    blocks = block(claims.values())
    comparisons = list(_comparisons(blocks))
    twice = list(told_twice(claims.values()))
    groups = cluster(claims, comparisons, twice)
    days, said = _sharpened(alone, together.readings)
    return Linked(
        families=families,
        published=together.published,
        clusters=tuple(tuple(members) for members in groups.members()),
        links=tuple(sorted([*_links(comparisons, groups), *_links(twice, groups)])),
        contradictions=tuple(sorted({*together.contradictions, *find_contradictions(together.readings, groups)})),
        answers=find_answers(together.readings, groups),
        days=days,
        said=said,
        issues=tuple(_crowded(blocks)),
    )


def _comparisons(blocks: Blocks) -> Iterable[Comparison]:
    """The comparisons that hold two claims to be one, and those that would but for what excludes it."""
    seen: dict[Point, Point] = {}  # a day or a place makes the same point in thousands of comparisons
    for a, b in blocks.pairs():
        if excluded(a, b) and len(a.stems & b.stems) < TELLING and a.round is None:
            continue
        result = compare(a, b)
        if result.total >= weights.SAME:
            yield replace(result, points=tuple(seen.setdefault(p, p) for p in result.points))


def _features(readings: Iterable[Reading], families: Mapping[str, str]) -> dict[str, Features]:
    found: dict[str, Features] = {}
    for reading in readings:
        where = source(reading, families[reading.document])
        features = [features_of(claim, where) for claim in reading.claims]
        sorts = Counter((f.kind, f.type) for f in features)
        found.update({f.claim: replace(f, sole=sorts[f.kind, f.type] == 1, tokens=tokens(f)) for f in features})
    return found


def _links(comparisons: Iterable[Comparison], groups: Groups) -> Iterable[Link]:
    """The judgements behind the clusters, and those that kept apart what seemed one."""
    for pair in comparisons:
        if pair.same and groups.find(pair.left) == groups.find(pair.right):
            yield Link(pair.left, pair.right, "same", pair.score, "linking.compare", pair.reasons)
        elif pair.total >= weights.SAME:
            reasons = pair.reasons if pair.excluded else ("plusieurs partenaires possibles, aucun retenu", *pair.reasons)
            yield Link(pair.left, pair.right, "different", pair.score, "linking.compare", reasons)


def _sharpened(alone: Iterable[Reading], together: Iterable[Reading]) -> tuple[dict[str, When], dict[str, When]]:
    """The days of claims that changed."""
    days: dict[str, When] = {}
    said: dict[str, When] = {}
    for old, new in zip(alone, together, strict=True):
        for before, after in zip(old.claims, new.claims, strict=True):
            if before.said_on != after.said_on:
                said[after.id] = after.said_on
            if day_of(before) != day_of(after):
                days[after.id] = day_of(after)
    return days, said


def day_of(claim: Claim) -> When:
    """The days of what a claim tells of; those of the telling for a statement or a position."""
    found = getattr(claim, "when", None) or getattr(claim, "as_of", None)
    return found if isinstance(found, When) else claim.said_on


def _crowded(blocks: Blocks) -> Iterable[Issue]:
    for key, number in blocks.crowded:
        message = f"{number} claims share « {' '.join(key)} »: they were not compared for that alone"
        yield Issue("", "linking", "crowded-block", message)
