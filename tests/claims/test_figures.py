"""Figures from text to rows: how many of what, of which type, by whom."""

import dataclasses
import unicodedata
from pathlib import Path

import pytest
import yaml

from pourparlers.claims.context import Context
from pourparlers.claims.figures import find_figures
from pourparlers.claims.figures.counted import Counted
from pourparlers.claims.figures.epidemics import Illness
from pourparlers.claims.figures.fates import Fate, agreeing
from pourparlers.claims.figures.tallies import Tally
from pourparlers.claims.voices import Voice, Voices
from pourparlers.dating import date_document
from pourparlers.lexicon import load, read_yaml
from pourparlers.mentions import find_mentions
from pourparlers.model.claim import Agent, Attribution, Event, When
from pourparlers.model.mention import Mentions, Quantity
from pourparlers.model.text import Span, evidence
from pourparlers.model.time import Dated, Published

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "figures.yaml").read_text(encoding="utf-8"))
COUNTED = load("fr/counted", Counted)
FATES = load("fr/fates", Fate)
TALLIES = load("fr/tallies", Tally)
ILLNESSES = load("fr/epidemics", Illness)
TYPES = {entry["figure"] for entry in read_yaml("schema/figure")["entries"]}


def sorting(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@pytest.fixture(scope="module")
def context(annotate):
    """A function from a text to what readers of claims work on."""

    def of(text):
        annotated = annotate(text)
        return Context(annotated, find_mentions(annotated), Dated(Published()))

    return of


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_a_phrase_gives_its_rows(context, case):
    found = find_figures(context(case["text"]), Voices(), ())
    assert [[f.value, f.what, f.type, f.bound] for f in found] == case["rows"]


@pytest.mark.parametrize("entry", COUNTED, ids=lambda e: e.lemma)
def test_each_counted_noun_makes_the_figure_it_should(context, entry):
    found = find_figures(context(entry.example), Voices(), ())
    if entry.kind == "none":
        assert not found
    else:
        assert found
        assert entry.kind in (found[0].type, "people", "term", "share")


@pytest.mark.parametrize("fate", FATES, ids=lambda f: f.phrase)
def test_each_fate_completes_its_figure(context, fate):
    found = find_figures(context(fate.example), Voices(), ())
    assert found
    assert sorting(fate.participle)[:4] in sorting(found[0].what) or found[0].type == fate.kind


@pytest.mark.parametrize("keys", [[sorting(e.lemma) for e in COUNTED], [sorting(f.phrase) for f in FATES], [sorting(t.verb) for t in TALLIES]])
def test_lexicons_are_sorted_and_repeat_nothing(keys):
    assert keys == sorted(set(keys))


def test_kinds_are_types_of_the_schema():
    assert {e.kind for e in COUNTED} <= TYPES | {"people", "share", "term", "none"}
    assert {f.kind for f in FATES} <= TYPES


@pytest.mark.parametrize("tally", TALLIES, ids=lambda t: t.verb)
def test_each_verb_of_counting_gives_the_number_to_its_subject(context, tally):
    found = find_figures(context(tally.example), Voices(), ())
    assert [f.attribution[-1].verb for f in found] == [tally.verb]
    assert found[0].claimant.split()[-1] in tally.example[: found[0].attribution[-1].start]


def test_whoever_counts_may_stand_behind_a_passive(context):
    (figure,) = find_figures(context("Trente violations ont été recensées par la mission."), Voices(), ())
    assert figure.claimant == "mission"


def test_a_figure_is_claimed_by_whoever_tells_it(context):
    text = "Selon la Croix-Rouge, 300 civils ont été tués."
    told = Attribution(Agent("Croix-Rouge"), "selon", 0, 20)
    figures = find_figures(context(text), Voices((Voice(Span(0, len(text)), (told,)),)), ())
    assert [(f.value, f.claimant) for f in figures] == [(300, "Croix-Rouge")]


def test_a_figure_measures_the_event_of_its_sentence(context):
    text = "Un raid a visé le port. Le bombardement a fait douze morts."
    c = context(text)
    raid, strike = (_event(c.document, text.index(word), word) for word in ("raid", "bombardement"))
    assert [f.event for f in find_figures(c, Voices(), (raid, strike))] == [strike.id]


def _event(document, start, word):
    span = Span(start, start + len(word))
    return Event(id=f"event-{word}", evidence=evidence(document, span, "test"), type="attack", subtype=None, status="occurred", trigger=span)


def test_a_number_without_a_noun_counts_what_the_last_one_did(annotate):
    text = "Douze roquettes sont tombées, neuf mardi."
    annotated = annotate(text)
    twelve = Quantity(Span(0, 15), Span(0, 5), 12, "exact", "roquettes", 1)
    nine = Quantity(Span(30, 34), Span(30, 34), 9, "exact", "", annotated.token_at(30).i)
    found = find_figures(Context(annotated, Mentions((), (), (), (twelve, nine)), Dated(Published())), Voices(), ())
    assert [(f.value, f.what) for f in found] == [(12, "roquettes"), (9, "roquettes")]


def test_participles_agree(annotate):
    women, men = annotate("femmes"), annotate("hommes")
    assert agreeing(women, "tué", dataclasses.replace(women.tokens[0], morph="Gender=Fem|Number=Plur")) == "tuées"
    assert agreeing(men, "tué", dataclasses.replace(men.tokens[0], morph="Gender=Masc|Number=Sing")) == "tué"
    assert agreeing(men, "ayant fui", men.tokens[0]) == "ayant fui"


@pytest.mark.parametrize("text", ["", "12", "12 12 12", "plus de", "50 %", "9" * 400 + " morts", "de 3 à", "trois" * 50])
def test_fragments_do_no_harm(context, text):
    assert isinstance(find_figures(context(text), Voices(), ()), tuple)


@pytest.mark.parametrize("entry", ILLNESSES, ids=lambda e: e.word)
def test_the_dead_of_an_illness_are_no_figure_but_those_of_violence_are(context, entry):
    assert bool(find_figures(context(entry.example), Voices(), ())) is entry.violence


def test_the_words_of_illness_are_sorted_and_listed_once():
    words = [sorting(e.word) for e in ILLNESSES]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le 3 mai 2021, l'attaque a fait quinze morts.", "2021-05-03"),
        ("En 2019, la guerre a fait 400 morts.", "2019"),
        ("L'attaque a fait quinze morts.", None),
        ("L'attaque a fait quinze morts dans le camp qui avait ouvert le 3 mai 2021.", None),
        ("Depuis le 3 mai 2021, les combats ont fait quinze morts.", None),
        ("Mille prisonniers seront échangés le 3 mai 2031.", "2031-05-03"),
    ],
)
def test_a_figure_holds_for_the_day_that_its_clause_tells(annotate, text, day):
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    found = find_figures(Context(annotated, find_mentions(annotated), dated), Voices(), ())
    assert [f.as_of.start for f in found] == [day]


