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


def times_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the times of a sentence that denote days."""
    spans: dict[int, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        number = scene.times.get(i)
        if number is not None and _denotes_days(scene.time(number)):
            spans.setdefault(number, []).append(i)
    return tuple((found[0], found[-1]) for found in spans.values())


def _denotes_days(time: Time) -> bool:
    return time.kind != "SET" and (time.start is not None or time.end is not None)


def when_of(scene: Scene, reach: Reach, owners: Iterable[int], told: tuple[Span, Voices]) -> When:
    """The days of an event. owners: the words whose times are the event's, the nearest first. told: the event's passage, and who tells what:
    a time outside the reported words that tell the event is the day of the report."""
    span, voices = told
    chain = voices.at(span)
    for owner in owners:
        for first in reach.owned.get(owner, ()):
            time = scene.time(scene.times[first])
            if not chain or voices.at(time.span):
                return days(time, scene.times[first])
    return When()


def opening_time(scene: Scene, sentence: Sentence) -> int | None:
    """The number of the time that opens a sentence ("En mars 2012, …")."""
    for i in range(sentence.first, min(sentence.last, sentence.first + _OPENING)):
        number = scene.times.get(i)
        if number is not None and _denotes_days(scene.time(number)):
            return number
        if i in scene.predicates:
            return None
    return None


def days(time: Time, number: int) -> When:
    """The days that a time gives to an event: "depuis lundi" leaves its end open, "d'ici fin mai" its start."""
    if time.bound in ("until", "before"):
        return When(end=time.end, last=number)
    if time.bound in ("since", "after"):
        return When(start=time.start, first=number)
    return When(time.start, time.end, number, number)
