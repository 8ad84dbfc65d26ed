"""Lists of days, each with its own place or partner: "en février à Oslo et en mars à Lima", "avec la Libye (1990) et le Niger (1994)"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.scene import Scene
from pourparlers.model.claim import When
from pourparlers.model.mention import Place

_OPENING = "("
#: Between a day and its town: "en février à Oslo", "le 3 mars au Caire".
_BETWEEN = ("ADP", "DET")
_NEAR = 4


def of_one_day(scene: Scene, draft: Draft, whens: Sequence[When]) -> Draft:
    """The draft of one of several days, with the place and the partner that stand beside its day."""
    place = beside(scene, draft.when.first)
    partners = {when.first: _partner(scene, when.first) for when in whens}
    others = {name for first, name in partners.items() if name is not None and first != draft.when.first}
    people = tuple(a for a in draft.participants if a.name not in others) if partners.get(draft.when.first) is not None else draft.participants
    return replace(draft, place=place or draft.place, participants=people)


def beside(scene: Scene, number: int | None) -> Place | None:
    """The place right after a time, else the one right before it."""
    if number is None:
        return None
    held = [t.i for t in scene.annotated.tokens_in(scene.time(number).span)]
    if not held:
        return None
    return _first_place(scene, range(held[-1] + 1, held[-1] + 1 + _NEAR)) or _first_place(scene, range(held[0] - 1, held[0] - 1 - _NEAR, -1))


def _first_place(scene: Scene, indices: Iterable[int]) -> Place | None:
    tokens = scene.annotated.tokens
    for i in indices:
        if not 0 <= i < len(tokens):
            return None
        if i in scene.places:
            return None if scene.places[i].metonym else scene.places[i].place
        if tokens[i].pos not in _BETWEEN:
            return None
    return None


def _partner(scene: Scene, number: int | None) -> str | None:
    """The name of the actor before the brackets that hold a time: "la Libye" in "la Libye (1990)"."""
    if number is None:
        return None
    first = scene.annotated.tokens_in(scene.time(number).span)[:1]
    if not first or first[0].i < 2 or scene.annotated.tokens[first[0].i - 1].text != _OPENING:
        return None
    mention = scene.actors.get(first[0].i - 2)
    return None if mention is None else scene.context.agent(mention).name
