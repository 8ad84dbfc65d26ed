"""The day of the fact: of the times that belong to an event's words, never the day of the claim."""

from collections.abc import Iterable

from pourparlers.claims.events.reach import Reach
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Sentence
from pourparlers.model.claim import When
from pourparlers.model.text import Span
from pourparlers.model.time import Time

#: A time that opens a sentence holds for all of it.
_OPENING = 4
_BEFORE_OPENING = frozenset(("ADP", "DET", "ADV", "CCONJ", "PUNCT"))
#: What joins the times of a list, and what may stand beside it.
_LISTING = frozenset((",", "et", "puis"))
_LIST_WORDS = frozenset(("le", "en", "de", "du", "les"))


def times_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the times of a sentence that denote days."""
    spans: dict[int, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        number = scene.times.get(i)
        if number is not None and _denotes_days(scene.time(number)):
            spans.setdefault(number, []).append(i)
    return tuple((found[0], found[-1]) for found in spans.values())


def _denotes_days(time: Time) -> bool:
    """True for a time that denotes days, known or still to be found ("jeudi" in an article without a date)."""
    if time.start is not None or time.end is not None:
        return time.kind != "SET"
    return time.kind in ("DATE", "TIME") and not time.vague and time.value is None


def whens_of(scene: Scene, reach: Reach, owners: Iterable[int], told: tuple[Span, Voices]) -> tuple[When, ...]:
    """The days of an event; several for one told of several days ("trois guerres (2008, 2012 et 2014)"); empty when none is told.

    owners: the words whose times are the event's, the nearest first. told: the event's passage, and who tells what: a time outside the
    reported words that tell the event is the day of the report.
    """
    span, voices = told
    chain = voices.at(span)
    for owner in owners:
        mine = [first for first in reach.owned.get(owner, ()) if not chain or voices.at(scene.time(scene.times[first]).span)]
        if mine:
            return tuple(days(scene.time(n), n) for n in _listed(scene, [scene.times[first] for first in mine]))
    return ()


def _listed(scene: Scene, numbers: list[int]) -> list[int]:
    """The first of the times and those that stand with it in one list."""
    found = [numbers[0]]
    for step in (1, -1):
        number = numbers[0] + step
        while number in numbers and _coordinated(scene, *sorted((number, number - step))):
            found.append(number)
            number += step
    return sorted(found)


def _coordinated(scene: Scene, left: int, right: int) -> bool:
    between = scene.annotated.tokens_in(Span(scene.time(left).span.end, scene.time(right).span.start))
    words = {t.lower for t in between if t.start >= scene.time(left).span.end and t.end <= scene.time(right).span.start}
    return bool(words & _LISTING) and words <= _LISTING | _LIST_WORDS


def opening_time(scene: Scene, sentence: Sentence) -> int | None:
    """The number of the time that opens a sentence ("En mars 2012, …")."""
    for i in range(sentence.first, min(sentence.last, sentence.first + _OPENING)):
        number = scene.times.get(i)
        if number is not None and _denotes_days(scene.time(number)):
            return number
        if scene.annotated.tokens[i].pos not in _BEFORE_OPENING:
            return None
    return None


def days(time: Time, number: int) -> When:
    """The days that a time gives to an event: "depuis lundi" leaves its end open, "d'ici fin mai" its start."""
    if time.bound in ("until", "before"):
        return When(end=time.end, last=number)
    if time.bound in ("since", "after"):
        return When(start=time.start, first=number)
    return When(time.start, time.end, number, number)
