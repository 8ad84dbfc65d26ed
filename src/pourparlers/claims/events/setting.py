"""Where a deed took place that is told without a place: where its sentence, else its paragraph, was before it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.where import is_continent, lies_inside, names_an_actor
from pourparlers.model.claim import BEHIND
from pourparlers.model.mention import PlaceMention

#: Types of deeds that go on where a text has just been; troops are sent and fighters attack there, what is seized is another place.
_GOING_ON = frozenset(("attack", "movement"))
_IN_SENTENCE = frozenset(("attack", "capture", "displacement", "movement"))
#: So many words back a text has just been somewhere.
_REACH = 150
_TALKED = frozenset(("agreement", "meeting"))
#: Whole wars are waged in no place that a text names in passing; power is seized in a country, not where the text has just been.
_NOWHERE = frozenset(("attack.war", "capture.coup"))


def talked_in(rows: Iterable[Draft]) -> dict[int, set[str]]:
    """The sentences that tell where people met, each with those places: "à Oslo" is no place of the fighting told of beside it or right after."""
    talked: dict[int, set[str]] = {}
    for row in rows:
        if row.place is not None and row.kind.type in _TALKED:
            talked.setdefault(row.hit.head.sentence, set()).add(row.place.name)
    return talked


def at_setting(scene: Scene, draft: Draft, talked: Mapping[int, set[str]]) -> Draft:
    """A deed told as done, without a place: at the place named last before it in its sentence, else in its paragraph. talked: the sentences that
    tell where people met, and where."""
    if draft.place is not None or draft.status not in BEHIND or draft.kind.kind in _NOWHERE or draft.headline:
        return draft
    found = _named_before(scene, draft, talked)
    return draft if found is None else replace(draft, place=found.place)


def _named_before(scene: Scene, draft: Draft, talked: Mapping[int, set[str]]) -> PlaceMention | None:
    sentence = scene.sentence(draft.hit.head)
    if draft.kind.type in _IN_SENTENCE:
        found = _last(scene, sentence.first, draft.hit.head.i)
        if found is not None:
            elsewhere = found.place.name in talked.get(draft.hit.head.sentence, ()) or _where_told(scene, draft, found)
            return None if elsewhere else found
    if draft.kind.type not in _GOING_ON:
        return None
    found = _last(scene, _paragraph_start(scene, draft.hit.head.sentence), sentence.first)
    return None if found is not None and scene.annotated.tokens[found.head].sentence in talked else found


def _where_told(scene: Scene, draft: Draft, place: PlaceMention) -> bool:
    """True for where somebody is who tells of a deed by a verb: "le chef, qui séjourne à Karlstad, a annoncé que ses hommes avaient attaqué"."""
    tellers = (scene.annotated.token_at(link.start) for link in draft.attribution if place.span.start < link.start < draft.hit.head.start)
    return any(verb is not None and verb.i in scene.predicates for verb in tellers)


def _paragraph_start(scene: Scene, number: int) -> int:
    """The first token of the paragraph that holds a sentence."""
    sentences = scene.annotated.sentences
    line = sentences[number].line
    while number and sentences[number - 1].line == line:
        number -= 1
    return sentences[number].first


def _last(scene: Scene, first: int, last: int) -> PlaceMention | None:
    """The last place among the tokens [first, last) where something may happen."""
    for i in range(last - 1, max(first, last - _REACH) - 1, -1):
        place = scene.places.get(i)
        if place is None or place.metonym or is_continent(place):
            continue
        if not names_an_actor(scene, i, place) and lies_inside(scene, i):
            return place
    return None
