"""Tense and mood read from the endings of verbs."""

import pytest

from pourparlers.claims.verbs import LookAlike, mood_and_tense_by_form
from pourparlers.lexicon import load


@pytest.mark.parametrize(
    ("form", "mood", "tense"),
    [
        ("aurait", "conditional", "present"),
        ("seraient", "conditional", "present"),
        ("mettrait", "conditional", "present"),
        ("viendraient", "conditional", "present"),
        ("devrait", "conditional", "present"),
        ("partirait", "conditional", "present"),
        ("conduirait", "conditional", "present"),
        ("déclarait", "indicative", "imperfect"),
        ("montraient", "indicative", "imperfect"),
        ("retirait", "indicative", "imperfect"),
        ("livrait", "indicative", "imperfect"),
        ("libérait", "indicative", "imperfect"),
        ("avait", "indicative", "imperfect"),
        ("sera", "indicative", "future"),
        ("auront", "indicative", "future"),
        ("rencontreront", "indicative", "future"),
        ("fut", "indicative", "past"),
        ("soit", "subjunctive", "present"),
    ],
)
def test_ending_tells(form: str, mood: str, tense: str) -> None:
    assert mood_and_tense_by_form(form) == (mood, tense)


@pytest.mark.parametrize("form", ["fait", "annonce", "déclara", "montra", "tira", "a", "sont", "va", "libéra"])
def test_ending_leaves_open(form: str) -> None:
    assert mood_and_tense_by_form(form) is None


def test_look_alikes_are_imperfects() -> None:
    entries = load("fr/future_look_alikes", LookAlike)
    assert len({e.stem for e in entries}) == len(entries)
    for entry in entries:
        form = next(w for w in entry.example.rstrip(".").split() if w.endswith("ait"))
        assert form == f"{entry.stem}ait"
        assert mood_and_tense_by_form(form) == ("indicative", "imperfect")
