"""The names of one actor in several documents, brought together."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pourparlers.lexicon import load, read_yaml
from pourparlers.lexicon.movements import has_office_of_state
from pourparlers.model.naming import acronyms, fold, folded_words, name_words, same_name
from pourparlers.scope.person import Person

#: Words behind which a proper name tells where somebody is, not who.
_PLACED = frozenset({"a", "au", "aux", "en", "dans"})
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
#: Letters that a splinter adds to the acronym of the movement that it left.
_SUFFIX = 2
#: The pieces of a name that begin with a capital: "UPN/FR" has two.
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w*")


@dataclass(frozen=True, slots=True)
class CampWord:
    """An entry of ``fr/camps``."""

    word: str
    example: str


@functools.cache
def _camp_words() -> frozenset[str]:
    return frozenset(fold(entry.word) for entry in load("fr/camps", CampWord))


@functools.cache
def bodies(*parts: str) -> frozenset[str]:
    """The nouns of fr/bodies for bodies of those kinds."""
    return frozenset(fold(str(entry["form"])) for entry in read_yaml("fr/bodies")["entries"] if entry.get("part") in parts)


@functools.cache
def organisations() -> frozenset[str]:
    """The names of the international organisations that world data lists."""
    return frozenset(str(entry["name"]) for entry in read_yaml("world/organisations")["entries"])


def stands_alone(name: str) -> bool:
    """True for the name or description of a movement ("rebelles maliens", "la junte")."""
    return bool({form for word in folded_words(name) for form in (word, word.removesuffix("s"), word.removesuffix("es"))} & _camp_words())


def only_tells(name: str) -> bool:
    """True for papers, agencies and texts, which tell and take no part."""
    first = folded_words(name)[:1]
    return bool({form for word in first for form in (word, word.removesuffix("s"))} & bodies("media", "source"))


def is_part(name: str) -> bool:
    """True for a part of a body: "aile militaire du Front"."""
    return bool(set(folded_words(name)[:1]) & bodies("fraction"))


class Names:
    """fullest: for each name, the one under which its bearer is known: a description that holds one proper name only is that one's ("rebelles du
    Front"). wholes: the names of parts of a movement, which stand for themselves, with the movement that they act for ("aile militaire du Front")."""

    def __init__(self, told: Mapping[str, Person]) -> None:
        self._told = told
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self.fullest: dict[str, str] = {}
        self.wholes: dict[str, str] = {}
        for name in sorted((n for n in told if n[:1].isupper()), key=lambda n: (-len(name_words(n)), -len(n), n)):
            self._place(name)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for name, fullest in self.fullest.items():
            for title in told[name].titles:
                self._bearers[fold(title)].add(fullest)
        same: dict[tuple[str, frozenset[str]], str] = {}
        for name in sorted(told.keys() - self.fullest.keys()):
            held = self._bearer(name) if told[name].kind == "person" else self.held(name)
            worded = same.setdefault((told[name].kind, name_words(name)), name)  # "ministère valdorien du Nord", "ministère du nord valdorien"
            self.fullest[name] = worded if held is None or is_part(name) else held
            if is_part(name) and held is not None and not stands_alone(name):
                self.wholes[name] = held

    def _place(self, name: str) -> None:
        """Puts a proper name with the one fuller name that it is a form of, else by itself."""
        kind = self._told[name].kind
        keys = sorted({_telling(name, kind), *(() if kind == "person" else _short(name))})
        same = {other for key in keys for other in self._by_word[key] if _variants(name, other, self._told)}
        self.fullest[name] = same.pop() if len(same) == 1 else name
        if self.fullest[name] == name:
            for word in sorted(name_words(name) | acronyms(name)):
                self._by_word[word].append(name)

    def _bearer(self, title: str) -> str | None:
        """The person who bears a title of office that stands for a name ("le président zambien a signé"); None where several do, for two states."""
        found: set[str] = self._bearers.get(fold(title), set()) if has_office_of_state(title) else set()
        same = [name for name in found if self._told[name].side == self._told[title].side]
        return same[0] if len(found) == len(same) == 1 else None

    def held(self, description: str) -> str | None:
        """The body whose name a description holds, or gives in brackets; None where it holds none, or tells where rather than whose."""
        return self._in_brackets(description) or (None if _PLACED & set(folded_words(description)) else self._inside(description))

    def _in_brackets(self, description: str) -> str | None:
        for given in _IN_BRACKETS.findall(description):
            words = name_words(given)
            same = {n for n in self._of_bodies(words) if words in (name_words(n), acronyms(n))}
            if len(same) == 1:
                return same.pop()
        return None

    def _inside(self, description: str) -> str | None:
        outside = _IN_BRACKETS.sub(" ", description)
        core = {fold(word) for word in _CAPITALISED.findall(outside)} & name_words(description)
        held = {n for n in self._of_bodies(core) if core <= name_words(n) | acronyms(n)}
        ranked = sorted(((_spoken(n, description), n) for n in held), reverse=True)
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0])
        return ranked[0][1] if alone else None

    def _of_bodies(self, words: Iterable[str]) -> list[str]:
        """The bodies and groups in whose names one of the words stands."""
        return [n for word in words for n in self._by_word.get(word, ()) if self._told[n].kind in ("organisation", "group")]


def _spoken(name: str, description: str) -> int:
    """How much of a description is the whole of a name, or else its acronym: "Front uni du Sud" is more of "rebelles du Front uni du Sud" than "Front
    uni" is."""
    words = name_words(description)
    return 2 * len(name_words(name)) if name_words(name) <= words else int(bool(acronyms(name) & words))


def _telling(name: str, kind: str) -> str:
    """The word by which a name is known: the last of a person's, the first of a body's."""
    words = [word for word in folded_words(name) if word in name_words(name)]
    return name if not words else words[-1] if kind == "person" else words[0]


def _variants(name: str, other: str, told: Mapping[str, Person]) -> bool:
    """True for two forms of one name. A body is not known by the last words of its name alone, which are often those of a place; nor is a splinter
    that adds a letter or two to an acronym ("UFO-R") the movement that it left."""
    kinds = {told[n].kind for n in (name, other) if told[n].kinds}
    if len(kinds) > 1 or not same_name(name, other):
        return False
    if kinds == {"person"}:
        return not _given_alone(name, other) or bool(told[name].titles.keys() & told[other].titles.keys())
    if any(len(word) <= _SUFFIX and word.isalpha() for word in name_words(name) ^ name_words(other)):
        return False
    first = {_telling(n, "organisation") for n in (name, other)}
    return len(first) == 1 or bool(_short(name) & _short(other))


def _given_alone(name: str, other: str) -> bool:
    """True where one of two names of people is the first word of the other: many bear one given name."""
    short, long = sorted((folded_words(name), folded_words(other)), key=len)
    return len(short) == 1 < len(long) and short[0] == long[0] != long[-1]


def _short(name: str) -> frozenset[str]:
    """What a name is abbreviated to; itself where it is one word ("Unora" of "Union du nord de l'Orale (Unora)")."""
    return acronyms(name) | (name_words(name) if len(name_words(name)) == 1 else frozenset())
