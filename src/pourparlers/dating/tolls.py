"""Tolls of a pandemic that grew day by day before the eyes of the world: « 410.150 morts dans le monde » tells the day of writing, to one or two."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from pourparlers.dating.explain import french_days
from pourparlers.lexicon import Phrases, groups, read_yaml
from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.naming import fold, folded_words

#: A number as newspapers write it, after what rounds it up, before what it counts.
_NUMBER = (
    r"(?P<number>(?P<rounded>(?:(?P<upwards>près d[eu]s?|bientôt|quasi)|quelque|environ)\s)?(?<![\d.,])"
    r"(?:(?P<figures>\d{1,3}(?:[.\s]\d{3})+|\d{3})|(?P<millions>\d{1,3}(?:,\d+)?)\s(?:millions?)(?:\sd[e'’])?))"
)
#: « a tué plus de 450.000 personnes »: what befell them stands before the number.
_BEFELL = {"deaths": r"tué|la vie à|la mort d[e'’]", "cases": r"contaminé|infecté"}

#: A place named after the number stands so near to it; one named before it too.
_AFTER, _BEFORE = 45, 160
#: Between a number and the place after it stands none of these.
_APART = re.compile(r"[,;\d]|\bet\b")
#: A town stands after the number: « 24.000 morts à Chicago ».
_TOWN = re.compile(r"\sà\s[A-ZÀ-Þ]")
#: A word so near to a number tells that it counts something else.
_NEAR = 40

_SENTENCE = re.compile(r"[^\n!?.]+(?:\.(?=\S)[^\n!?.]+)*")
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")

#: Two tolls of one place in one sentence lie no further apart; one that stood longer than so many days tells no day.
_AGREE, _LONGEST = 10, 60
#: A round number stands for those up to so much more, but no more than this part of it.
_WITHIN = 20
#: Whoever else counts comes to so much more or less: what hardly grows any more tells no day.
_OTHERS = 0.001

WORLD = "world"
_ELSEWHERE = "elsewhere"

#: The days on which a count was told, and the numbers.
Told = Sequence[tuple[int, int]]


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
    illness = _anywhere("illness")
    if illness.search(fold(text)) is None:
        return ()
    found: list[ToldToll] = []
    before = False
    for sentence in _SENTENCE.finditer(text):
        ill = illness.search(fold(sentence[0])) is not None
        if _DIGIT.search(sentence[0]) is not None:
            found.extend(_in_sentence(sentence[0], here=ill, near=ill or before))
        before = ill
    return tuple(found)


def _in_sentence(sentence: str, here: bool, near: bool) -> Iterator[ToldToll]:
    """The tolls of a sentence, unless those of one place disagree. here, near: an illness is named in it; or in the one before."""
    places = _named(sentence)
    found: dict[str, list[ToldToll]] = {}
    for kind in _BEFELL:
        for match in _counted(kind).finditer(sentence) if places else ():
            place = _place(sentence, match, places) if _is_toll(sentence, match) else _ELSEWHERE
            exact = match["figures"] is not None and len(match["figures"]) == len("100")
            days = _days(counts().get((place, kind), ()), match) if place == WORLD or (here if exact else near) else None
            if days is not None:
                found.setdefault(place, []).append(ToldToll(days, match["number"].strip() + sentence[match.end("number") : match.end()]))
    for tolls in found.values():
        if max(toll.days.first for toll in tolls) - min(toll.days.last for toll in tolls) <= _AGREE:
            yield from tolls


@cache
def _counted(kind: str) -> re.Pattern[str]:
    """A number of deaths, or of cases."""
    nouns = "|".join(sorted(map(re.escape, groups("fr/toll_words")[kind]), key=len, reverse=True))
    return re.compile(rf"(?:(?P<verb>{_BEFELL[kind]})\D{{0,20}}?)?{_NUMBER}\s?(?:(?:{nouns})\b|personnes)")


@cache
def _anywhere(group: str) -> re.Pattern[str]:
    """One of the words of a group, in a folded text."""
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, groups("fr/toll_words")[group]))) + ")")


def _is_toll(sentence: str, match: re.Match[str]) -> bool:
    """True when a number counts all dead or all cases so far."""
    is_told = not match[0].endswith("personnes") or match["verb"] is not None
    return is_told and _anywhere("otherwise").search(fold(sentence[max(0, match.start() - _NEAR) : match.end() + _NEAR])) is None


def _named(sentence: str) -> list[tuple[int, int, str]]:
    """Where a sentence names places, and the code of each: of a state, "world" or "elsewhere"."""
    words = list(_WORD.finditer(sentence))
    return [(words[m.first].start(), words[m.last - 1].end(), m.value) for m in _places().find([fold(word[0]) for word in words])]


@cache
def _places() -> Phrases[str]:
    known = groups("fr/toll_words")
    codes = {tuple(folded_words(word)): WORLD for word in known["world"]} | {tuple(folded_words(word)): _ELSEWHERE for word in known["elsewhere"]}
    for state in read_yaml("world/states")["entries"]:
        codes |= {tuple(folded_words(name)): state["code"] for name in (state["name"], *state.get("aliases", ()))}
    return Phrases(codes.items())


def _place(sentence: str, match: re.Match[str], places: list[tuple[int, int, str]]) -> str:
    """Of which place a number tells: of the one right after it, else of the nearest before it."""
    end = match.end()
    after = next((place for place in places if end <= place[0] <= end + _AFTER and _APART.search(sentence, end, place[0]) is None), None)
    if after is not None:
        return after[2]
    if _TOWN.match(sentence, end):
        return _ELSEWHERE
    return next((code for _, last, code in reversed(places) if match.start() - _BEFORE <= last <= match.start()), _ELSEWHERE)


def _days(told: Told, match: re.Match[str]) -> Days | None:
    """The days on which a toll stood at a number, None where they are not known."""
    number = _value(match)
    step = min(_step(number), number // _WITHIN) if _step(number) > 1 else 0
    least, most = (number - step if match["rounded"] else number), (number if match["upwards"] else number + step)
    reached = [day for value in (least * (1 - _OTHERS), most * (1 + _OTHERS)) for day in _reached(told, value)]
    days = Days(min(reached), max(reached)) if reached else None
    return days if days is not None and days.last - days.first <= _LONGEST else None


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


def _reached(told: Told, number: float) -> Iterator[int]:
    """The days on which a count may have stood at a number; more than one where it was corrected. It grows evenly in proportion between two days."""
    for (day, less), (later, more) in pairwise(told):
        if min(less, more) <= number <= max(less, more) and less != more:
            yield day + round(math.log(number / less) / math.log(more / less) * (later - day))


@cache
def counts() -> Mapping[tuple[str, str], Told]:
    """The table of data/world/tolls.tsv: (code of a state or "world", "deaths" or "cases") -> the days on which it was told, and the numbers."""
    head, *rows = (files("pourparlers") / "data" / "world" / "tolls.tsv").read_text(encoding="utf-8").splitlines()
    columns = [days.first for name in head.split("\t")[2:] if (days := calendar.prefix_days(name)) is not None]
    table = [row.split("\t") for row in rows]
    return {(code, kind): tuple((day, int(n)) for day, n in zip(columns, numbers, strict=False) if n) for code, kind, *numbers in table}
