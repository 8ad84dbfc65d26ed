"""The actors: who acts, takes part or speaks, with roles and side."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pourparlers.model.claim import Reading
from pourparlers.model.mention import Actor
from pourparlers.model.naming import fold
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Somebody or something that acts. sides: whom it speaks for, as the documents tell, and roles: the most frequent
    first. documents: how many name it. claims: how many claims it stands in."""

    name: str
    kind: str
    kind_label: str
    sides: tuple[str, ...]
    roles: tuple[str, ...]
    documents: int
    claims: int


@dataclass(slots=True)
class _Tally:
    actors: list[Actor] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    claims: int = 0


def actors(shown: Shown) -> list[ActorRow]:
    """The actors that some claim is about, those of most documents first."""
    tallies: dict[tuple[str, str], _Tally] = {}
    for reading in shown.readings:
        _count(reading, tallies)
    rows = (_row(tally) for tally in tallies.values() if tally.claims)
    return sorted(rows, key=lambda r: (-r.documents, -r.claims, r.name, r.kind))


def _count(reading: Reading, tallies: dict[tuple[str, str], _Tally]) -> None:
    by_id: dict[str, _Tally] = {}
    for actor in reading.actors:
        tally = tallies.setdefault((actor.kind, fold(actor.name)), _Tally())
        tally.actors.append(actor)
        tally.documents.add(reading.document)
        by_id[actor.id] = tally
    for acting in _acting(reading):
        for actor_id in sorted(acting & by_id.keys()):
            by_id[actor_id].claims += 1


def _acting(reading: Reading) -> Iterable[set[str]]:
    """For each claim, the actors that stand in it."""
    for claim in reading.claims:
        agents = [link.agent for link in claim.attribution]
        for name in ("speaker", "party", "addressee", "mediator"):
            agent = getattr(claim, name, None)
            agents.extend([] if agent is None else [agent])
        for name in ("participants", "parties"):
            agents.extend(getattr(claim, name, ()))
        yield {agent.actor for agent in agents if agent.actor is not None}


def _by_frequency(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _row(tally: _Tally) -> ActorRow:
    name = min((actor.name for actor in tally.actors), key=lambda n: (-len(n), n))
    kind = tally.actors[0].kind
    return ActorRow(
        name=name,
        kind=kind,
        kind_label=label("actor", kind),
        sides=_by_frequency(actor.side for actor in tally.actors if actor.side is not None),
        roles=_by_frequency(role for actor in tally.actors for role in actor.roles),
        documents=len(tally.documents),
        claims=tally.claims,
    )
