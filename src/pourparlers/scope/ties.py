"""What ties two camps: they fight, they bind themselves to each other, they talk; and who brings others together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pourparlers.lexicon.movements import is_junta
from pourparlers.model.claim import THIRD_ROLES, Agent, Commitment, Event, Position, Reading
from pourparlers.scope.names import stands_alone
from pourparlers.scope.roster import Roster, is_open

#: Types of fights; of what only those do who fight; of what parties, mediators and guests do.
FIGHTS = frozenset({"attack", "capture", "interception", "movement", "violation"})
BINDING = frozenset({"ceasefire", "exchange"})
TALKS = frozenset({"agreement", "call", "meeting"})
#: Kinds of fights of one with the other, whose doers are each other's enemies.
_MUTUAL = frozenset({"attack.clash", "attack.war", "attack"})
#: Kinds of movement that are no deed of arms against anybody.
_WITHOUT_FIGHT = frozenset({"movement.deployment", "movement.mobilisation", "movement.withdrawal"})

Pair = tuple[str, str]


@dataclass(slots=True)
class Ties:
    """Families of documents that tell of each tie. fighting: who does deeds of arms. mediating: who mediates or hosts.
    enemies: pairs that fight or accuse each other. bound: pairs of truces and exchanges, and of accords of a state with a movement.
    talking: pairs of talks. asking: who takes positions.
    told: camps of each document, with how many of its claims are theirs."""

    fighting: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    mediating: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asking: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    enemies: dict[Pair, set[str]] = field(default_factory=lambda: defaultdict(set))
    bound: dict[Pair, set[str]] = field(default_factory=lambda: defaultdict(set))
    talking: dict[Pair, set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))


def find_ties(readings: Iterable[Reading], families: Mapping[str, str], roster: Roster) -> Ties:
    """The ties that the readings tell. families: document id -> family; a family counts once."""
    ties = Ties()
    for reading in readings:
        family = families.get(reading.document, reading.document)
        for event in reading.events:
            _event(ties, event, family, roster)
        for commitment in reading.commitments:
            _bind(ties, commitment, family, roster)
        for position in reading.positions:
            _ask(ties, position, family, roster)
        _tell(ties, reading, roster)
    return ties


def _tell(ties: Ties, reading: Reading, roster: Roster) -> None:
    for claim in (*reading.events, *reading.commitments, *reading.positions):
        agents = (*getattr(claim, "participants", ()), *getattr(claim, "parties", ()))
        for camp in {roster.camp(agent) for agent in (*agents, *([claim.party] if isinstance(claim, Position) else ())) if not is_open(agent)}:
            ties.told[reading.document][camp] += 1
    for actor in reading.actors:
        ties.told[reading.document][roster.camp(Agent(actor.name, side=actor.side))] += 1


def _event(ties: Ties, event: Event, family: str, roster: Roster) -> None:
    doers = _camps((a for a in event.participants if a.role not in THIRD_ROLES), roster)
    thirds = [
        a for a in (*event.participants, *([] if event.mediator is None else [replace(event.mediator, role="mediator")])) if a.role in THIRD_ROLES
    ]
    thirds = [a for a in thirds if not is_junta(a.name)]  # what it opens are its own talks
    for camp in _camps(thirds, roster):
        ties.mediating[camp].add(family)
    if event.status == "denied":
        return
    if event.type in FIGHTS and event.subtype not in _WITHOUT_FIGHT:
        _fight(ties, event, doers, family, roster)
    elif event.type in BINDING or (event.type == "agreement" and _settles(doers, roster)):
        _join(ties.bound, _pairs(doers), family)
    elif event.type in TALKS:
        _join(ties.talking, _pairs(doers), family)


def _settles(camps: Sequence[str], roster: Roster) -> bool:
    """True for those of an accord between a state and a movement, who had something to settle; two states make accords about anything."""
    return len(camps) == 2 and sum(roster.is_state(camp) for camp in camps) == 1 and any(stands_alone(camp) for camp in camps)


def _fight(ties: Ties, event: Event, doers: list[str], family: str, roster: Roster) -> None:
    for camp in doers:
        ties.fighting[camp].add(family)
    if event.subtype in _MUTUAL:
        _join(ties.enemies, _pairs(doers), family)
    for accuser in _camps((agent for link in event.attribution[-1:] for agent in link.agents), roster):
        if event.type in ("violation", "attack", "capture"):
            _join(ties.enemies, (_pair(accuser, camp) for camp in doers if camp != accuser), family)


def _bind(ties: Ties, commitment: Commitment, family: str, roster: Roster) -> None:
    if commitment.type in BINDING:
        _join(ties.bound, _pairs(_camps(commitment.parties, roster)), family)


def _ask(ties: Ties, position: Position, family: str, roster: Roster) -> None:
    for camp in _camps((position.party,), roster):
        ties.asking[camp].add(family)
        others = _camps(() if position.addressee is None else (position.addressee,), roster)
        _join(ties.talking, (_pair(camp, other) for other in others if other != camp), family)


def _camps(agents: Iterable[Agent], roster: Roster) -> list[str]:
    return sorted({roster.camp(agent) for agent in agents if not is_open(agent)})


def _pairs(camps: list[str]) -> Iterator[Pair]:
    """The pairs of a few; a long list of names tells nothing of who is against whom."""
    if len(camps) <= 4:
        yield from ((a, b) for i, a in enumerate(camps) for b in camps[i + 1 :])


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _join(ties: dict[Pair, set[str]], pairs: Iterable[Pair], family: str) -> None:
    for pair in pairs:
        ties[pair].add(family)
