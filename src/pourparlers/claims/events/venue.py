"""Where and when the meeting that a text is about takes place: told once near its opening ("mardi à Oslo"), it holds for what is told of it after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pourparlers.claims.clauses import clause_head
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.when import days
from pourparlers.claims.speech.story import is_beside, is_day
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Sentence
from pourparlers.model.claim import When
from pourparlers.model.mention import Place
from pourparlers.model.time import Time

_FULL_DAY = len("2022-03-03")
#: A text tells in one of so many first sentences where its meeting takes place, and goes on with it for so many lines.
_OPENING, _REACH, _WEEK = 8, 8, 7
#: Between a day and a town: "mardi à Oslo", "lundi au palais royal d'Oslo".
_BETWEEN = frozenset(("ADP", "ADJ", "DET", "NOUN", "PROPN", "X"))
_NEAR = 5
_AT = frozenset(("à", "au", "aux", "dans", "a"))
_TENSES = frozenset(("past", "present", "imperfect", "pluperfect", "future"))


@dataclass(frozen=True, slots=True)
class Venue:
    """A town, the day on which the text tells of it, and the line where it does."""

    when: When
    place: Place
    line: int


def venue_of(scene: Scene) -> Venue | None:
    """The town and the day that stand side by side near the opening of a document; None when there are several towns or none."""
    sentences = scene.annotated.sentences[:_OPENING]
    found = [venue for sentence in sentences for venue in _told(scene, sentence)]
    return found[0] if len({venue.place.name for venue in found}) == 1 else None


def _told(scene: Scene, sentence: Sentence) -> Iterator[Venue]:
    published = scene.context.dated.published.best
    for i in range(sentence.first, sentence.last):
        number = scene.times.get(i)
        if number is None or scene.times.get(i + 1) == number:
            continue
        time = scene.time(number)
        place = _town_after(scene, sentence, i)
        if (
            place is not None
            and is_day(time)
            and len(time.start or "") == _FULL_DAY
            and not _older(time, published)
            and not is_beside(scene.annotated, time)
        ):
            yield Venue(days(time, number), place, sentence.line)


def _older(time: Time, published: str | None) -> bool:
    """True for a day after that of the text or more than a week before it."""
    if time.start is None or published is None or len(published) != _FULL_DAY:
        return True
    return not 0 <= (date.fromisoformat(published) - date.fromisoformat(time.start)).days <= _WEEK


def _town_after(scene: Scene, sentence: Sentence, last: int) -> Place | None:
    """The town that a day goes on with."""
    tokens = scene.annotated.tokens
    if last + 1 >= sentence.last or tokens[last + 1].lower not in _AT:
        return None
    for token in tokens[last + 1 : min(sentence.last, last + 1 + _NEAR)]:
        place = scene.places.get(token.i)
        if place is not None and not place.metonym and place.place.precision == "city":
            return place.place
        if token.pos not in _BETWEEN:
            return None
    return None


def at_venue(context: Context, venue: Venue | None, draft: Draft) -> Draft:
    """A meeting told as known, without a day of its own and without a place, at the venue of the text."""
    if venue is None or not _may_be_there(draft):
        return draft
    line = context.annotated.sentences[draft.hit.head.sentence].line
    if draft.dated and draft.when.start == venue.when.start:
        return replace(draft, place=venue.place)
    if draft.dated or not venue.line <= line <= venue.line + _REACH or _elsewhen(context, draft):
        return draft
    return replace(draft, when=venue.when, place=venue.place, borrowed=True)


def _may_be_there(draft: Draft) -> bool:
    held = draft.status in ("occurred", "ongoing")
    return draft.kind.type == "meeting" and held and draft.place is None and draft.definite and not draft.another and not draft.attribution


def _elsewhen(context: Context, draft: Draft) -> bool:
    """True for a meeting of which the text tells as of one before or to come."""
    annotated = context.annotated
    verb = verb_group(annotated, clause_head(annotated, draft.hit.head))
    cases = {t.lower for t in annotated.dependents(draft.hit.head, "case")}
    return verb.tense not in _TENSES or (verb.tense == "future" and not verb.perfect) or bool(cases & {"avant", "depuis", "après"})
