"""Passages that may refer to somebody: titles, names, bodies, states, unnamed people, pronouns; each read on its own, none resolved yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.mentions.nouns import Noun
from pourparlers.mentions.world import Known
from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may refer to an actor, as it stands.

    kind: as in Actor, or "" when the passage does not tell ("le Wolga" does, by its article; "elle" does not).
    form: as in Mention. name: a proper name as written, without title, "" when it has none. phrase: the noun phrase without article, ""
    for bare names. noun: its noun. definite: by its determiner. known: the state or organisation of the lexicons.
    sides: the states that its words may point to. owner: index of a known name or capitalised word inside the phrase, for a body's side, -1 for none.
    gender: "m", "f", "" unknown. acronym: in the brackets behind it. quoted: inside quotation marks. civil: "M." or "Mme" stands before the name.
    this: "ce", "cette" or "-ci" points at whoever was spoken of last.
    pair: "people", "bodies" or "states" for "les deux hommes", "les deux camps", "les deux pays".
    """

    span: Span
    head: int
    sentence: int
    kind: str
    form: str
    name: str = ""
    phrase: str = ""
    noun: Noun | None = None
    definite: bool = False
    known: Known | None = None
    sides: tuple[str, ...] = ()
    owner: int = -1
    gender: str = ""
    plural: bool = False
    acronym: str = ""
    quoted: bool = False
    civil: bool = False
    this: bool = False
    pair: str = ""

    @property
    def is_part(self) -> bool:
        """True for a part of a body, which is not that body: "l'aile militaire du Front", "une faction de l'UPN"."""
        return self.noun is not None and self.noun.part == "fraction"

    @property
    def office(self) -> str | None:
        """The office that its noun makes of a person."""
        return None if self.noun is None else self.noun.office


def in_order(candidates: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """The candidates in the order of the text, a longer one before those inside it."""
    return tuple(sorted(candidates, key=lambda c: (c.span.start, -c.span.end)))
