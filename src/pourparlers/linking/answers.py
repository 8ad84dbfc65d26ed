"""Demand -> answer: what a party accepts or refuses, and whose demand or offer that answers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pourparlers.linking.groups import Groups
from pourparlers.linking.wording import answer_stems, common_stems, containment, name_stems, stems, verdict_stems
from pourparlers.model.calendar import prefix_days
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.naming import same_name

ASKING = frozenset({"demands", "offers", "conditions"})
ANSWERING = frozenset({"accepts", "rejects"})
#: Share of words, and number of them, that a refusal, or an acceptance, must have in common with what it answers.
SHARE, AGREED, WORDS = 0.34, 0.5, 2
#: The same for a refusal where neither names the other; two who are for one thing do not answer each other.
STRANGERS_SHARE, STRANGERS_WORDS = 0.6, 3
#: Demands on one issue that may share a word before the word tells nothing.
CROWD = 120
#: Characters between a demand and the answer that only points back to it.
BACK = 700
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w-]*")
#: Letters that a name and a word for its bearers have in common ("Mali", "Maliens").
ROOT = 4


@dataclass(frozen=True, slots=True)
class Stand:
    """What answers need of a position: whose it is, to whom, under all their names, the days it was told (None when unknown), the stems of its words
    and of the names in it, and where it stands. only_points: it tells nothing itself ("a rejeté ces exigences")."""

    id: str
    stance: str
    issue: str
    party: tuple[str, ...]
    addressee: tuple[str, ...]
    first: int | None
    last: int | None
    words: tuple[str, ...]
    named: tuple[str, ...]
    only_points: bool
    document: str
    start: int
    end: int


def stands_of(reading: Reading) -> tuple[Stand, ...]:
    """The positions of a reading."""
    found = []
    for position in reading.positions:
        day = prefix_days(position.said_on.start or reading.dated.published.best or "")
        first, last = (None, None) if day is None else (day.first, day.last)
        told, where = stems(position.evidence.quote), position.evidence
        names = frozenset(stems(" ".join(_CAPITALISED.findall(where.quote)))) - common_stems()
        points = position.stance in ANSWERING and position.issue != "other" and _only_points(told, names)
        row = (position.id, position.stance, position.issue, _names(position.party), _names(position.addressee), first, last)
        words = tuple(word for word in told if word not in names or word == told[0])
        found.append(Stand(*row, words, tuple(word for word in told if word in names), points, where.document, where.start, where.end))
    return tuple(found)


def _only_points(words: Iterable[str], names: frozenset[str]) -> bool:
    """True for an answer of hardly any words but names, a word of answering and those by which it points back. words: the stems of the quotation."""
    own = [word for word in words if word not in names]
    return all(word in answer_stems() for word in own) and any(word in verdict_stems() for word in own)


def _names(agent: Agent | None) -> tuple[str, ...]:
    """The name of somebody, and the side where that has another."""
    return () if agent is None else tuple(dict.fromkeys(name for name in (agent.name, agent.side) if name is not None))


def find_answers(stands: Iterable[Stand], groups: Groups) -> tuple[tuple[str, str], ...]:
    """Pairs (claim id of the answer, claim id of what it answers): the best-worded demand or offer of another party on the same issue that was not
    made later, where one of the two names the other, or a refusal repeats its words; none when two different ones fit equally well.

    An answer that only points back answers what its article told just before.
    """
    asked: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    told: dict[str, list[Stand]] = defaultdict(list)
    answers = []
    for stand in stands:
        if stand.stance in ANSWERING:
            answers.append(stand)
        elif stand.stance in ASKING:
            told[stand.document].append(stand)
            for word in stand.words:
                asked[stand.issue, word].append(stand)
    found = []
    for answer in answers:
        if answer.only_points:
            best = _before(answer, told[answer.document])
        else:
            near = (asked.get((answer.issue, word), []) for word in answer.words if word not in common_stems())
            best = _best(answer, {s.id: s for block in near if len(block) <= CROWD for s in block}, groups)
        if best is not None:
            found.append((answer.id, best))
    return tuple(sorted(found))


def _before(answer: Stand, told: Sequence[Stand]) -> str | None:
    """What another party asked last, on its issue, before an answer that only points back."""
    near = [s for s in told if s.issue == answer.issue and s.end <= answer.start and answer.start - s.end <= BACK]
    fitting = [s for s in near if not _one(s.party, answer.party)]
    return max(fitting, key=lambda s: (s.end, s.start, s.id)).id if fitting else None


def _best(answer: Stand, asked: Mapping[str, Stand], groups: Groups) -> str | None:
    scored = sorted(_scored(answer, asked))
    rivals = {groups.find(id_) for share, shared, id_ in scored if (share, shared) == scored[0][:2]}
    return scored[0][2] if len(rivals) == 1 else None


def _scored(answer: Stand, asked: Mapping[str, Stand]) -> Iterator[tuple[float, int, str]]:
    words = frozenset(answer.words)
    for id_, demand in sorted(asked.items()):
        if len(words.intersection(demand.words)) < WORDS:
            continue
        later = answer.last is not None and demand.first is not None and demand.first > answer.last
        if later or _one(demand.party, answer.party):
            continue
        shared, share = len(words & frozenset(demand.words)), containment(words, frozenset(demand.words))
        concerned = _concerned(demand, answer)
        refused = answer.stance == "rejects"
        least, number = (SHARE if refused else AGREED, WORDS) if concerned else (STRANGERS_SHARE, STRANGERS_WORDS)
        if share >= least and shared >= number and (concerned or refused):
            yield -share, -shared, id_


def _one(left: Sequence[str], right: Sequence[str]) -> bool:
    """True when two parties are one, or act for one side."""
    return any(same_name(a, b) for a in left for b in right)


def _concerned(demand: Stand, answer: Stand) -> bool:
    """True when a demand is made to the party that answers or names it, or the answer is given to the party that asked or names it."""
    if _one(demand.addressee, answer.party) or _one(answer.addressee, demand.party):
        return True
    here = any(_is_named(word, answer.party) for word in (*demand.words, *demand.named))
    return here or any(_is_named(word, demand.party) for word in (*answer.words, *answer.named))


def _is_named(word: str, names: Sequence[str]) -> bool:
    """True for the stem of a word that is one of a name, or of a word for its bearers."""
    return any(word == stem or (word[:ROOT] == stem[:ROOT] and len(word) >= ROOT) for name in names for stem in name_stems(name))
