"""In what capacity somebody speaks: in office, out of it, or as an onlooker of the conflict."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from pourparlers.claims.groups import group
from pourparlers.claims.positions.issues import fold
from pourparlers.lexicon import load
from pourparlers.model.mention import Actor
from pourparlers.model.naming import folded_words

_FORMER = frozenset(("ancien", "ancienne", "anciens", "anciennes", "ex"))
#: Those who want an office hold none: a candidate does not speak for the state.
_AGAINST = frozenset(("candidat", "candidate", "opposant", "opposante", "rival", "rivale"))


@dataclass(frozen=True, slots=True)
class Onlooker:
    """An entry of ``data/fr/onlookers.yaml``; the file explains its fields."""

    noun: str
    example: str
    feminine: str | None = None


@functools.cache
def _onlookers() -> frozenset[str]:
    forms = {form for e in load("fr/onlookers", Onlooker) for form in (e.noun, e.feminine) if form is not None}
    return frozenset({*forms, *(f"{form}s" for form in forms)})


def looks_on(name: str) -> bool:
    """True for a title or a group of people without a name that takes no part: "médecins", "une experte de la région"."""
    return _noun(name) in _onlookers()


def is_onlooker(actor: Actor) -> bool:
    """True for an actor known by a title of somebody who takes no part in the conflict, and for one who has left his office and has no name."""
    if actor.kind == "person" and _is_former(actor.name):
        return True
    if actor.kind == "state" or any(_noun(title) in group("leaders") for title in _titles(actor)):
        return False
    return any(looks_on(_bare(title)) for title in _titles(actor))


def leads(actor: Actor) -> bool:
    """True for a person with a title of somebody who leads a side."""
    return any(_noun(title) in group("leaders") for title in _titles(actor)) and not is_onlooker(actor)


def in_office(actor: Actor) -> bool:
    """False for somebody known only by an office that he has left, or by standing against those in office, or for a parliament."""
    titles = list(_titles(actor))
    former = {_noun(_bare(t)) for t in titles if _is_former(t)}
    held = {_noun(t) for t in titles if not _is_former(t)}
    if actor.kind == "person" and any(_is_apart(t) for t in titles):
        return False
    return bool(held - former - _AGAINST) or not (former or held & _AGAINST)


def _is_apart(title: str) -> bool:
    """True for who leads those against a government, presides over a parliament or heads a church: he does not act for the state."""
    return not group("apart_from_government").isdisjoint(folded_words(title))


def _titles(actor: Actor) -> Iterable[str]:
    return (*actor.roles, *((actor.name,) if actor.name[:1].islower() else ()))


def _is_former(title: str) -> bool:
    return next(iter(fold(title).replace("-", " ").split()), "") in _FORMER


def _bare(title: str) -> str:
    """A title without "ancien" or "ex-"."""
    words = fold(title).removeprefix("ex-").split()
    return " ".join(words[1:] if words and words[0] in _FORMER else words)


def _noun(title: str) -> str:
    """The noun of a title, folded: its first word but for adjectives that stand before."""
    return next((w for w in fold(title).split() if w not in group("before_titles")), "")
