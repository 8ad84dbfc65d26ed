"""Positions from text to rows: who, which stance, on what, in which words."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from pourparlers.annotation import annotate as annotate_document
from pourparlers.claims import read_claims
from pourparlers.claims.context import Context
from pourparlers.claims.positions import find_positions
from pourparlers.claims.positions.listed import Demand, from_lists
from pourparlers.claims.positions.musts import Duty
from pourparlers.claims.positions.refusals import Refusal
from pourparlers.claims.positions.standing import Onlooker, looks_on
from pourparlers.claims.statements import find_statements
from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.model.text import Capture, Metadata

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "positions.yaml").read_text(encoding="utf-8"))
ARTICLES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "positions_articles.yaml").read_text(encoding="utf-8"))

ONLOOKERS = load("fr/onlookers", Onlooker)
REFUSALS = load("fr/refusals", Refusal)
DUTIES = load("fr/duties", Duty)
DEMANDS = load("fr/demands", Demand)


def sorting(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@pytest.fixture(scope="module")
def positions(annotate):
    """A function from a text to its positions."""

    def read(text):
        annotated = annotate(text)
        dated, _ = date_document(annotated.document, annotated)
        context = Context(annotated, find_mentions(annotated), dated)
        statements, voices = find_statements(context)
        return find_positions(context, voices, statements)

    return read


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_phrase_gives_its_rows(positions, case):
    found = positions(case["text"])
    assert [(p.party.name, p.stance) for p in found] == [(party, stance) for party, stance, _, _ in case["rows"]]
    for position, (_, _, issue, thing) in zip(found, case["rows"], strict=True):
        assert issue is None or position.issue == issue
        assert thing in position.evidence.quote


def test_evidence_is_verbatim_and_ids_are_unique(positions):
    text = " ".join(case["text"] for case in CASES)
    found = positions(text)
    assert found
    for position in found:
        assert text[position.evidence.start : position.evidence.end] == position.evidence.quote
    assert len({p.id for p in found}) == len(found)


def test_what_is_told_twice_is_one_position(positions):
    text = "La Suède exige le retrait des troupes étrangères.\nLa Suède a de nouveau exigé un retrait immédiat des troupes étrangères."
    assert [p.evidence.quote for p in positions(text)] == ["un retrait immédiat des troupes étrangères"]


def test_we_in_a_quotation_is_the_speaker_s_side(positions):
    text = "«Nous exigeons la libération de tous les otages», a déclaré le ministre suédois des Affaires étrangères, Karl Lindqvist."
    assert [(p.party.name, p.stance, p.issue) for p in positions(text)] == [("Suède", "demands", "prisoners")]


def test_without_a_party_there_is_no_position(positions):
    assert positions("Il a plu toute la nuit. Exiger la paix ne suffit pas.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "exige",
        "exige que",
        "si",
        "à condition que",
        "« exige « le retrait",
        "refuse de de de de",
        "(" * 300 + "exige",
        "La majorité exige un retrait.",
        "L'ensemble exige.",
        "parmi ses exigences figure",
        "parmi ses exigences figure parmi ses exigences figure",
        "exigences :",
        "exige :",
        "Il exige :\n-\n-",
        "fait de une condition",
        "une condition est",
        "juge inacceptable",
        "a qualifié d'« inacceptable »",
        "Aux termes de l'accord,",
        "« Que »",
        "« Que que que que que que »",
        "Il n'y aura",
        "il serait prématuré de",
    ],
)
def test_fragments_do_no_harm(positions, text):
    assert isinstance(positions(text), tuple)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("La Suède a appelé mardi le Danemark à lever son embargo.", "Danemark"),
        ("Le Kenya a proposé à l'Ouganda une rencontre à Nairobi.", "Ouganda"),
        ("La Suède exige le retrait de toutes les forces étrangères.", None),
    ],
)
def test_who_is_asked(positions, text, addressee):
    (position,) = positions(text)
    assert (position.addressee.name if position.addressee is not None else None) == addressee


def test_the_day_of_a_position_stands_beside_its_verb(positions):
    (position,) = positions("La Suède a appelé le 3 mars 2021 le Danemark à lever son embargo d'ici le 5 mai 2021.")
    assert position.said_on.start == "2021-03-03"


def test_a_day_within_the_thing_is_not_that_of_the_position(positions):
    (position,) = positions("La Suède exige un retrait des troupes étrangères le 5 mai 2021.")
    assert position.said_on.start is None


@pytest.mark.parametrize("entry", ONLOOKERS, ids=lambda e: e.noun)
def test_an_onlooker_takes_no_position(positions, entry):
    assert looks_on(entry.noun)
    assert positions(entry.example) == ()


def test_onlookers_are_sorted_and_listed_once():
    nouns = [entry.noun for entry in ONLOOKERS]
    assert nouns == sorted(set(nouns))


@pytest.mark.parametrize("entry", REFUSALS, ids=lambda e: e.lemma)
def test_a_refusal_in_one_s_own_words_is_one(positions, entry):
    before, _, rest = entry.example.partition("[")
    refused, _, behind = rest.partition("]")
    found = [(p.party.name, p.stance, p.evidence.quote) for p in positions(before + refused + behind)]
    assert found == [("Suède", "rejects", refused)]


def test_refusals_are_sorted_and_listed_once():
    keys = [(sorting(entry.lemma), entry.shape) for entry in REFUSALS]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("entry", DEMANDS, ids=lambda e: e.noun)
def test_a_thing_told_under_a_noun_of_demanding_is_asked(annotate, entry):
    before, _, rest = entry.example.partition("[")
    thing, _, behind = rest.partition("]")
    annotated = annotate(before + thing + behind)
    found = [(c.stance, annotated.document.quote(c.span)) for c in from_lists(annotated)]
    assert (entry.stance, thing) in found


def test_nouns_of_demanding_are_sorted_and_listed_once():
    nouns = [sorting(entry.noun) for entry in DEMANDS]
    assert nouns == sorted(set(nouns))


@pytest.mark.parametrize("entry", DUTIES, ids=lambda e: e.word)
def test_what_a_speaker_says_is_due_is_demanded(positions, entry):
    before, _, rest = entry.example.partition("[")
    due, _, behind = rest.partition("]")
    (found,) = positions(before + due + behind)
    assert (found.party.name, found.stance) == ("Suède", "demands")
    assert due in found.evidence.quote


def test_duties_are_sorted_and_listed_once():
    words = [sorting(entry.word) for entry in DUTIES]
    assert words == sorted(set(words))


def rows_of(found):
    return [[p.party.name, p.stance, p.issue, p.evidence.quote] for p in found]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["name"])
def test_an_article_gives_all_its_positions(article):
    raw = article["text"].encode()
    document = clean(Capture("doc-article", "article", raw, "text/plain", "article", "2026-11-21", "utf-8", Metadata()))[0]
    annotated = annotate_document(document)
    dated, _ = date_document(document, annotated)
    found = rows_of(read_claims(annotated, find_mentions(annotated), dated).positions)
    assert sorted(found) == sorted(article["rows"])
    assert not [row for row in article["missing"] if row in found], "read by now: move it to the rows"
