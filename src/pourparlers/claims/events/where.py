"""The most precise place that belongs to an event's words."""

from collections.abc import Iterable

from pourparlers.claims.events.reach import Reach
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Sentence
from pourparlers.model.mention import Place, PlaceMention

_PRECISION = {"city": 0, "area": 1, "region": 2, "country": 3}
#: A place whence something comes is not where it happens.
#: Kinds that are done to a place.
_UPON_PLACES = frozenset(("attack", "capture", "movement", "displacement", "sanction", "corridor"))
_WHENCE = frozenset(("depuis",))


def places_of(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the places of a sentence where something may happen."""
    spans: dict[PlaceMention, list[int]] = {}
    for i in range(sentence.first, sentence.last):
        place = scene.places.get(i)
        if place is not None and not _names_an_actor(scene, i, place):
            spans.setdefault(place, []).append(i)
    return tuple((found[0], found[-1]) for found in spans.values())


def _names_an_actor(scene: Scene, i: int, place: PlaceMention) -> bool:
    """True for a place inside a longer name ("le gouvernement de Zormel") or a capital that stands for its state."""
    actor = scene.actors.get(i)
    return actor is not None and (len(actor.span) > len(place.span) + 4 or actor.form == "metonym")


def where_of(scene: Scene, hit: Hit, reach: Reach, owners: Iterable[int]) -> Place | None:
    """The place of an event. owners: the words whose places are the event's.

    A state that acts is no place; one that is invaded, fled or put under an embargo is.
    """
    firsts = [first for owner in owners for first in reach.owned.get(owner, ())]
    found = [first for first in firsts if not scene.places[first].metonym or (hit.kind.type in _UPON_PLACES and first > hit.head.i)]
    at = [first for first in found if not _whence(scene, first)] or found
    return min((scene.places[first] for first in at), key=_precision).place if at else None


def _precision(place: PlaceMention) -> int:
    return _PRECISION.get(place.place.precision, 1)


def _whence(scene: Scene, first: int) -> bool:
    return any(t.lower in _WHENCE for t in scene.annotated.tokens[max(0, first - 2) : first])
