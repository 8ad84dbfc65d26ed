"""Named passages into actors: one for each person, body, state or group that the text names, however it spells them."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.words import fold, group

#: What stands before the family name in "Sadiq al-Mahdi" and is left out of "M. Mahdi".
_ARTICLE = re.compile(r"^(?:[AaEe][ln]|[Aa](?:[dnrstz]|ch|dh|sh|th)|[Ee][sc]h?)-(?=[^\W\d_])")


@dataclass(slots=True)
class Entity:
    """An actor in the making, and the passages that refer to it. It becomes a frozen `Actor` when all is read.

    spellings: names as written, in order. phrases: titles or descriptions as written, in order. nouns: their nouns' lemmas.
    """

    number: int
    kind: str
    name: str = ""
    spellings: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    side: str | None = None
    gender: str = ""
    plural: bool = False
    acronym: str = ""
    members: list[Candidate] = field(default_factory=list)

    def add(self, candidate: Candidate, side: str | None) -> None:
        """Takes a passage in, with what it tells of the actor."""
        self.members.append(candidate)
        if candidate.name and candidate.form == "name":
            self.spellings.append(candidate.name)
        if candidate.phrase and candidate.office != "counterpart":
            self.phrases.append(candidate.phrase)
        if candidate.noun is not None:
            self.nouns.add(candidate.noun.lemma)
            if candidate.noun.office is not None:
                self.offices.add(candidate.noun.office)
        self.acronym = self.acronym or candidate.acronym
        self.plural = self.plural or candidate.plural
        self._learn_gender(candidate)
        if self.side is None:
            self.side = side

    def _learn_gender(self, candidate: Candidate) -> None:
        """A feminine title tells more than a masculine one, which women bear too ("le professeur", "le ministre")."""
        telling = (
            candidate.gender == "f" and self.kind == "person" and candidate.noun is not None and candidate.noun.lemma not in ("source", "personne")
        )
        if self.gender == "" or telling:
            self.gender = candidate.gender


@dataclass(slots=True)
class Registry:
    """The actors of a document, found by name."""

    entities: list[Entity] = field(default_factory=list)
    by_key: dict[str, Entity] = field(default_factory=dict)
    people: dict[str, list[Entity]] = field(default_factory=dict)

    def new(self, kind: str, name: str = "") -> Entity:
        """A new actor."""
        entity = Entity(len(self.entities), kind, name)
        self.entities.append(entity)
        return entity

    def keyed(self, key: str, kind: str, name: str = "") -> Entity:
        """The actor of that key, a new one the first time."""
        if key not in self.by_key:
            self.by_key[key] = self.new(kind, name)
        return self.by_key[key]

    def person(self, candidate: Candidate) -> Entity | None:
        """The person whom a name means: by family name before first name, then by the second of several names.

        Of several people it is one of the same title, then the last named before.
        """
        words = name_words(candidate.name)
        for position in (-1, 0, 1, -2):
            fits = [e for e in self.people.get(words[-1], []) if _fits(words, e, position)]
            if fits:
                return max(fits, key=lambda e: (_titled_alike(candidate, e), _distance(candidate, e)))
        return self._spelt_alike(words)

    def _spelt_alike(self, words: tuple[str, ...]) -> Entity | None:
        """A person whose name differs by a spelling or two: Baranski, Baranskyy."""
        from rapidfuzz.distance import OSA

        for key in self.people:
            shorter, longer = sorted((key, words[-1]), key=len)
            if len(shorter) < 5 or key[0] != words[-1][0] or OSA.distance(key, words[-1], score_cutoff=2) > (1 if len(longer) < 8 else 2):
                continue
            for entity in self.people[key]:
                if all(_alike(words, name_words(s)) for s in entity.spellings):
                    return entity
        return None

    def add_person(self, candidate: Candidate) -> Entity:
        """The person whom a candidate names, a new one if the text has not named him yet."""
        entity = self.person(candidate) or self.new("person")
        self.call(entity, candidate.name)
        return entity

    def call(self, entity: Entity, name: str) -> None:
        """Lets a person be found by a name."""
        for word in sorted(_called_by(name_words(name))):
            holders = self.people.setdefault(word, [])
            if entity not in holders:
                holders.append(entity)


def _called_by(words: tuple[str, ...]) -> set[str]:
    """The words of a name that stand for all of it: the last, the first, and those between ("Kanté" of "Awa Kanté Sow", "Ruiz" of "Juan Luis Ruiz
    Mora")."""
    return {words[-1], words[0], *(w for w in words[1:-1] if len(w) > 3)}


@functools.lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without brackets and without the article of an Arabic one ("al-Momani", "Momani")."""
    return tuple(fold(_ARTICLE.sub("", w)) for w in name.replace("(", " ").replace(")", " ").split()) or ("",)


def _titled_alike(candidate: Candidate, entity: Entity) -> bool:
    return candidate.noun is not None and candidate.noun.lemma in entity.nouns


def _distance(candidate: Candidate, entity: Entity) -> int:
    """The offset at which a person was last named before a passage; below zero when only after it, the sooner the greater."""
    starts = [c.span.start for c in entity.members]
    before = [s for s in starts if s < candidate.span.start]
    return max(before) if before else -min(starts, default=0) - 1


def _fits(words: tuple[str, ...], entity: Entity, position: int) -> bool:
    """True when a name is one of a person's, and no full name of his speaks against it ("Awa Sow" is not the "Sow" who is "Moussa Sow")."""
    names = [name_words(s) for s in entity.spellings]
    full = [n for n in names if len(n) > 1] if len(words) > 1 else []
    return any(_matches(words, n, position) for n in full or names)


def _matches(short: tuple[str, ...], long: tuple[str, ...], position: int) -> bool:
    """True when one name is part of the other: all its words, or its only word at `position`: the last, in East Asia the first, in Spanish
    the last but one."""
    if len(short) > len(long):
        short, long = long, short
    if short == long:
        return True
    if len(short) == 1:
        return (position in (0, -1) or len(long) > 2) and long[position] == short[0]
    return short == long[-len(short) :] or short == long[: len(short)] or (short[0] == long[0] and short[-1] == long[-1])


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True when two names with nearly the same family name have first names that agree, or one has none."""
    return len(a) == 1 or len(b) == 1 or a[0][:3] == b[0][:3]


def fullest(spellings: Sequence[str]) -> str:
    """The fullest form of a name: most words, then most letters; the first of equals."""
    return max(spellings, key=lambda s: (len(s.split()), len(s))) if spellings else ""


def name_of(entity: Entity) -> str:
    """The fullest form of the name; of a body, what names it rather than what tells of it, and of a medium its own name alone."""
    if entity.kind == "person" and entity.spellings:
        return fullest(entity.spellings)
    bare = {c.name for c in entity.members if not c.phrase}
    named = [c.phrase for c in entity.members if c.phrase and c.form == "name" and not (c.name in bare or _is_medium(c))]
    alone = [s for s in entity.spellings if s in bare or not named]
    own = [c.phrase for c in entity.members if c.phrase and c.kind == entity.kind]  # "la junte", not "les putschistes" whom it is made of
    name = _without_epithet(fullest([*alone, *named] or own or entity.phrases), entity.spellings)
    return f"{name} ({entity.acronym})" if entity.acronym and entity.acronym not in name else name


def bare_name(name: str) -> str:
    """A name without the adjectives in small letters at its end: "Orna" of "Orna islamiste"."""
    words = name.split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return " ".join(words)


def _without_epithet(name: str, spellings: Sequence[str]) -> str:
    """The name that a body bears by itself more often than with an adjective: "Orna", which the text calls "l'Orna islamiste" once."""
    bare = bare_name(name)
    return bare if spellings.count(bare) > spellings.count(name) else name


def _is_medium(candidate: Candidate) -> bool:
    return candidate.noun is not None and candidate.noun.part == "media" and candidate.name != ""


def phrase_key(phrase: str) -> str:
    """What makes two descriptions one: their words without articles and prepositions."""
    small = group("definite") | {"de", "d'", "des"}
    return " ".join(sorted(w for w in _words(phrase) if w not in small))


def _words(phrase: str) -> Iterable[str]:
    for word in phrase.replace("’", "'").replace("'", "' ").split():
        yield fold(word)
