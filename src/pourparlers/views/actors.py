"""The actors: who acts, takes part or speaks, with roles and side."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pourparlers.model.claim import Reading
from pourparlers.model.mention import Actor
from pourparlers.model.naming import fold
from pourparlers.model.scope import Standing
from pourparlers.views.days import french_span
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class ActorRow:
    """Somebody or something that acts. sides: whom it speaks for, as the documents tell, and roles: the most frequent
    first. documents: how many name it. claims: how many claims it stands in. part: party, mediator, third or unknown; side: the party that it is
    or acts for; why: the reasons; judged: somebody decided it. over_time: its titles with the days of the first and last article that give them.
    names: all its names. process: title of the process it is a party to, None where it is party to none."""

    name: str
    kind: str
    kind_label: str
    sides: tuple[str, ...]
    roles: tuple[str, ...]
    documents: int
    claims: int
    part: str
    part_label: str
    side: str | None
    why: tuple[str, ...]
    judged: bool
    over_time: tuple[str, ...]
    names: tuple[str, ...]
    process: str | None


@dataclass(slots=True)
class _Tally:
    actors: list[Actor] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    claims: int = 0


def actors(shown: Shown) -> list[ActorRow]:
    """The actors that some claim is about, those of most documents first."""
    standings = {name: standing for standing in shown.scope.standings for name in standing.names}
    processes = {party: process.title for process in shown.scope.processes for party in process.parties}
    tallies: dict[tuple[str, str], _Tally] = {}
    for reading in shown.readings:
        _count(reading, tallies, shown.told_on(reading.document), standings)
    rows = (_row(tally, standings, processes) for tally in tallies.values() if tally.claims)
    return sorted(rows, key=lambda r: (-r.documents, -r.claims, r.name, r.kind))


def _key(actor: Actor, standings: Mapping[str, Standing]) -> tuple[str, str]:
    """One for all names of an actor."""
    standing = standings.get(actor.name)
    return (actor.kind, fold(actor.name)) if standing is None else ("", standing.name)


def _count(reading: Reading, tallies: dict[tuple[str, str], _Tally], day: str | None, standings: Mapping[str, Standing]) -> None:
    by_id: dict[str, _Tally] = {}
    for actor in reading.actors:
        tally = tallies.setdefault(_key(actor, standings), _Tally())
        tally.actors.append(actor)
        for role in actor.roles:
            tally.titles.setdefault(role, []).extend([] if day is None else [day])
        tally.documents.add(reading.document)
        by_id[actor.id] = tally
    for acting in _acting(reading):
        for actor_id in sorted(acting & by_id.keys()):
            by_id[actor_id].claims += 1


def _acting(reading: Reading) -> Iterable[set[str]]:
    """For each claim, the actors that stand in it."""
    for claim in reading.claims:
        agents = [agent for link in claim.attribution for agent in link.agents]
        for name in ("speaker", "party", "addressee", "mediator"):
            agent = getattr(claim, name, None)
            agents.extend([] if agent is None else [agent])
        for name in ("participants", "parties"):
            agents.extend(getattr(claim, name, ()))
        yield {agent.actor for agent in agents if agent.actor is not None}


def _by_frequency(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _row(tally: _Tally, standings: Mapping[str, Standing], processes: Mapping[str, str]) -> ActorRow:
    standing = next((standings[a.name] for a in tally.actors if a.name in standings), None)
    name = min((actor.name for actor in tally.actors), key=lambda n: (-len(n), n)) if standing is None else standing.name
    kind = tally.actors[0].kind if standing is None else standing.kind
    part = "unknown" if standing is None else standing.part
    side = None if standing is None else standing.side
    return ActorRow(
        name=name,
        kind=kind,
        kind_label=label("actor", kind),
        sides=_by_frequency(actor.side for actor in tally.actors if actor.side is not None),
        roles=_by_frequency(role for actor in tally.actors for role in actor.roles),
        documents=len(tally.documents),
        claims=tally.claims,
        part=part,
        part_label=label("part", part),
        side=side,
        why=() if standing is None else standing.reasons,
        judged=standing is not None and standing.judged,
        over_time=tuple(_held(role, sorted(days)) for role, days in tally.titles.items()),
        names=tuple(sorted({actor.name for actor in tally.actors})),
        process=None if side is None else processes.get(side),
    )


def _held(role: str, days: list[str]) -> str:
    """A title, and the days between which articles give it."""
    return role if not days else f"{role} ({french_span(days[0], days[-1])})"
