"""Claims that cannot both be right: figures of one thing that different voices give differently."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import common_stems, containment, stems
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.claim import Figure, Reading
from pourparlers.model.naming import same_name
from pourparlers.model.period import overlap

#: Share of the words for what is counted that two figures must have in common.
ONE_THING = 0.5
#: Days between two counts beyond which they count different things.
SAME_TIME = 2
#: Figures that may share a word and a kind before the word tells nothing.
CROWD = 120


def find_contradictions(readings: Iterable[Reading], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs of figures (claim ids, the smaller first) that count one thing and exclude each other.

    A toll that one voice raises later is no contradiction; nor is "au moins 7" beside 12. Where the figures tell of no event, both must be
    somebody's: an article's own figure may well count another thing.
    """
    blocks: dict[tuple[str, str], list[tuple[Figure, Days | None]]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            for stem in stems(figure.what):
                blocks[figure.type, stem].append((figure, _day(figure, reading)))
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) <= CROWD:
            found.update(_clashes(block, groups))
    return tuple(sorted(found))


def _day(figure: Figure, reading: Reading) -> Days | None:
    return prefix_days(figure.as_of.start or reading.dated.published.best or "")


def _clashes(block: list[tuple[Figure, Days | None]], groups: Groups) -> Iterator[tuple[str, str]]:
    for (a, day), (b, other) in itertools.combinations(block, 2):
        if a.id != b.id and day is not None and other is not None and overlap(day, other, SAME_TIME) and _clash(a, b, groups):
            yield min(a.id, b.id), max(a.id, b.id)


def _clash(left: Figure, right: Figure, groups: Groups) -> bool:
    if not _apart(left, right) or _one_voice(left, right):
        return False
    if left.event is not None and right.event is not None:
        return groups.find(left.event) == groups.find(right.event)
    if left.claimant is None or right.claimant is None:
        return False
    a, b = frozenset(stems(left.what)), frozenset(stems(right.what))
    return containment(a, b) >= ONE_THING and bool((a & b) - common_stems())


def _apart(left: Figure, right: Figure) -> bool:
    """True when no number fits both."""
    a, b = _bounds(left), _bounds(right)
    return a[1] < b[0] or b[1] < a[0]


def _bounds(figure: Figure) -> tuple[float, float]:
    if figure.bound == "exact":
        return figure.value, figure.value
    slack = 0.1 * figure.value if figure.bound == "about" else 0.0
    low = figure.low if figure.low is not None else (figure.value - slack if figure.bound in ("about", "at_least") else float("-inf"))
    high = figure.high if figure.high is not None else (figure.value + slack if figure.bound in ("about", "at_most") else float("inf"))
    return low, high


def _one_voice(left: Figure, right: Figure) -> bool:
    """True when the two may be one voice; the articles' own voice differs from everybody else's only."""
    if left.claimant is None or right.claimant is None:
        return left.claimant is right.claimant
    return same_name(left.claimant, right.claimant)
