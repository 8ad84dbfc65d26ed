"""Tolls of pandemics that grew day by day before the eyes of the world: « 379.585 morts dans le monde » tells the day of writing, to one or two."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pourparlers.dating.explain import french_days
from pourparlers.lexicon import Phrases, load, read_yaml
from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.naming import fold, folded_words

#: A number as newspapers write it, after what rounds it off, before what it counts.
_NUMBER = (
    r"(?P<number>(?P<rounded>(?:près d[eu]s?|bientôt|quasi|quelque|environ)\s)?(?<![\d.,])"
    r"(?:(?P<figures>\d{1,3}(?:[.\s]\d{3})+)|(?P<millions>\d{1,3}(?:,\d+)?)\s(?:millions?)(?:\sd[e'’])?))"
)
#: What is counted: what befell them is told before the number, or after it.
_COUNTED = {
    "deaths": re.compile(
        rf"(?:(?P<verb>tué|la vie à|la mort d[e'’])\D{{0,20}}?)?{_NUMBER}\s?(?:morts|décès|personnes(?P<after>\s(?:sont\s)?(?:décédé|mort)e?s)?)"
    ),
    "cases": re.compile(
        rf"(?:(?P<verb>contaminé|infecté)\D{{0,20}}?)?{_NUMBER}\s?(?:cas|contaminations|infections|personnes(?P<after>\s(?:contaminé|infecté)es)?)"
    ),
}
_PERSONS = "personnes"

#: The place stands so near to the number, with no other number in between.
_AFTER, _BEFORE = 45, 110

#: One of these so near to the number: it counts something else, or the dead of a day, or is foreseen.
_OTHERWISE = re.compile(
    r"24\sheures|quotidien|par jour|supplémentaire|nouveaux|pourrai|devrai|d['’]ici|prédi|prévoi|modèle|s['’]attend|guerre|va franchir|vont franchir"
)
_NEAR = 40

#: Between a number and its place stands none of these.
_APART = re.compile(r"[,;]|\bet\b")
_SENTENCE = re.compile(r"[^\n!?.]+(?:\.(?=\S)[^\n!?.]+)*")
_DIGIT = re.compile(r"\d")

#: Numbers rounded to less than this are told to the day; a round one stands for those up to so much more, or this part of it.
_TO_THE_DAY = 1_000
_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Toll:
    """An entry of data/world/tolls.yaml."""

    illness: tuple[str, ...]
    counts: str
    place: tuple[str, ...]
    reached: tuple[tuple[str, int], ...]
    example: str


@dataclass(frozen=True, slots=True)
class ToldToll:
    """A toll in the words `quote`, and the days on which it stood so."""

    days: Days
    quote: str

    @property
    def reason(self) -> str:
        """What it tells of the publication, in French."""
        return f"« {self.quote} » : le bilan en était là {french_days(calendar.iso(self.days.first), calendar.iso(self.days.last))}"


def told_tolls(text: str) -> tuple[ToldToll, ...]:
    """The tolls that a text tells of, in order."""
    folded = fold(text)
    known = [toll for toll in load("world/tolls", Toll) if any(illness in folded for illness in toll.illness)]
    return tuple(found for sentence in _SENTENCE.finditer(text) for found in _in_sentence(sentence[0], known)) if known else ()


def _in_sentence(sentence: str, known: list[Toll]) -> Iterator[ToldToll]:
    if _DIGIT.search(sentence) is None:
        return
    for toll in known:
        for match in _COUNTED[toll.counts].finditer(sentence):
            days = _days(toll, match) if _is_toll(sentence, match) and _is_there(toll, sentence, match) else None
            if days is not None:
                yield ToldToll(days, sentence[match.start("number") : match.end()].strip())


def _is_toll(sentence: str, match: re.Match[str]) -> bool:
    """True when a number counts all dead or all cases so far."""
    is_told = not match[0].endswith(_PERSONS) or match["verb"] is not None
    return is_told and _OTHERWISE.search(sentence, max(0, match.start() - _NEAR), match.end() + _NEAR) is None


def _is_there(toll: Toll, sentence: str, match: re.Match[str]) -> bool:
    """True when the place of a toll stands right after the number, or before it with no other state in between."""
    after = fold(_DIGIT.split(sentence[match.end() : match.end() + _AFTER])[0])
    if any(_APART.search(after.partition(fold(place))[0]) is None for place in toll.place if fold(place) in after):
        return True
    before = fold(_DIGIT.split(sentence[max(0, match.start() - _BEFORE) : match.start()])[-1])
    return any(_names_no_state(before.rpartition(fold(place))[2]) for place in toll.place if fold(place) in before)


def _names_no_state(text: str) -> bool:
    return next(_states().find(folded_words(text)), None) is None


@cache
def _states() -> Phrases[str]:
    names = (name for state in read_yaml("world/states")["entries"] for name in (state["name"], *state.get("aliases", [])))
    return Phrases({tuple(folded_words(name)): name for name in names}.items())


def _days(toll: Toll, match: re.Match[str]) -> Days | None:
    """The days on which a toll stood at a number, None where it is not known."""
    number = _value(match)
    step = min(_step(number), number // _WITHIN)
    least, most = (number, number) if step < _TO_THE_DAY else (number - step, number) if match["rounded"] else (number, number + step)
    first, last = _day(toll, least), _day(toll, most)
    return None if first is None or last is None else Days(first, last)


def _value(match: re.Match[str]) -> int:
    if match["figures"] is not None:
        return int("".join(_DIGIT.findall(match["figures"])))
    return round(float(match["millions"].replace(",", ".")) * 1_000_000)


def _step(number: int) -> int:
    """The greatest power of ten that divides a number: how far it may be rounded."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def _day(toll: Toll, number: int) -> int | None:
    """The day on which a toll reached a number, between the days that are known; None before the first and after the last."""
    days, numbers = _milestones(toll)
    i = bisect_left(numbers, number)
    if i == len(numbers) or number < numbers[0]:
        return None
    if numbers[i] == number:
        return days[i]
    share = (number - numbers[i - 1]) / (numbers[i] - numbers[i - 1])
    return days[i - 1] + int(share * (days[i] - days[i - 1]))


@cache
def _milestones(toll: Toll) -> tuple[list[int], list[int]]:
    """The days and numbers of a toll, in order."""
    days = [days.first for prefix, _ in toll.reached if (days := calendar.prefix_days(prefix)) is not None]
    return days, [number for _, number in toll.reached]
