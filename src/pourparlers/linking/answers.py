"""Demand -> answer: what a party accepts or refuses, and whose demand or offer that answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import common_stems, containment, stems
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.claim import Position, Reading
from pourparlers.model.naming import same_name

ASKING = frozenset({"demands", "offers", "conditions"})
ANSWERING = frozenset({"accepts", "rejects"})
#: Share of words, and number of them, that an answer must have in common with what it answers.
SHARE, WORDS = 0.34, 2
#: Demands on one issue that may share a word before the word tells nothing.
CROWD = 120


@dataclass(frozen=True, slots=True)
class _Stand:
    """A position, the day it was told, and what it is about."""

    position: Position
    day: Days | None
    words: frozenset[str]


def find_answers(readings: Iterable[Reading], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs (claim id of the answer, claim id of what it answers): the best-worded demand or offer of another party on the same issue that
    was not made later; none when two different ones fit equally well."""
    asked: dict[tuple[str, str], list[_Stand]] = defaultdict(list)
    answers = []
    for stand in _stands(readings):
        if stand.position.stance in ANSWERING:
            answers.append(stand)
        elif stand.position.stance in ASKING:
            for word in stand.words:
                asked[stand.position.issue, word].append(stand)
    found = []
    for answer in answers:
        near = (asked.get((answer.position.issue, word), []) for word in answer.words - common_stems())
        best = _best(answer, {s.position.id: s for block in near if len(block) <= CROWD for s in block}, groups)
        if best is not None:
            found.append((answer.position.id, best))
    return tuple(sorted(found))


def _stands(readings: Iterable[Reading]) -> Iterator[_Stand]:
    for reading in readings:
        for position in reading.positions:
            day = prefix_days(position.said_on.start or reading.dated.published.best or "")
            yield _Stand(position, day, frozenset(stems(position.evidence.quote)))


def _best(answer: _Stand, asked: Mapping[str, _Stand], groups: Groups) -> str | None:
    scored = []
    for id_, demand in sorted(asked.items()):
        later = answer.day is not None and demand.day is not None and demand.day.first > answer.day.last
        if later or same_name(demand.position.party.name, answer.position.party.name):
            continue
        share, shared = containment(answer.words, demand.words), len(answer.words & demand.words)
        if share >= SHARE and shared >= WORDS:
            scored.append((-share, -shared, id_))
    scored.sort()
    rivals = {groups.find(id_) for share, shared, id_ in scored if (share, shared) == scored[0][:2]}
    return scored[0][2] if len(rivals) == 1 else None
