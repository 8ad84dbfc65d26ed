"""Which rows a researcher who codes a peace process would want: weights of plain features, learned from annotated articles."""

import functools
from dataclasses import dataclass

from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.features import depth, features, lacking
from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.positions.standing import is_onlooker
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.claim import SPOKEN

#: Effects of verbs that tell of a deed.
_TELLING = frozenset(("announce", "judge"))
_QUALIFYING = ("acl", "amod")
_RELEASE, _YEAR = "exchange.release", len("2018")
#: What is news as soon as it is made, and the verb that tells so.
_MADE, _JUST = frozenset(("agreement", "ceasefire", "exchange")), "venir"
_INDISPENSABLE = frozenset(("parties", "placed", "timed"))


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the score of a row; the fields are those of data/fr/event_weights.yaml."""

    feature: str
    weight: float


@functools.cache
def weights() -> dict[str, float]:
    """Feature -> weight. benchmarks/event_salience.py learns them."""
    return {w.feature: w.weight for w in load("fr/event_weights", Weight)}


def salient(scene: Scene, row: Draft) -> bool:
    """True for a row that tells more than a mention in passing. That something was put off is always news where it is a sentence's own, and so is
    the attack with whose condemnation an article opens."""
    if not admissible(row) or _of_onlookers(scene, row):
        return False
    if _just_done(scene, row) or (row.status == "postponed" and depth(scene.annotated, row.hit.head) <= 1):
        return True
    return score(scene, row) > 0 or _opens_with(scene, row)


def _just_done(scene: Scene, row: Draft) -> bool:
    """True for what two have just made: "viennent de signer"."""
    if row.kind.type not in _MADE or row.status != "occurred" or not row.participants:
        return False
    verbs = [i for i in scene.predicates_in(scene.sentence(row.hit.head)) if i < row.hit.last]
    group = verb_group(scene.annotated, row.hit.head if row.hit.verbal or not verbs else scene.annotated.tokens[verbs[-1]])
    return group.modal == _JUST and not group.negated


def _opens_with(scene: Scene, row: Draft) -> bool:
    """True for "L'ONU a dénoncé une attaque contre un convoi", told at the very start, where nothing is told in passing."""
    head = row.hit.head
    if row.kind.type != "attack" or row.hit.verbal or head.sentence > 1 or row.status != "occurred":
        return False
    new = any(t.has("Definite=Ind") for t in scene.annotated.dependents(head, "det"))
    told = scene.annotated.tokens[head.head]
    return new and head.dep.startswith("obj") and effect_at(scene, told) in _TELLING and depth(scene.annotated, head) <= 1


def _of_onlookers(scene: Scene, row: Draft) -> bool:
    """True for what those say who look on a conflict: "une guerre menace, prévient l'analyste" is an opinion."""
    named = [agent.actor for agent in row.participants if agent.actor is not None]
    return row.kind.type in SPOKEN and bool(named) and all(is_onlooker(scene.context.mentions.actor(actor)) for actor in named)


def admissible(row: Draft) -> bool:
    """False for a row whose trigger tells no event without the place, the day or the two parties that it lacks, and for undated habits."""
    if row.habitual and not row.dated:
        return False
    if _seizes(row) and row.hit.passive and not row.dated and not row.participants and row.hit.head.dep.startswith(_QUALIFYING):
        return False  # "la région occupée", "les soldats capturés": where or to whom something else happens
    if row.kind.kind == _RELEASE and row.hit.passive and row.hit.head.dep.startswith(_QUALIFYING) and len(row.when.start or "") == _YEAR:
        return False  # "l'opposant, gracié en 2018": who somebody is
    return _INDISPENSABLE.isdisjoint(lacking(row))


def _seizes(row: Draft) -> bool:
    return row.kind.type == "capture" or row.kind.kind == "attack.abduction"


def score(scene: Scene, row: Draft) -> float:
    """The sum of the weights of a row's features; more than 0 for one to keep."""
    table = weights()
    return sum(table.get(feature, 0.0) for feature in features(scene, row))
