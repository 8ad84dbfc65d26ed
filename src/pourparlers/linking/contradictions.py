"""Claims that cannot both be right: figures of one thing that different voices give differently."""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparlers.lexicon import read_yaml
from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import common_stems, containment, stems
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.claim import Figure, Reading
from pourparlers.model.naming import same_name
from pourparlers.model.period import overlap

#: Share of the words for what is counted that two figures must have in common.
ONE_THING = 0.5
#: The same for figures of no kind: all words of the one are the other's.
WHOLE = 1.0
#: Types of figures whose words are a unit, which does not tell what is counted ("dollars").
UNITS = frozenset({"money"})
#: Days between two counts beyond which they count different things.
SAME_TIME = 2
#: What a toll counts that tells nobody in particular.
ANYBODY = "personnes"
#: Figures that may share a word and a kind before the word tells nothing.
CROWD = 120


@dataclass(frozen=True, slots=True)
class Count:
    """What contradictions need of a figure. first, last: the days of the count, None when unknown. low, high: between what the number lies.
    words: stems of what is counted. event: what it counts of, as the figure has it. family: of the article. told: the day by which that was
    published, None when unknown."""

    id: str
    type: str
    first: int | None
    last: int | None
    low: float
    high: float
    words: tuple[str, ...]
    claimant: str | None
    event: str | None
    family: str
    told: int | None


def counts_of(reading: Reading, family: str) -> tuple[Count, ...]:
    """The figures of a reading, whose document is of this family."""
    found = []
    published = prefix_days(reading.dated.published.best or "")
    told = None if published is None or reading.dated.published.other_years else published.last
    for figure in reading.figures:
        day = prefix_days(figure.as_of.start or reading.dated.published.best or "")
        first, last = (None, None) if day is None else (day.first, day.last)
        found.append(Count(figure.id, figure.type, first, last, *_bounds(figure), stems(figure.what), figure.claimant, figure.event, family, told))
    return tuple(found)


def find_contradictions(counts: Iterable[Count], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs of figures (claim ids, the smaller first) that count one thing and exclude each other.

    A toll that one voice raises later is no contradiction; nor is "au moins 7" beside 12. Where the figures tell of no event, both must be
    somebody's: an article's own figure may well count another thing. The tolls of one event in the own voice of two articles contradict each other
    where they count the same people and the later one is no higher: tolls rise.
    """
    blocks: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in counts:
        event = () if count.event is None else (groups.find(count.event),)
        for shared in (*count.words, *event):
            blocks[count.type, shared].append(count)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) <= CROWD:
            found.update(_clashes(block, groups))
    return tuple(sorted(found))


def _clashes(block: list[Count], groups: Groups) -> Iterator[tuple[str, str]]:
    for a, b in itertools.combinations(block, 2):
        if a.id != b.id and _apart(a, b) and _same_time(a, b) and _clash(a, b, groups):
            yield min(a.id, b.id), max(a.id, b.id)


def _same_time(left: Count, right: Count) -> bool:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    return overlap(Days(left.first, left.last), Days(right.first, right.last), SAME_TIME)


def _apart(left: Count, right: Count) -> bool:
    """True when no number fits both."""
    return left.high < right.low or right.high < left.low


def _clash(left: Count, right: Count, groups: Groups) -> bool:
    if _one_voice(left, right):
        return False
    if left.event is not None and right.event is not None:
        return groups.find(left.event) == groups.find(right.event) and not _of_others(left, right)
    if left.claimant is None or right.claimant is None or left.type in UNITS:
        return False
    a, b = frozenset(left.words), frozenset(right.words)
    return containment(a, b) >= (WHOLE if left.type == "other" else ONE_THING) and bool((a & b) - common_stems())


def _of_others(left: Count, right: Count) -> bool:
    """True when one counts others, or some only of those whom the other counts: one policeman killed beside five people killed is no contradiction,
    six are."""
    a, b = (frozenset(count.words) - (_bare_words(count.type) or common_stems()) for count in (left, right))
    if a and b:
        return not a & b
    some, all_ = (left, right) if a else (right, left)
    return bool(a or b) and some.low <= all_.high


def _bounds(figure: Figure) -> tuple[float, float]:
    if figure.bound == "exact":
        return figure.value, figure.value
    slack = 0.1 * figure.value if figure.bound == "about" else 0.0
    low = figure.low if figure.low is not None else (figure.value - slack if figure.bound in ("about", "at_least") else float("-inf"))
    high = figure.high if figure.high is not None else (figure.value + slack if figure.bound in ("about", "at_most") else float("inf"))
    return low, high


def _one_voice(left: Count, right: Count) -> bool:
    """True when the two may be one voice: that of one claimant, or of articles that agree with each other or tell how a toll went on."""
    if left.claimant is None and right.claimant is None:
        return (
            left.family == right.family or left.event is None or right.event is None or not _same_people(left, right) or _may_have_risen(left, right)
        )
    if left.claimant is None or right.claimant is None:
        return False
    return same_name(left.claimant, right.claimant)


def _same_people(left: Count, right: Count) -> bool:
    """True for "douze soldats tués" and "neuf soldats tués", and for "trente morts" and "vingt-huit personnes tuées"."""
    bare = _bare_words(left.type)
    return bool(bare) and set(left.words) - bare == set(right.words) - bare


def _may_have_risen(left: Count, right: Count) -> bool:
    """True when the higher count was published later, or may have been."""
    low, high = sorted((left, right), key=lambda count: count.high)
    return low.told is None or high.told is None or low.told < high.told


@functools.cache
def _bare_words(type_: str) -> frozenset[str]:
    """The stems of the words that tell a toll of a type, and not whose it is: "morts", "personnes tuées"; none for figures that are no tolls."""
    fates = [entry["participle"] for entry in read_yaml("fr/fates")["entries"] if entry["kind"] == type_]
    nouns = [entry["lemma"] for entry in read_yaml("fr/counted")["entries"] if entry["kind"] == type_]
    return frozenset(stem for word in (*fates, *nouns, ANYBODY) for stem in stems(word)) if fates else frozenset()
