"""Who is who across documents: the names of one actor brought together, and the side that each acts for."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pourparlers.lexicon import load, read_yaml
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.naming import acronyms, fold, folded_words, name_words, same_name

#: Accusers that an article leaves open.
OPEN = frozenset({"unnamed", "mutual", ""})
#: Words behind which a proper name tells where somebody is, not who.
_PLACED = frozenset({"a", "au", "aux", "en", "dans"})
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
#: The pieces of a name that begin with a capital: "UPN/FR" has two.
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w*")
#: Parts of a body that acts for the state whose name or adjective it bears.
_OF_STATE = ("state", "army", "ministry")


@dataclass(frozen=True, slots=True)
class CampWord:
    """An entry of ``fr/camps``."""

    word: str
    example: str


@functools.cache
def _camp_words() -> frozenset[str]:
    return frozenset(fold(entry.word) for entry in load("fr/camps", CampWord))


@functools.cache
def _bodies(*parts: str) -> frozenset[str]:
    """The nouns of fr/bodies for bodies of those kinds."""
    return frozenset(fold(str(entry["form"])) for entry in read_yaml("fr/bodies")["entries"] if entry.get("part") in parts)


@dataclass(slots=True)
class Person:
    """Somebody or something that acts, under all the names that the documents give. side: the name that most documents put it with."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name that most documents use; of equals the fullest."""
        return min(self.names, key=lambda n: (-self.names[n], -len(n), n))

    @property
    def kind(self) -> str:
        """person, state, organisation or group, as most documents have it."""
        return min(self.kinds, key=lambda k: (-self.kinds[k], k), default="organisation")


class Roster:
    """All who act or speak in some readings, and under which name each stands for itself or for a side (its *camp*)."""

    def __init__(self, readings: Iterable[Reading], sides: Mapping[str, str] | None = None) -> None:
        """sides: name -> the camp that a person decided it acts for."""
        told: dict[str, Person] = {}
        for reading in readings:
            kinds = {actor.id: actor.kind for actor in reading.actors}
            for agent in agents_of(reading):
                if not is_open(agent):
                    self._note(told.setdefault(agent.name, Person()), agent, kinds.get(agent.actor or "", ""), reading.document)
        self._fullest, self._wholes = _joined(told)
        self.people: dict[str, Person] = {}
        for name, person in sorted(told.items()):
            _absorb(self.people.setdefault(self._fullest[name], Person()), person)
        self._decided = {self.known(name): self.known(side) for name, side in (sides or {}).items()}

    @staticmethod
    def _note(person: Person, agent: Agent, kind: str, document: str) -> None:
        fresh = document not in person.documents
        person.documents.add(document)
        person.names[agent.name] += fresh
        if kind:
            person.kinds[kind] += fresh
        if agent.side is not None and agent.side != agent.name:
            person.sides[agent.side] += fresh

    def known(self, name: str) -> str:
        """The name under which somebody stands in `people`; the name itself for nobody known."""
        return self._fullest.get(name, name)

    def camp(self, agent: Agent) -> str:
        """For whom an agent acts: its state for a minister or an army; itself for a state, a movement, or whoever has no known side."""
        name = self.known(agent.name)
        own = self._decided.get(name) or self._own_camp(name, agent)
        return self._decided.get(own, own)

    def _own_camp(self, name: str, agent: Agent) -> str:
        side = agent.side
        if name in self._wholes:
            return self._wholes[name]
        if side is None and name in self.people:
            sides = self.people[name].sides
            side = min(sides, key=lambda s: (-sides[s], s), default=None)
        if side is None or side == agent.name or self._stands_alone(name):
            return name
        return self.known(side)

    def _stands_alone(self, name: str) -> bool:
        """True for movements and for bodies with a name of their own, which may fight the state whose adjective they bear."""
        if stands_alone(name):
            return True
        person = self.people.get(name)
        return person is not None and person.kind == "organisation" and name[:1].isupper() and not _of_state(name)


def stands_alone(name: str) -> bool:
    """True for the name or description of a movement ("rebelles maliens", "la junte")."""
    return bool({form for word in folded_words(name) for form in (word, word.removesuffix("s"), word.removesuffix("es"))} & _camp_words())


