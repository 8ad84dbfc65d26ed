"""Who is who across documents: every actor under one name, and the side that each acts for."""

from collections.abc import Iterable, Mapping, Sequence

from pourparlers.lexicon.movements import movement_words, tells_fighters, tells_people
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.mention import Actor
from pourparlers.model.naming import folded_words, name_words
from pourparlers.scope.government import Government
from pourparlers.scope.movements import Movements
from pourparlers.scope.names import Names, bodies, stands_alone
from pourparlers.scope.person import Person, agents_of

#: Accusers that an article leaves open.
OPEN = frozenset({"unnamed", "mutual", ""})
#: Parts of a body that acts for the state whose name or adjective it bears.
_OF_STATE = ("state", "army", "ministry")


class Roster:
    """All who act or speak in some readings, and under which name each stands for itself or for a side (its *camp*)."""

    def __init__(self, readings: Sequence[Reading], sides: Mapping[str, str] | None = None) -> None:
        """sides: name -> the camp that a person decided it acts for."""
        told = _told(readings)
        self._names = Names(told)
        self._fullest = dict(self._names.fullest)
        self._government = Government(readings)
        self._movements = self._found_movements(told)
        for name, fullest in self._fullest.items():
            if fullest == name and told[name].kind != "person":
                self._fullest[name] = self._movements.of(name) or name
        self.people: dict[str, Person] = {}
        for name, person in sorted(told.items()):
            if person.documents:
                self.people.setdefault(self._fullest[name], Person()).absorb(person)
        self._name_as_told()
        self._decided = {self.known(name): self.known(side) for name, side in (sides or {}).items()}

    def _found_movements(self, told: Mapping[str, Person]) -> Movements:
        described = {n: len(told[n].documents) for n, f in self._fullest.items() if f == n and told[n].kind != "person"}
        named = frozenset(f for n, f in self._fullest.items() if f != n and tells_fighters(n))
        own = {n for n in described if n[:1].isupper() and stands_alone(n) and not any(name_words(m) < name_words(n) for m in named)}
        return Movements(described, named, frozenset(own), self._government.state)

    def _name_as_told(self) -> None:
        """Knows bodies by the name that most articles use, where the fullest only adds to it: "Front" rather than "Front sudiste"."""
        labels = {name: person.label(name) for name, person in sorted(self.people.items())}
        changed = {name: label for name, label in labels.items() if label != name and label not in self.people}
        self.people = {changed.get(name, name): person for name, person in self.people.items()}
        self._fullest.update({name: changed[fullest] for name, fullest in self._fullest.items() if fullest in changed})

    def known(self, name: str) -> str:
        """The name under which somebody stands in `people`; the name itself for nobody known."""
        found = self._fullest.get(name) or self._movements.of(name) or name
        return self._fullest.get(found, found)

    def camp(self, agent: Agent) -> str:
        """For whom an agent acts: its state for a minister or an army; itself for a state, a movement, or whoever has no known side."""
        name = self.known(agent.name)
        own = self._decided.get(name) or self._own_camp(name, agent)
        return self._decided.get(own, own)

    def is_state(self, camp: str) -> bool:
        """True for a state among the camps."""
        return camp in self.people and self.people[camp].kind == "state"

    def _own_camp(self, name: str, agent: Agent) -> str:
        if name in self._names.wholes:
            return self.known(self._names.wholes[name])
        side = agent.side or self._side(name)
        if side is None or side == agent.name or self._stands_alone(name):
            return name
        return self.known(side)

    def _side(self, name: str) -> str | None:
        """The side of somebody whose article does not tell it: the one that others tell, or that its titles or its own words do."""
        person = self.people.get(name)
        if person is None or person.kind == "state":
            return None
        return person.side or self._titled(name, person) or self._government.side(name, person)

    def _titled(self, name: str, person: Person) -> str | None:
        """The movement whose chief or negotiator somebody is called by his titles, or instead of a name; None where they differ."""
        if person.kind != "person":
            return None
        titles = (*sorted(person.titles), *([] if name[:1].isupper() else [name]))
        led = {self._movements.led(title) or (self._names.held(title) if tells_people(title) else None) for title in titles} - {None}
        return led.pop() if len(led) == 1 else None

    def _stands_alone(self, name: str) -> bool:
        """True for movements and for bodies with a name of their own, which may fight the state whose adjective they bear."""
        person = self.people.get(name)
        if person is not None and person.kind == "person":
            return False
        if stands_alone(name) or movement_words(name) is not None:
            return True
        return person is not None and person.kind == "organisation" and name[:1].isupper() and not _of_state(name)


def _of_state(name: str) -> bool:
    return bool(set(folded_words(name)[:1]) & bodies(*_OF_STATE))


def is_open(agent: Agent) -> bool:
    """True for accusers that an article leaves open, and for two at once ("le gouvernement et le Front")."""
    return agent.name in OPEN or " et l" in agent.name


def _told(readings: Iterable[Reading]) -> dict[str, Person]:
    """All who act or speak, by name; and the bodies that are only named, which no document is noted for."""
    told: dict[str, Person] = {}
    for reading in readings:
        actors: Mapping[str, Actor] = {actor.id: actor for actor in reading.actors}
        for agent in agents_of(reading):
            if not is_open(agent):
                told.setdefault(agent.name, Person()).note(agent, actors.get(agent.actor or ""), reading.document)
        for actor in reading.actors:
            if actor.kind == "organisation":
                told.setdefault(actor.name, Person()).kinds[actor.kind] += 1
    return told
