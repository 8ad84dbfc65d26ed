"""The government of a dossier that tells of one state: whose are "le Premier ministre", "l'armée", "le négociateur du gouvernement" in an article
that names no state."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pourparlers.lexicon.movements import tells_government
from pourparlers.model.claim import THIRD_ROLES, Reading
from pourparlers.model.naming import LINKS, folded_words
from pourparlers.scope.names import bodies
from pourparlers.scope.person import Person, agents_of

#: How many times as often as any other the state of a dossier must be told of.
_FOREMOST = 2
#: Bodies that a movement has too: "nos forces ont tenu bon".
_ANYBODYS = frozenset({"forces", "troupes"})


class Government:
    """state: the one that the readings tell of far more than of any other, or else the only one whose army acts; None where there is none."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        named = {reading.document: {a.name for a in reading.actors if a.kind == "state"} for reading in readings}
        thirds = frozenset(agent for reading in readings for agent in _thirds(reading))
        told = Counter(state for reading in readings for state in _states(reading, thirds))
        self.state = _foremost(told) or _only_army(readings)
        self._of_it = frozenset(document for document, states in named.items() if not states or self.state in states)

    def side(self, name: str, person: Person) -> str | None:
        """The state for which somebody or something acts of whom articles tell only that it is of the government."""
        if self.state is None or not person.documents <= self._of_it:
            return None
        titles = person.titles if person.kind == "person" and name[:1].isupper() else (name,)
        return self.state if any(tells_government(title) or _is_bare(title) for title in titles) else None


def _states(reading: Reading, thirds: frozenset[str]) -> Iterator[str]:
    """The states that act in a reading, or for which somebody does, as often as they do, but for those that some article tells to bring others
    together."""
    named = {actor.name for actor in reading.actors if actor.kind == "state"} - thirds
    for agent in agents_of(reading):
        if agent.role not in THIRD_ROLES:
            yield from sorted(named.intersection((agent.name, agent.side or "")))


def _thirds(reading: Reading) -> Iterator[str]:
    """Those who mediate between others, or host them, as one article tells."""
    yield from (event.mediator.name for event in reading.events if event.mediator is not None)
    yield from (agent.name for agent in agents_of(reading) if agent.role in THIRD_ROLES)


def _foremost(told: Counter[str]) -> str | None:
    ranked = told.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] >= _FOREMOST * ranked[1][1]) else None


def _only_army(readings: Sequence[Reading]) -> str | None:
    """The state of "l'armée zambienne", where articles tell of what no other state's army does."""
    named = {actor.name for reading in readings for actor in reading.actors if actor.kind == "state"}
    agents = (agent for reading in readings for agent in agents_of(reading) if agent.side in named)
    states = {agent.side for agent in agents if set(folded_words(agent.name)[:1]) & bodies("army")}
    return states.pop() if len(states) == 1 else None


def _is_bare(name: str) -> bool:
    """True for "armée", "gouvernement" and the like, and for a part of one ("aviation de l'armée"), of which nothing tells whose they are."""
    words = set(folded_words(name)) - LINKS
    return bool(words) and words <= bodies("state", "army") - _ANYBODYS
