"""What the whole world saw begin: a text that names it was not written before. « Covid-19 »: not before February 2020."""

import re
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import Phrases, load
from pourparlers.model import calendar
from pourparlers.model.naming import fold, folded_words

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Beginning:
    """An entry of data/world/chronology.yaml."""

    name: str
    since: str
    why: str
    example: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """A day (an ordinal) before which a text was not written, for it names, in the words `quote`, what began then."""

    first: int
    quote: str

    @property
    def year(self) -> int:
        """The first year that comes into question."""
        return calendar.year_month(self.first)[0]

    @property
    def reason(self) -> str:
        """Why it bounds, in French."""
        return f"« {self.quote} » : l’article n’est pas antérieur à {self.year}"


def not_before(text: str) -> Bound | None:
    """The latest beginning of what a text names, None when it names nothing of the chronology."""
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    named = {match.value: match for match in reversed(list(_names().find(words)))}
    spoken = frozenset(words)
    bounds = [
        (_first_day(entry), -match.first, text[found[match.first].start() : found[match.last - 1].end()])
        for entry, match in named.items()
        if not entry.beside or any(spoken.issuperset(folded_words(name)) for name in entry.beside)
    ]
    if not bounds:
        return None
    first, _, quote = max(bounds)
    return Bound(first, quote)


def _first_day(entry: Beginning) -> int:
    days = calendar.prefix_days(entry.since)
    return calendar.ORIGIN if days is None else days.first


@cache
def _names() -> Phrases[Beginning]:
    return Phrases((tuple(folded_words(entry.name)), entry) for entry in load("world/chronology", Beginning))
