"""Demand -> answer: what a party accepts or refuses, and whose demand or offer that answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import common_stems, containment, stems
from pourparlers.model.calendar import prefix_days
from pourparlers.model.claim import Reading
from pourparlers.model.naming import same_name

ASKING = frozenset({"demands", "offers", "conditions"})
ANSWERING = frozenset({"accepts", "rejects"})
#: Share of words, and number of them, that an answer must have in common with what it answers.
SHARE, WORDS = 0.34, 2
#: Demands on one issue that may share a word before the word tells nothing.
CROWD = 120


@dataclass(frozen=True, slots=True)
class Stand:
    """What answers need of a position: whose it is, the days it was told (None when unknown), and the stems of its words."""

    id: str
    stance: str
    issue: str
    party: str
    first: int | None
    last: int | None
    words: tuple[str, ...]


def stands_of(reading: Reading) -> tuple[Stand, ...]:
    """The positions of a reading."""
    found = []
    for position in reading.positions:
        day = prefix_days(position.said_on.start or reading.dated.published.best or "")
        first, last = (None, None) if day is None else (day.first, day.last)
        words = stems(position.evidence.quote)
        found.append(Stand(position.id, position.stance, position.issue, position.party.name, first, last, words))
    return tuple(found)


def find_answers(stands: Iterable[Stand], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs (claim id of the answer, claim id of what it answers): the best-worded demand or offer of another party on the same issue that
    was not made later; none when two different ones fit equally well."""
    asked: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    answers = []
    for stand in stands:
        if stand.stance in ANSWERING:
            answers.append(stand)
        elif stand.stance in ASKING:
            for word in stand.words:
                asked[stand.issue, word].append(stand)
    found = []
    for answer in answers:
        near = (asked.get((answer.issue, word), []) for word in answer.words if word not in common_stems())
        best = _best(answer, {s.id: s for block in near if len(block) <= CROWD for s in block}, groups)
        if best is not None:
            found.append((answer.id, best))
    return tuple(sorted(found))


def _best(answer: Stand, asked: Mapping[str, Stand], groups: Groups) -> str | None:
    scored = []
    words = frozenset(answer.words)
    for id_, demand in sorted(asked.items()):
        shared = sum(word in words for word in demand.words)
        later = answer.last is not None and demand.first is not None and demand.first > answer.last
        if shared < WORDS or later or same_name(demand.party, answer.party):
            continue
        share = containment(words, frozenset(demand.words))
        if share >= SHARE:
            scored.append((-share, -shared, id_))
    scored.sort()
    rivals = {groups.find(id_) for share, shared, id_ in scored if (share, shared) == scored[0][:2]}
    return scored[0][2] if len(rivals) == 1 else None
