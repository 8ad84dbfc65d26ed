"""Whom the line of an entry names."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from made import article, event, redate
from pourparlers.chronicle import build
from pourparlers.linking import link
from pourparlers.model.claim import Event, Reading
from pourparlers.model.mention import Actor

PEOPLE = ("Anton Brisk", "Lena Sorr", "Hanna Oll")


def told(name: str, type_: str, who: Sequence[str]) -> Reading:
    """An article that tells of one event; those in PEOPLE are known to be people."""
    made = event(type_, "tous en parlent le mardi 13 mai", "2031-05-13", who)
    made = replace(made, participants=tuple(replace(a, actor=f"actor-{a.name}") for a in made.participants))
    actors = tuple(Actor(f"actor-{n}", n, "person") for n in PEOPLE)
    return replace(article(name, "2031-05-14", made, text=f"{name} " * 50), actors=actors)


def line(type_: str, *casts: Sequence[str]) -> str:
    """The line of the one entry that the articles give, each with its own participants."""
    articles = [told(str(i), type_, who) for i, who in enumerate(casts)]
    assert all(isinstance(c, Event) for a in articles for c in a.claims)
    (found,) = build(articles, link(articles, redate))
    return found.summary


BOTH = ("Valdor", "Morénie")
CASES = [
    ("agreement", (BOTH, BOTH, (*BOTH, "Zormie")), "Accord entre Morénie et Valdor"),
    ("agreement", (("Anton Brisk (Valdor)", *BOTH),), "Accord entre Morénie et Valdor"),
    ("agreement", ((*BOTH, "Hanna Oll"),), "Accord entre Morénie et Valdor"),
    ("meeting", (("Anton Brisk (Valdor)", "Valdor", "Lena Sorr"),), "Rencontre entre Anton Brisk et Lena Sorr"),
    ("attack", (("armée valdorienne (Valdor)", "Valdor"),), "Attaque par Valdor"),
    ("attack", (("Front du Fleuve (Valdor)", "Valdor"),), "Attaque par le Front du Fleuve"),
    ("meeting", (("ministres des deux pays", "Anton Brisk", "Lena Sorr"),), "Rencontre entre Anton Brisk et Lena Sorr"),
    ("meeting", (BOTH, BOTH, BOTH, ("Valdor", "Lena Sorr")), "Rencontre entre Valdor et Morénie"),
]


@pytest.mark.parametrize(("type_", "casts", "wanted"), CASES)
def test_who_is_named(type_: str, casts: tuple[Sequence[str], ...], wanted: str) -> None:
    assert line(type_, *casts) == wanted


def test_whoever_mediates_or_only_announces_is_not_named_among_those_who_meet() -> None:
    hosted = event("meeting", "reçus mardi par Brisk", "2031-05-13", BOTH, host="Anton Brisk", round=2)
    announced = event("meeting", "annonce une deuxième séance", "2031-05-13", ["Hanna Oll", "Valdor"], by=["Hanna Oll"], status="planned", round=2)
    articles = [article("a", "2031-05-14", hosted, text="a " * 50), article("b", "2031-05-12", announced, text="b " * 50)]
    (found,) = build(articles, link(articles, redate))
    assert found.summary == "Deuxième round de pourparlers entre Valdor et Morénie"
    assert {a.name for a in found.participants} >= {"Anton Brisk", "Hanna Oll"}
