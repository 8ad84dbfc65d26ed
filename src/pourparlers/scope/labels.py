"""What those who take part in a chronicle are called: one name each, though every article has its own for them."""

from collections.abc import Iterable, Mapping

from pourparlers.lexicon.movements import tells_fighters
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent
from pourparlers.scope.names import Names
from pourparlers.scope.person import Person


def labels(entries: Iterable[Entry]) -> dict[str, str]:
    """Name -> the name under which its bearer is known, where that is another: of bodies, and of the fighters of movements."""
    told = _told(entries)
    fullest = Names(told).fullest
    known = {name: known for name, known in fullest.items() if told[name].kind != "person" and (name[:1].isupper() or tells_fighters(name))}
    bearers: dict[str, Person] = {}
    for name, full in sorted(known.items()):
        bearers.setdefault(full, Person()).absorb(told[name])
    called = {name: bearers[full].label(full) for name, full in known.items()}
    return {name: label for name, label in called.items() if label != name}


def _told(entries: Iterable[Entry]) -> Mapping[str, Person]:
    """Everybody who takes part, with the documents that say so. Who bears a title is a person."""
    told: dict[str, Person] = {}
    for entry in entries:
        for agent in entry.participants:
            person = told.setdefault(agent.name, Person())
            person.kinds[_kind(agent)] += 1
            person.documents.update(entry.documents)
    for name, person in told.items():
        person.names[name] = len(person.documents)
    return told


def _kind(agent: Agent) -> str:
    if agent.side == agent.name:
        return "state"
    return "organisation" if agent.role in (None, "mediator") else "person"