def test_a_figure_holds_for_the_day_of_its_event(context):
    of = context("L'attaque a fait quinze morts.")
    event = Event(
        id="event",
        evidence=evidence(of.document, Span(0, 9), "test"),
        type="attack",
        subtype=None,
        status="occurred",
        trigger=Span(2, 9),
        when=When("2021-05-03", "2021-05-03"),
    )
    assert [f.as_of.start for f in find_figures(of, Voices(), (event,))] == ["2021-05-03"]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Le dernier bilan de la Croix-Rouge est d'au moins 78 morts.", "Croix-Rouge"),
        ("Le bilan communiqué par la Croix-Rouge s'élève à 50 morts.", "Croix-Rouge"),
        ("Le bilan de l'attaque de la Turquie est de 30 morts.", None),
        ("Le bilan de la Croix-Rouge a déçu, et 31 soldats sont morts.", None),
        ("Un premier bilan officiel fait état de 60 morts.", "premier bilan officiel"),
        ("Les données de la Croix-Rouge ont montré que 60 familles étaient parties.", "Croix-Rouge"),
        ("Trente gardes sont détenus au port, selon une liste dressée par la Croix-Rouge.", "Croix-Rouge"),
        ("Les prisonniers politiques, estimés à une centaine par la Croix-Rouge, attendent.", "Croix-Rouge"),
        ("Selon l'éditeur, 30 cartes ont été vendues.", "éditeur"),
        ("Selon la hauteur du mur, 30 cartes ont été vendues.", None),
        ("Trente gardes ont été tués, selon le plan de paix qui sera signé.", None),
        ("La ville retient cinq captifs tandis que 18 soldats sont emprisonnés, selon une -", None),
    ],
)
def test_a_count_belongs_to_whoever_gives_it(context, text, claimant):
    figures = find_figures(context(text), Voices(), ())
    assert {figure.claimant for figure in figures} == {claimant}


def test_a_source_in_the_passive_holds_for_its_own_number(context):
    figures = find_figures(context("La ville a libéré 110 captifs, dont 50 sont considérés comme malades par la Croix-Rouge."), Voices(), ())
    assert [(f.value, f.claimant) for f in figures] == [(110, None), (50, "Croix-Rouge")]
