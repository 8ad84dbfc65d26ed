"""Where on Earth a text begins, when the day there ends long before or after that of a French newsroom: then it is told on another day."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import load, read_yaml

#: So many characters are the beginning of a text; so many names of a region there make it one of that region.
_BEGINNING = 600
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Region:
    """An entry of data/world/daylight.yaml."""

    region: str
    codes: tuple[str, ...]
    example: str


def far_region(text: str) -> str:
    """ "behind" for a text that begins with states whose evening is our night (the Americas), "ahead" for those of Asia and the Pacific, else ""."""
    pattern, regions = _names()
    found = [regions[name] for name in pattern.findall(_fold(text[:_BEGINNING]))]
    behind, ahead = found.count("behind"), found.count("ahead")
    if behind >= max(_ENOUGH, ahead):
        return "behind"
    return "ahead" if ahead >= _ENOUGH else ""


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """The folded names, adjectives and capitals of far states, as one pattern, and the region of each."""
    by_code = {code: entry.region for entry in load("world/daylight", Region) for code in entry.codes}
    regions: dict[str, str] = {}
    for state in read_yaml("world/states")["entries"]:
        if state["code"] in by_code:
            adjectives = state.get("adjectives", [])
            names = [state["name"], *state.get("aliases", []), *adjectives, *(f"{a}s" for a in adjectives), *state.get("capitals", [])]
            regions |= {_fold(name): by_code[state["code"]] for name in names}
    alternatives = "|".join(re.escape(name) for name in sorted(regions, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)"), regions


def _fold(text: str) -> str:
    """Lower case without accents, with plain apostrophes."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")
