"""What a title amounts to: "chef de la diplomatie" and "ministre des Affaires étrangères" are one function."""

import functools
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.mentions.nouns import Noun
from pourparlers.mentions.nouns import noun as noun_of
from pourparlers.mentions.words import cut, group
from pourparlers.mentions.world import state


@dataclass(frozen=True, slots=True)
class Function:
    """An entry of fr/functions."""

    function: str
    noun: str
    example: str
    words: tuple[str, ...] = ()
    state: str | None = None


#: Offices that a bare "dirigeant" or "leader" may come back to.
LEADERS = frozenset({"head_of_state", "head_of_government", "government", "chief", "leader"})
#: Offices that one person of a state holds.
STATE = frozenset({"head_of_state", "head_of_government"})
_OF = frozenset({"de", "du", "d'", "des"})
#: Offices that tell nothing about who is who.
_VAGUE = frozenset({"rank", "counterpart", "leader", "member", "officer"})


@functools.cache
def _table() -> dict[str, tuple[Function, ...]]:
    table: dict[str, tuple[Function, ...]] = {}
    for entry in load("fr/functions", Function):
        table[entry.noun] = (*table.get(entry.noun, ()), entry)
    return table


def _is_body(word: str) -> bool:
    """True for what has a president of its own in a state: "président du Parlement norvégien"."""
    found = noun_of(word)
    return found is not None and found.kind == "body" and found.part != "state"


def function_of(phrase: str, noun: Noun, side: str | None) -> str | None:
    """The function that a title names, None when it names none that tells people apart. "Président de l'université" is none of a state."""
    words = tuple(word.rstrip(",") for word in cut(phrase))
    for entry in _table().get(noun.lemma, ()):
        if (not entry.words or set(words) & set(entry.words)) and entry.state in (None, side):
            return entry.function
    if noun.office in _VAGUE:
        return None
    of_body = noun.office == "head_of_state" and bool(_OF & set(words)) and (side is None or state(side) is None or any(map(_is_body, words)))
    return None if of_body and "republique" not in words else noun.office


def is_private(noun: Noun | None) -> bool:
    """True for people who act for no state, whatever their country: "une manifestante zambienne", "le réfugié kényan"."""
    return noun is not None and noun.lemma in group("private_people")
