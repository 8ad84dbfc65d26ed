"""Demand -> answer: what a party accepts or refuses, and whose demand or offer that answers."""

from collections import defaultdict
from collections.abc import Iterable

from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import containment, stems
from pourparlers.model.calendar import Days, prefix_days
from pourparlers.model.claim import Position, Reading
from pourparlers.model.naming import same_name

ASKING = frozenset({"demands", "offers", "conditions"})
ANSWERING = frozenset({"accepts", "rejects"})
#: Share of words, and number of them, that an answer must have in common with what it answers.
SHARE, WORDS = 0.34, 2
#: Positions on one issue that are looked through for one answer.
CROWD = 400


def find_answers(readings: Iterable[Reading], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs (claim id of the answer, claim id of what it answers): the best-worded demand or offer of another party on the same issue that
    was not made later; none when two different ones fit equally well."""
    asked: dict[str, list[tuple[Position, Days | None]]] = defaultdict(list)
    answers: list[tuple[Position, Days | None]] = []
    for reading in readings:
        for position in reading.positions:
            day = prefix_days(position.said_on.start or reading.dated.published.best or "")
            if position.stance in ASKING:
                asked[position.issue].append((position, day))
            elif position.stance in ANSWERING:
                answers.append((position, day))
    found = []
    for answer, day in answers:
        best = _best(answer, day, asked[answer.issue][:CROWD], groups)
        if best is not None:
            found.append((answer.id, best.id))
    return tuple(sorted(found))


def _best(answer: Position, day: Days | None, asked: Iterable[tuple[Position, Days | None]], groups: Groups) -> Position | None:
    words = frozenset(stems(answer.evidence.quote))
    scored = []
    for demand, asked_on in asked:
        if same_name(demand.party.name, answer.party.name) or (day is not None and asked_on is not None and asked_on.first > day.last):
            continue
        other = frozenset(stems(demand.evidence.quote))
        share = containment(words, other)
        if share >= SHARE and len(words & other) >= WORDS:
            scored.append((-share, -len(words & other), demand.id, demand))
    scored.sort(key=lambda item: item[:3])
    if not scored:
        return None
    rivals = {groups.find(item[2]) for item in scored if item[:2] == scored[0][:2]}
    return scored[0][3] if len(rivals) == 1 else None
