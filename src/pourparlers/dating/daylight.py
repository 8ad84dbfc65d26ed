"""Where on Earth a text plays, when the day there ends long before or after that of a French newsroom: then it is told on another day."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import Phrases, load, read_yaml

#: The beginning of a text, in characters; a name there counts so many times as much as another.
_BEGINNING = 400
_BEGINNING_COUNTS = 3

#: Names that a text must have more of for its shares to tell; the share of the names that makes a text one of a far region.
_DOUBT = 2
_FAR_BEHIND, _BEHIND, _AHEAD = 0.6, 0.25, 0.4

#: The region of what is neither far ahead nor far behind.
_NEAR = "near"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Region:
    """An entry of data/world/daylight.yaml."""

    region: str
    codes: tuple[str, ...]
    places: tuple[str, ...]
    example: str


def far_region(text: str) -> str:
    """ "far behind" or "behind" for a text most or some of whose names are of states whose evening is our night (the Americas), "ahead" for those of
    Asia and the Pacific, else ""."""
    found: Counter[str] = Counter()
    words = [(_fold(match[0]), match.start()) for match in _WORD.finditer(text)]
    for match in _names().find([word for word, _ in words]):
        found[match.value] += _BEGINNING_COUNTS if words[match.first][1] < _BEGINNING else 1
    named = found.total() + _DOUBT
    if found["behind"] > _BEHIND * named:
        return "far behind" if found["behind"] > _FAR_BEHIND * named else "behind"
    return "ahead" if found["ahead"] > _AHEAD * named else ""


@cache
def _names() -> Phrases[str]:
    """The names, adjectives and capitals of states, and the cities and provinces of far ones, folded, and the region of each."""
    entries = load("world/daylight", Region)
    by_code = {code: entry.region for entry in entries for code in entry.codes}
    regions: dict[tuple[str, ...], str] = {}
    for state in read_yaml("world/states")["entries"]:
        adjectives = [f"{a}{ending}" for a in state.get("adjectives", []) for ending in ("", "e", "s", "es")]
        for name in (state["name"], *state.get("aliases", []), *adjectives, *state.get("capitals", [])):
            regions[_words(name)] = by_code.get(state["code"], _NEAR)
    for entry in entries:
        for place in entry.places:
            regions.setdefault(_words(place), entry.region)
    return Phrases(regions.items())


def _words(name: str) -> tuple[str, ...]:
    return tuple(_fold(word) for word in _WORD.findall(name))


def _fold(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
