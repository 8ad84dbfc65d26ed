"""Which passages tell an event only in passing, and which passage of an entry is shown."""

from dataclasses import replace

import pytest

from made import article, event
from pourparlers.chronicle import build
from pourparlers.chronicle.passing import told_in_passing
from pourparlers.lexicon import groups, read_yaml
from pourparlers.linking import link
from pourparlers.model.claim import Event
from pourparlers.model.naming import fold
from pourparlers.model.text import Span


def told(words: str, trigger: str, **more: object) -> Event:
    """An event told in these words, by this one of them."""
    at = words.index(trigger)
    return replace(event("agreement", words, "2031-05-12", ["Valdor", "Morénie"]), trigger=Span(at, at + len(trigger)), **more)


@pytest.mark.parametrize(
    ("words", "trigger", "passing"),
    [
        ("Après l'accord de Karlstad, les partis ont repris leurs travaux", "accord", True),
        ("Un mois après la signature du texte", "signature", True),
        ("Les délégués qui ont signé le texte sont rentrés", "signé", True),
        ("En prévision du sommet de vendredi, la capitale est fermée", "sommet", True),
        ("Valdor et la Morénie ont signé lundi un accord", "signé", False),
        ("Après deux ans de guerre, Valdor et la Morénie ont signé", "signé", False),
        ("qui ont signé lundi un accord", "signé", False),
    ],
)
def test_what_is_told_in_passing(words: str, trigger: str, passing: bool) -> None:
    assert told_in_passing(told(words, trigger)) == passing


def test_the_main_clause_is_shown_rather_than_a_circumstance() -> None:
    aside = article("a", "2031-05-13", told("Après l'accord signé lundi par Valdor et la Morénie, le calme est revenu", "accord"))
    outright = article("b", "2031-05-14", told("Valdor et la Morénie ont signé lundi un accord", "signé"))
    readings = [aside, outright]
    (entry,) = build(readings, link(readings, lambda dated, published: dated))
    assert entry.evidence[0].quote.startswith("Valdor et la Morénie ont signé")


def test_the_words_are_sorted_folded_and_attested() -> None:
    for entry in read_yaml("fr/circumstances")["entries"]:
        assert entry["words"] == sorted(set(entry["words"]))
        assert any(word in fold(entry["example"]) for word in entry["words"])
    assert all(fold(word) == word for words in groups("fr/circumstances").values() for word in words)
