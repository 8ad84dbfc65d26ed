"""Text of a few lines -> what it tells in so little room: the states that it names, and the words of other topics."""

import functools
import re
from dataclasses import dataclass

from pourparlers.lexicon import load, read_yaml
from pourparlers.triage.folding import fold, starts_of

#: Endings of adjectives in the plural: « libanais », « kenyans ».
_PLURALS = ("", "s", "x")
#: A name of a state has so many words at most: « Saint-Vincent-et-les-Grenadines » is one, « république fédérale d'Allemagne » three.
_LONGEST = 4
_WORD = re.compile(r"[\w'-]+")
#: What tells two states of one name apart.
_HALVES = (" du nord", " du sud")


@dataclass(frozen=True, slots=True)
class OtherTopic:
    """A way for a word to begin that belongs to another topic than peace and war."""

    start: str
    topic: str
    example: str


def names_two_states(folded: str) -> bool:
    """True when two states are named, by name, adjective, capital or the name that they share, in a text in lower case without accents."""
    words = _WORD.findall(folded)
    if not _shared_names().isdisjoint(words):
        return True
    known = _states()
    codes: set[str] = set()
    for i in range(len(words)):
        for size in range(_LONGEST, 0, -1):
            code = known.get(" ".join(words[i : i + size]).removeprefix("l'").removeprefix("d'"))
            if code is not None:
                codes.add(code)
                break
    return len(codes) > 1


def other_words(folded: str) -> tuple[str, ...]:
    """The words of other topics in a text in lower case without accents, as the lexicon writes them, each once, sorted."""
    return tuple(sorted(set(_others().findall(folded))))


@functools.cache
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for state in read_yaml("world/states")["entries"]:
        names = [state["name"], *state.get("aliases", ()), *state.get("capitals", ())]
        adjectives = [adjective + plural for adjective in state.get("adjectives", ()) for plural in _PLURALS]
        for name in (*names, *adjectives):
            found.setdefault(fold(name).removeprefix("le "), state["code"])
    return found


@functools.cache
def _shared_names() -> frozenset[str]:
    """The plurals of names that a northern and a southern state share."""
    names = frozenset(fold(state["name"]) for state in read_yaml("world/states")["entries"])
    north, south = ({name.removesuffix(half) for name in names if name.endswith(half)} for half in _HALVES)
    return frozenset(f"{name}s" for name in north & south)


@functools.cache
def _others() -> re.Pattern[str]:
    return starts_of(entry.start for entry in load("fr/other_topics", OtherTopic))
