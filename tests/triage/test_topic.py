"""Which articles are read: those about a process, or the fights that go with it."""

import pytest

from pourparlers.lexicon import load
from pourparlers.model.text import Alignment, Document, Metadata
from pourparlers.triage import find_topic
from pourparlers.triage.topic import Entry, fold

ENTRIES = load("fr/topics", Entry)


def document(text: str) -> Document:
    return Document("doc-1", "a.txt", text, Alignment(()), Metadata(), "2026-01-01")


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (True, "Les pourparlers ont repris hier. Le médiateur a reçu les deux délégations."),
        (True, "Les rebelles ont attaqué une colonne de l'armée ; des affrontements se poursuivent."),
        (True, "L’armistice tient, selon les Casques bleus."),
        (False, "L'équipe a attaqué d'entrée et la défense n'a rien lâché devant 20.000 spectateurs."),
        (False, "Le conseil municipal se réunira vendredi à 20 h pour voter le budget."),
        (False, "La police a arrêté sept personnes après une attaque à main armée."),
        (False, ""),
    ],
)
def test_what_is_read(on, text):
    assert find_topic(document(text)).on is on


def test_a_word_repeated_is_counted_once():
    once, often = find_topic(document("attaque")), find_topic(document("attaque, attaqua, attaques " * 50))
    assert once.weight == often.weight == 1


def test_the_words_that_say_so_are_told():
    assert find_topic(document("La trêve\nsera suivie d'un échange  de prisonniers.")).words == ("echange de prisonniers", "treve")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.start)
def test_every_example_shows_its_word(entry):
    assert fold(entry.start) == entry.start
    assert find_topic(document(entry.example)).weight >= entry.weight


def test_entries_are_sorted_and_said_once():
    starts = [entry.start for entry in ENTRIES]
    assert starts == sorted(set(starts))
