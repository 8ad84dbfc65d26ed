"""What the program knows of the world: states, international organisations, and seats of power that stand for them."""

import functools
from dataclasses import dataclass

from pourparlers.lexicon import Phrases, load, read_yaml
from pourparlers.mentions.words import cut, fold, plural


@dataclass(frozen=True, slots=True)
class State:
    """An entry of world/states; its `fields` say what each means."""

    name: str
    code: str
    gender: str
    adjectives: tuple[str, ...]
    example: str
    plural: bool = False
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    member: bool = True


@dataclass(frozen=True, slots=True)
class Organisation:
    """An entry of world/organisations."""

    name: str
    gender: str
    example: str
    plural: bool = False
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    side: str | None = None
    medium: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """An entry of world/seats."""

    name: str
    stands_for: str
    example: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for. kind: "state" or "organisation". form: "name", or "metonym" for seats and capitals.

    city: True for a capital, which is a place as well. shared: the states that go by that name, where there are several. medium: True for agencies,
    papers and networks.
    """

    name: str
    kind: str
    form: str
    gender: str
    plural: bool = False
    side: str | None = None
    city: bool = False
    medium: bool = False
    shared: tuple[str, ...] = ()


@functools.cache
def states() -> tuple[State, ...]:
    """All states."""
    return load("world/states", State)


@functools.cache
def state(name: str) -> State | None:
    """The state of that French short name."""
    return next((s for s in states() if s.name == name), None)


def state_of_region(name: str) -> str | None:
    """The state in which a region lies that world data lists ("Laponie" lies in several), None for other names."""
    return _regions().get(fold(name))


@functools.cache
def _regions() -> dict[str, str]:
    codes = {s.code: s.name for s in states()}
    found = (entry for entry in read_yaml("world/areas")["entries"] if entry["precision"] == "region" and entry.get("country") in codes)
    return {fold(str(entry["name"])): codes[entry["country"]] for entry in found}


@functools.cache
def known_names() -> Phrases[Known]:
    """Every known name as folded words. A seat wins over a capital of the same name ("Bruxelles")."""
    table: dict[tuple[str, ...], Known] = {}
    for org in load("world/organisations", Organisation):
        known = Known(org.name, "organisation", "name", org.gender, org.plural, org.side, medium=org.medium)
        table.update((cut(name), known) for name in (org.name, *org.aliases))
    for each in states():
        table.update((cut(name), Known(each.name, "state", "name", each.gender, each.plural, each.name)) for name in (each.name, *each.aliases))
        table.update((cut(city), Known(each.name, "state", "metonym", each.gender, each.plural, each.name, city=True)) for city in each.capitals)
    for name, owners in _shared_names().items():
        table[cut(name)] = Known(name, "state", "name", "", shared=owners)
    for seat in load("world/seats", Seat):
        table[cut(seat.name)] = _seated(seat, city=cut(seat.name) in table)
    return Phrases(table.items())


def _shared_names() -> dict[str, tuple[str, ...]]:
    """Names that several states go by ("Congo") -> those states."""
    owners: dict[str, tuple[str, ...]] = {}
    for each in states():
        owners |= {name: (*owners.get(name, ()), each.name) for name in each.shared}
    return owners


def known_state(name: str) -> Known | None:
    """What is known under the French short name of a state."""
    match = known_names().at(cut(name), 0)
    return None if match is None else match.value


def _seated(seat: Seat, city: bool) -> Known:
    owner = state(seat.stands_for)
    if owner is not None:
        return Known(owner.name, "state", "metonym", owner.gender, owner.plural, owner.name, city)
    return Known(seat.stands_for, "organisation", "metonym", "f", city=city)


@functools.cache
def adjective_forms() -> dict[str, tuple[str, ...]]:
    """Folded forms of state adjectives, singular and plural -> names of the states they may mean ("congolais": two)."""
    forms: dict[str, tuple[str, ...]] = {}
    for each in states():
        for adjective in each.adjectives:
            for form in (adjective, plural(adjective)):
                key = fold(form)
                if each.name not in forms.get(key, ()):
                    forms[key] = (*forms.get(key, ()), each.name)
    return forms


def belongs_to(word: str) -> tuple[str, ...]:
    """The organisation that an adjective in a title points to: ("Union européenne",) for "européenne"; () for other words."""
    return _organisation_adjectives().get(fold(word), ())


@functools.cache
def _organisation_adjectives() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for org in load("world/organisations", Organisation):
        for adjective in org.adjectives:
            found |= {fold(adjective): (org.name,), fold(plural(adjective)): (org.name,)}
    return found


@functools.lru_cache(maxsize=32768)
def states_of(word: str) -> tuple[str, ...]:
    """The states that an adjective or noun of belonging may mean: ("Russie",) for "russes", both for "russo-ukrainien"; () for other words."""
    forms = adjective_forms()
    key = fold(word)
    if key in forms:
        return forms[key]
    head, hyphen, tail = key.partition("-")
    if hyphen and tail in forms:
        first = forms.get(head) or _combining(head)
        return (*first, *forms[tail]) if first else ()
    return ()


@functools.lru_cache(maxsize=1024)
def _combining(head: str) -> tuple[str, ...]:
    """The state behind the first half of a compound: "russo-", "franco-", "sino-", "ukraino-"."""
    special = {
        "franco": "France",
        "sino": "Chine",
        "anglo": "Royaume-Uni",
        "nippo": "Japon",
        "hispano": "Espagne",
        "indo": "Inde",
        "austro": "Autriche",
    }
    if head in special:
        return (special[head],)
    if len(head) < 4 or not head.endswith("o"):
        return ()
    stem = head[:-1]
    found = sorted({name for form, names in adjective_forms().items() if len(names) == 1 and form.startswith(stem) for name in names})
    return tuple(found) if len(found) == 1 else ()
