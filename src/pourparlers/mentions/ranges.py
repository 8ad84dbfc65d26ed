"""Ranges: "de 300 à 400", "entre 8 et 10.000", "deux ou trois", "20-25", "trois-quatre"; and changes, "passer de 30 à 35 millions"."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparlers.lexicon import load
from pourparlers.mentions.numbers import Number, read_number
from pourparlers.model.annotated import Token

#: How many words may stand between a verb of change and its first number: "le financement est passé cette année de 30 à 35 millions".
_REACH = 8
#: "10 à 15.000" leaves out the thousands of its first number up to this one.
_SHORT = 100


@dataclass(frozen=True, slots=True)
class Range:
    """Two numbers told together. change: the first is the old number and the second the new one."""

    lower: Number
    upper: Number
    change: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of fr/changes."""

    lemma: str
    example: str


@functools.cache
def _change_words() -> frozenset[str]:
    return frozenset(change.lemma for change in load("fr/changes", Change))


def range_at(words: Sequence[Token], folded: Sequence[str], number: Number) -> Range | None:
    """The range that begins with a number, None for a number alone. words, folded: those of its sentence."""
    if number.upper is not None:
        return Range(number, replace(number, value=number.upper))
    at = number.last
    upper = read_number(words, at + 1) if at + 1 < len(words) and _links(words, folded, number) else None
    if upper is None:
        return None
    lower = _to_scale(number, upper)
    if folded[at] == "a" and _changes(words, folded, number):
        return Range(lower, upper, change=True) if lower.value != upper.value else None
    return Range(lower, upper) if upper.value > lower.value else None


def _links(words: Sequence[Token], folded: Sequence[str], number: Number) -> bool:
    """True when the word behind a number leads to the other end of a range."""
    at = number.last
    before = folded[number.first - 1] if number.first > 0 else ""
    if words[at].text == "-":
        return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
    return folded[at] == "ou" or (folded[at] == "a" and words[at].text != "a") or (folded[at] == "et" and before == "entre")


def _to_scale(lower: Number, upper: Number) -> Number:
    """The first number with the millions or thousands that only the second one names: "30 à 35 millions", "8 à 10.000"."""
    if lower.scale == 1 and upper.scale > 1 and lower.value <= upper.value / upper.scale:
        return replace(lower, value=lower.value * upper.scale)
    thousands = upper.value / 1000
    if lower.value < _SHORT and thousands.is_integer() and lower.value < thousands:
        return replace(lower, value=lower.value * 1000)
    return lower


def _changes(words: Sequence[Token], folded: Sequence[str], number: Number) -> bool:
    """True for "passera de 30 à 35": behind "de", after a verb of change."""
    near = words[max(0, number.first - _REACH) : max(0, number.first - 1)]
    return number.first > 0 and folded[number.first - 1] == "de" and any(t.lemma in _change_words() for t in near)
