"""What the reader of events knows: kinds, triggers, the words that govern them, domains of words. Data, loaded once."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from pourparlers.lexicon import load


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; the fields are those of data/schema/event.yaml."""

    kind: str
    type: str
    fr: str
    en: str
    roles: Literal["agents", "sides", "none"]
    example: str
    mediated: bool = False
    lasts: bool = False
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event; the fields are those of data/fr/triggers.yaml."""

    lemma: str
    pos: Literal["verb", "noun"]
    kind: str
    example: str
    needs: tuple[str, ...] = ()
    object: str | None = None
    subject: str | None = None
    prep: tuple[str, ...] = ()
    parties: tuple[str, ...] | None = None
    status: str | None = None
    voice: Literal["active", "passive"] | None = None
    negated: bool = False
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that govern the noun of an event; the fields are those of data/fr/event_operators.yaml."""

    lemma: str
    pos: Literal["verb", "noun"]
    effect: str
    example: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """An adjective beside the noun of an event; the fields are those of data/fr/event_modifiers.yaml."""

    word: str
    status: str
    example: str


@dataclass(frozen=True, slots=True)
class Domain:
    """Words of one field of life; the fields are those of data/fr/event_words.yaml."""

    domain: str
    words: tuple[str, ...]
    example: str


class Phrase(Protocol):
    """What can be found by its lemmas."""

    @property
    def lemma(self) -> str: ...
    @property
    def pos(self) -> Literal["verb", "noun"]: ...


P = TypeVar("P", bound=Phrase)

#: What opens the lemma of a verb that must be reflexive.
REFLEXIVES = ("se ", "s'")


@dataclass(frozen=True, slots=True)
class Pattern(Generic[P]):
    """An entry with its lemma taken apart: the head, the words that must follow, and whether the verb must be reflexive."""

    entry: P
    head: str
    rest: tuple[str, ...]
    reflexive: bool


def _pattern(entry: P) -> Pattern[P]:
    lemma, reflexive = entry.lemma, False
    for pronoun in REFLEXIVES:
        if entry.pos == "verb" and lemma.startswith(pronoun):
            lemma, reflexive = lemma.removeprefix(pronoun), True
    head, *rest = lemma.split()
    return Pattern(entry, head, tuple(rest), reflexive)


class Index(Generic[P]):
    """Patterns by part of speech and head, the most demanding first."""

    def __init__(self, entries: Iterable[P]) -> None:
        self._patterns: dict[tuple[str, str], list[Pattern[P]]] = {}
        for entry in entries:
            pattern = _pattern(entry)
            self._patterns.setdefault((entry.pos, pattern.head), []).append(pattern)
        for patterns in self._patterns.values():
            patterns.sort(key=lambda p: (-len(p.rest), not p.reflexive))

    def headed(self, pos: str, lemmas: Iterable[str]) -> tuple[Pattern[P], ...]:
        """The patterns of a head that may have several lemmas."""
        return tuple(p for lemma in lemmas for p in self._patterns.get((pos, lemma), ()))


@functools.cache
def kinds() -> dict[str, Kind]:
    """The kinds of event by name."""
    return {kind.kind: kind for kind in load("schema/event", Kind)}


@functools.cache
def triggers() -> Index[Trigger]:
    """All triggers."""
    return Index(load("fr/triggers", Trigger))


@functools.cache
def operators() -> Index[Operator]:
    """All words that govern the noun of an event."""
    return Index(load("fr/event_operators", Operator))


@functools.cache
def modifiers() -> dict[str, str]:
    """Adjective -> status."""
    return {m.word: m.status for m in load("fr/event_modifiers", Modifier)}


@functools.cache
def domains() -> dict[str, frozenset[str]]:
    """Domain -> its words."""
    return {d.domain: frozenset(d.words) for d in load("fr/event_words", Domain)}
