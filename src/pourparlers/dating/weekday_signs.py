"""What the weekdays of a text say of a publication on a weekday."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pourparlers.dating.evidence import Evidence
from pourparlers.dating.habits import Sign, weekday_place
from pourparlers.dating.style import PAPER
from pourparlers.dating.weekdays import ToldWeekday

_WEEKEND = {6: "Saturday", 7: "Sunday"}

#: After the first, so many weekdays are weighed by where the text plays.
_NEXT = 3

#: Between the last of several weekdays that belong together and the first of them lie at least so many days.
_GAP = 4


def signs_of_weekdays(evidence: Evidence, published: int) -> Iterator[Sign]:
    """The signs of a publication on a weekday (1 to 7)."""
    if published in _WEEKEND:
        yield Sign(_WEEKEND[published])
    if evidence.style == PAPER:
        yield from _in_a_paper(evidence, published)
        return
    for named in (*evidence.weekdays, *evidence.timed):
        yield Sign(named.evidence, weekday_place(published, named.weekday))
    for week in evidence.weeks:
        yield Sign(week, published - 1)
    yield from _shares("share of the weekdays", evidence.happened, published)
    if len(set(evidence.happened)) == 1:
        yield Sign("only weekday", weekday_place(published, evidence.happened[0]))
    for name in _neighbours(published, evidence) if evidence.happened else ():
        yield Sign(name)
    latest = _latest(evidence.happened)
    if latest is not None:
        yield Sign("latest of several weekdays", weekday_place(published, latest))
    yield from _by_region(evidence, published)
    yield from _of_story([told for told in evidence.told if told.is_story], published)


def _in_a_paper(evidence: Evidence, published: int) -> Iterator[Sign]:
    """The weekdays of a paper that says « hier », each once: neither of its own day nor of those beside it."""
    for weekday, told in dict.fromkeys((named.weekday, named.evidence.rpartition(" ")[2]) for named in evidence.weekdays):
        yield Sign(f"in a paper {told}", weekday_place(published, weekday))


def _shares(name: str, weekdays: Sequence[int], published: int) -> Iterator[Sign]:
    """One sign for each weekday, as strong as it is often named."""
    for weekday in dict.fromkeys(weekdays):
        yield Sign(name, weekday_place(published, weekday), weekdays.count(weekday) / len(weekdays))


def _latest(happened: Sequence[int]) -> int | None:
    """The last of several weekdays of one week, before the longest gap between them; None when they are one or lie too far apart to tell."""
    days = sorted(set(happened))
    gaps = sorted(((after - day) % 7, day) for day, after in pairwise([*days, *days[:1]]))
    return gaps[-1][1] if len(days) > 1 and gaps[-1][0] >= _GAP and gaps[-1][0] > gaps[-2][0] else None


def _neighbours(published: int, evidence: Evidence) -> Iterator[str]:
    """Whether the day of publication, its eve and its morrow are named."""
    eve, morrow = (published - 2) % 7 + 1, published % 7 + 1
    here, before = published in evidence.happened, eve in evidence.happened
    yield (
        "day itself and eve named"
        if here and before
        else "day itself named"
        if here
        else "eve named alone"
        if before
        else "neither day nor eve named"
    )
    if here and morrow in evidence.happened:
        yield "day itself and morrow named"
    if published in evidence.ahead:
        yield "day itself ahead"
    if morrow in evidence.ahead:
        yield "day itself named and morrow ahead" if here else "morrow ahead"


def _by_region(evidence: Evidence, published: int) -> Iterator[Sign]:
    """The first weekdays of what happened, where the day is ahead or behind and where it is neither."""
    happened = [told for told in evidence.told if told.happened]
    own = next((told for told in happened if not told.quoted), None)
    region = evidence.region or "near"
    if own is not None:
        yield Sign(f"first day where it is {region}", weekday_place(published, own.weekday))
        for told in happened[1 : 1 + _NEXT]:
            yield Sign(f"next days where it is {region}", weekday_place(published, told.weekday))


def _of_story(story: Sequence[ToldWeekday], published: int) -> Iterator[Sign]:
    """The weekdays of what the text itself tells in the past, and those on which somebody said something."""
    if story:
        place = "opening" if story[0].opening else "body"
        yield Sign(f"first of the story, in the {place}", weekday_place(published, story[0].weekday))
        yield Sign("last of the story", weekday_place(published, story[-1].weekday))
        yield from _shares("share of the story", [told.weekday for told in story], published)
    said = [told.weekday for told in story if told.attributed]
    if said:
        yield Sign("first day of saying", weekday_place(published, said[0]))
        yield from _shares("share of the sayings", said, published)
