"""Which rows a researcher who codes a peace process would want: weights of plain features, learned from annotated articles."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.parties import generic
from pourparlers.lexicon import load

_DAY = len("2022-03-03")
_MANY = 2
_QUALIFYING = ("acl", "amod")
#: Acts of speech: told in the present, they are standpoints rather than events.
_SPEECH = frozenset(("proposal", "rejection", "threat", "violation"))
_INDISPENSABLE = frozenset(("parties", "placed"))


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds to the score of a row; the fields are those of data/fr/event_weights.yaml."""

    feature: str
    weight: float


@functools.cache
def weights() -> dict[str, float]:
    """Feature -> weight. benchmarks/event_salience.py learns them."""
    return {w.feature: w.weight for w in load("fr/event_weights", Weight)}


def salient(row: Draft) -> bool:
    """True for a row that tells more than a mention in passing."""
    return admissible(row) and score(row) > 0


def admissible(row: Draft) -> bool:
    """False for a row whose trigger tells no event without the place or the two parties that it lacks, and for undated habits."""
    if row.habitual and not row.dated:
        return False
    if row.kind.type == "capture" and row.hit.passive and not row.dated and not row.participants and row.hit.head.dep.startswith(_QUALIFYING):
        return False  # "la région occupée": where something else happens
    return not any(need in _INDISPENSABLE and not met for need, met in _needs(row))


def _needs(row: Draft) -> Iterator[tuple[str, bool]]:
    """What the trigger needs of its arguments, and whether they are there."""
    people = _MANY if any(generic(agent) for agent in row.participants) else len(row.participants)
    met = {"party": people > 0, "parties": people >= _MANY, "dated": row.dated, "placed": row.place is not None}
    return ((need, met[need]) for need in row.hit.trigger.needs if need in met)


def score(row: Draft) -> float:
    """The sum of the weights of a row's features; more than 0 for one to keep."""
    table = weights()
    return sum(table.get(feature, 0.0) for feature in features(row))


def features(row: Draft) -> Iterator[str]:
    """What there is to say about a row, as names of features."""
    yield "always"
    yield f"type.{row.kind.type}"
    yield f"status.{row.status}"
    yield from _of_arguments(row)
    yield from _of_telling(row)


def _of_arguments(row: Draft) -> Iterator[str]:
    people = len(row.participants)
    if row.dated:
        yield "dated"
        yield "dated.day" if len(row.when.start or row.when.end or "") == _DAY else "dated.vaguely"
        if row.borrowed:
            yield "dated.by-opening"
    yield ("people.none", "people.one", "people.many")[min(people, _MANY)]
    yield from (f"lacks.{need}" for need, met in _needs(row) if not met)
    if row.place is not None:
        yield "placed"
        yield f"placed.{row.place.precision}"
    if row.mediator is not None:
        yield "mediated"
    if row.round is not None:
        yield "numbered"
    if not row.dated and row.place is None and people == 0:
        yield "bare"


def _of_telling(row: Draft) -> Iterator[str]:
    yield "verb" if row.hit.verbal else "noun"
    if row.effect:
        yield f"effect.{row.effect}"
    if row.hit.group is not None:
        yield f"mood.{row.hit.group.mood}"
        if row.kind.type in _SPEECH:
            yield f"speech.{row.hit.group.tense}"
    if row.attribution:
        yield "claimed"
    for name in ("headline", "habitual", "definite"):
        if getattr(row, name):
            yield name
    if row.tellings > 1:
        yield "told.again"
