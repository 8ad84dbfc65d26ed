"""Names of numbers: "vingt-deux", "soixante et onze", "dix-huitième", "XIXe"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import load

_TENS = (20, 30, 40, 50, 60, 80)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class NumberName:
    """An entry of data/fr/time_numbers.yaml."""

    word: str
    value: int
    ordinal: tuple[str, ...]
    example: str


@cache
def cardinals() -> dict[str, int]:
    """Every way to spell the numbers from 1 to 100, as in the text ("vingt et un", "vingt-et-un")."""
    base = {entry.word: entry.value for entry in load("fr/time_numbers", NumberName)}
    return base | {name: value for ten in _TENS for name, value in _composed(base, ten)}


@cache
def ordinals() -> dict[str, int]:
    """Every way to spell the ordinals from 1 to 100, and the Roman ones of centuries."""
    entries = load("fr/time_numbers", NumberName)
    base = {name: entry.value for entry in entries for name in entry.ordinal}
    units = {name: value for name, value in base.items() if value < 20} | {"unième": 1}
    cardinal = {entry.word: entry.value for entry in entries}
    composed = {name: value for ten in _TENS for name, value in _joined(cardinal, units, ten)}
    return base | composed | {_roman(n) + suffix: n for n in range(1, 40) for suffix in ("e", "ème")}


def _composed(base: dict[str, int], ten: int) -> Iterator[tuple[str, int]]:
    yield from _joined(base, {name: value for name, value in base.items() if value < 20}, ten)
    if ten == 80:
        yield "quatre-vingts", 80


def _joined(base: dict[str, int], units: dict[str, int], ten: int) -> Iterator[tuple[str, int]]:
    """The names from ten + 1 on: to ten + 19 for 60 and 80, to ten + 9 for the others."""
    name = next(word for word, value in base.items() if value == ten)
    for unit, value in units.items():
        if value < (20 if ten in (60, 80) else 10):
            yield f"{name}-{unit}", ten + value
            yield f"{name}-et-{unit}", ten + value
            yield f"{name} et {unit}", ten + value


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
