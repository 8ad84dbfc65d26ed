"""What one article tells twice: in its headline and its text, or first in short and then at length."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pourparlers.linking import weights
from pourparlers.linking.compare import compare, excluded
from pourparlers.linking.evidence import Comparison
from pourparlers.linking.features import SINGLE, Features
from pourparlers.linking.kinds import GENERAL, RARE
from pourparlers.linking.places import compare_places
from pourparlers.linking.who import one_actor, strangers

#: Events of one sort that an article may tell before it is left alone: a long list is of different ones.
LIST = 12


def told_twice(claims: Iterable[Features]) -> Iterator[Comparison]:
    """The comparisons that hold two events of one article to be one: same type and day, and people, a place or words in common.

    One without a day is one with the only other that fits it.
    """
    sorts: dict[tuple[str, str], list[Features]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "event":
            sorts[claim.source.document, claim.type].append(claim)
    for _, events in sorted(sorts.items()):
        if 1 < len(events) <= LIST:
            yield from _in_general(sorted(events, key=lambda e: e.claim))
            yield from _in_one_article(sorted(events, key=lambda e: e.claim))


def _in_one_article(events: Sequence[Features]) -> Iterator[Comparison]:
    pairs = [(a, b, compare(a, b)) for a, b in itertools.combinations(events, 2) if _may_be_one(a, b)]
    fitting = [(a, b, found) for a, b, found in pairs if not found.excluded and found.total >= _needed(a, b)]
    partners = Counter(c.claim for a, b, _ in fitting if a.days != b.days for c in (a, b) if c.days is None)
    for a, b, found in fitting:
        if all(partners[c.claim] <= 1 for c in (a, b) if c.days is None):
            yield found


def _in_general(events: Sequence[Features]) -> Iterator[Comparison]:
    """What an article tells once in general ("a imposé des sanctions") and once in detail, if it does each once."""
    for general, special in GENERAL.items():
        pairs = [(a, b) for a in events if a.subtype == general for b in events if b.subtype == special]
        if len(pairs) == 1 and not excluded(*pairs[0]) and _may_be_one(*pairs[0]):
            found = compare(*pairs[0])
            if found.total >= weights.IN_GENERAL and any(one_actor(a, b) for a in pairs[0][0].names for b in pairs[0][1].names):
                yield found


def _may_be_one(left: Features, right: Features) -> bool:
    """An article that names two places, or other people, that tells of what was and of what will be, or tells two things without a day and without
    a word in common, tells of two things: that it is one article says little."""
    if _elsewhere(left, right) or strangers(left, right):
        return False
    if left.days is None and right.days is None and not (left.stems & right.stems or left.act & right.act):
        return False
    return left.ahead == right.ahead or left.days == right.days


def _elsewhere(left: Features, right: Features) -> bool:
    """True for two places. Of what happens once a day, two names of which no list tells where they lie may be of one place ("à Orlen", "au poste
    d'Orle")."""
    place = compare_places(left.place, right.place)
    if place is None or (place.weight is not None and place.weight >= 0):
        return False
    return left.type not in SINGLE or left.days != right.days or place.weight != weights.OTHER_NAME


def _needed(left: Features, right: Features) -> float:
    """The points that two events of one article need to be one."""
    single = left.type in SINGLE or (left.subtype in RARE and left.subtype == right.subtype)
    if (left.days is None or right.days is None) and left.type in SINGLE and left.ahead and left.status == right.status:
        return weights.TWICE_AHEAD
    if left.days is None or left.days != right.days:
        return weights.TWICE_UNDATED if single else weights.TWICE_LISTED
    return weights.TWICE if single else weights.TWICE_LISTED
