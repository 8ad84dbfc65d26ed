"""Which articles are read: those about a process, or the fights that go with it."""

from pathlib import Path

import pytest
import yaml

from pourparlers.lexicon import load
from pourparlers.model.text import Alignment, Document, Metadata
from pourparlers.triage import find_topic
from pourparlers.triage.briefs import OtherTopic, names_two_states, other_words
from pourparlers.triage.folding import fold
from pourparlers.triage.topic import BRIEF, Entry

ENTRIES = load("fr/topics", Entry)
OTHERS = load("fr/other_topics", OtherTopic)
BRIEFS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "briefs.yaml").read_text(encoding="utf-8"))


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


@pytest.mark.parametrize("text", BRIEFS["read"])
def test_briefs_on_a_process_are_read(text):
    assert find_topic(document(text)).on


@pytest.mark.parametrize("text", BRIEFS["skipped"])
def test_briefs_on_sport_crime_or_business_are_skipped(text):
    assert not find_topic(document(text)).on


def test_a_weak_word_tells_something_in_briefs_only():
    brief = "La délégation est rentrée. Les détenus attendent."
    assert find_topic(document(brief)).words == ("delegation", "detenus")
    assert find_topic(document(brief + " Il pleut." * BRIEF)).words == ()


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("La ministre kényane s'est rendue en Ouganda.", True),
        ("Ottawa répond à Mexico.", True),
        ("Au Caire, les délégués norvégiens attendent.", True),
        ("L'Ouganda et le président ougandais.", False),
        ("La Corée du Sud a voté.", False),
    ],
)
def test_two_states_are_told_from_one(text, two):
    assert names_two_states(fold(text)) is two


@pytest.mark.parametrize("entry", OTHERS, ids=lambda e: e.start)
def test_every_example_shows_its_other_topic(entry):
    assert fold(entry.start) == entry.start
    assert entry.start in other_words(fold(entry.example))


def test_other_topics_are_sorted_and_said_once():
    starts = [entry.start for entry in OTHERS]
    assert starts == sorted(set(starts))