def only_tells(name: str) -> bool:
    """True for papers, agencies and texts, which tell and take no part."""
    first = folded_words(name)[:1]
    return bool({form for word in first for form in (word, word.removesuffix("s"))} & _bodies("media", "source"))


def _of_state(name: str) -> bool:
    return bool(set(folded_words(name)[:1]) & _bodies(*_OF_STATE))


def is_open(agent: Agent) -> bool:
    """True for accusers that an article leaves open, and for two at once ("le gouvernement et le Front")."""
    return agent.name in OPEN or " et l" in agent.name


def agents_of(reading: Reading) -> Iterable[Agent]:
    """Everybody who stands in a claim of a reading, as often as it does."""
    for claim in reading.claims:
        yield from (link.agent for link in claim.attribution)
        for name in ("speaker", "party", "addressee", "mediator"):
            agent = getattr(claim, name, None)
            if agent is not None:
                yield agent
        for name in ("participants", "parties"):
            yield from getattr(claim, name, ())


def _joined(told: Mapping[str, Person]) -> tuple[dict[str, str], dict[str, str]]:
    """For each name, the one under which its bearer is known: a description that holds one proper name only is that one's ("rebelles du Front"); and
    the names of parts of a movement, which stand for themselves, with the movement that they act for ("aile militaire du Front")."""
    proper = sorted((n for n in told if n[:1].isupper()), key=lambda n: (-len(name_words(n)), -len(n), n))
    by_word: dict[str, list[str]] = defaultdict(list)
    fullest: dict[str, str] = {}
    for name in proper:
        same = [other for other in by_word[_telling(name, told[name].kind)] if _variants(name, other, told)]
        fullest[name] = same[0] if len(same) == 1 else name
        if len(same) != 1:
            for word in sorted(name_words(name) | acronyms(name)):
                by_word[word].append(name)
    wholes: dict[str, str] = {}
    for name in sorted(told.keys() - fullest.keys()):
        held = _described(name, told, by_word)
        part = bool(set(folded_words(name)[:1]) & _bodies("fraction"))
        fullest[name] = name if part else held
        if part and held != name and not stands_alone(name):
            wholes[name] = held
    return fullest, wholes


def _telling(name: str, kind: str) -> str:
    """The word by which a name is known: the last of a person's, the first of a body's."""
    words = [word for word in folded_words(name) if word in name_words(name)]
    return name if not words else words[-1] if kind == "person" else words[0]


def _variants(name: str, other: str, told: Mapping[str, Person]) -> bool:
    """True for two forms of one name. A body is not known by the last words of its name alone, which are often those of a place."""
    kinds = {told[n].kind for n in (name, other) if told[n].kinds}
    if len(kinds) > 1 or not same_name(name, other):
        return False
    first = {_telling(n, "organisation") for n in (name, other)}
    return kinds == {"person"} or len(first) == 1 or bool(acronyms(name) & acronyms(other))


def _described(name: str, told: Mapping[str, Person], by_word: Mapping[str, list[str]]) -> str:
    """The movement whose name a description holds, or gives in brackets. A description of people of a side, or of a body of its own, is nobody
    else's."""
    if told[name].kind == "person":
        return name
    for given in _IN_BRACKETS.findall(name):
        words = name_words(given)
        same = {n for word in words for n in by_word.get(word, ()) if told[n].kind != "person" and words in (name_words(n), acronyms(n))}
        if len(same) == 1:
            return same.pop()
    if _PLACED & set(folded_words(name)):
        return name
    core = {fold(word) for word in _CAPITALISED.findall(_IN_BRACKETS.sub(" ", name))} & name_words(name)
    if not core:
        return name
    held = {n for word in core for n in by_word.get(word, ()) if core <= name_words(n) | acronyms(n) and told[n].kind in ("organisation", "group")}
    return next(iter(held)) if len(held) == 1 else name


def _absorb(person: Person, other: Person) -> None:
    person.names += other.names
    person.kinds += other.kinds
    person.sides += other.sides
    person.documents |= other.documents
