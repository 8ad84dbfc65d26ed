"""The parts of reading positions that whole articles enter seldom: who judges, what is judged, who bears a position; the groups of words."""

import unicodedata

import pytest

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.claims.positions import judged, parties, refusals
from pourparlers.claims.positions.candidates import from_cues
from pourparlers.dating import date_document
from pourparlers.lexicon import Group, load
from pourparlers.mentions import find_mentions

GROUPS = load("fr/claim_words", Group)


def sorting(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def word(annotated, text):
    """The token of that text."""
    return next(t for t in annotated.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "adjective", "agent", "thing"),
    [
        (
            "Le front a présenté des demandes jugées inacceptables par la Norvège.",
            "jugées",
            "inacceptables",
            "Norvège",
            "des demandes jugées inacceptables par la Norvège",
        ),
        ("Ce plan, jugé irrecevable par Oslo, a été retiré.", "jugé", "irrecevable", "Oslo", "Ce plan, jugé irrecevable par Oslo"),
        ("Une offre jugée inacceptable circule.", "jugée", "inacceptable", None, None),
    ],
)
def test_who_judges_in_a_passive_and_what(annotate, text, verb, adjective, agent, thing):
    annotated = annotate(text)
    found = judged._agent(annotated, word(annotated, verb), word(annotated, adjective))
    assert (None if found is None else found.text) == agent
    if found is not None:
        span = judged._judged_before(annotated, word(annotated, verb), found)
        assert span is not None
        assert annotated.document.quote(span) == thing


def test_a_thing_far_before_its_judgement_is_not_told(annotate):
    text = "Le plan que les deux médiateurs avaient remis lundi soir aux délégations réunies dans la capitale est jugé irrecevable par la Norvège."
    annotated = annotate(text)
    assert judged._judged_before(annotated, word(annotated, "jugé"), word(annotated, "Norvège")) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le roi considère l'annexion comme une déclaration de guerre.", True),
        ("L'émir voit ce traité comme une trahison.", True),
        ("La ville est coupée en deux comme une pomme.", False),
    ],
)
def test_as_what_somebody_sees_a_thing(annotate, text, told):
    annotated = annotate(text)
    assert refusals._judged(annotated, word(annotated, "comme")) is told


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("Le roi répète que l'annexion serait une trahison.", "serait", "l'annexion serait"),
        ("Il a signé, mais l'accord est une trahison.", "est", "l'accord est"),
        ("L'accord est une trahison.", "est", "L'accord est"),
    ],
)
def test_a_clause_begins_behind_its_conjunction(annotate, text, verb, clause):
    annotated = annotate(text)
    at = word(annotated, verb)
    first = annotated.tokens[refusals._clause_begin(annotated, at)]
    assert annotated.document.text[first.start : at.end] == clause


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Les partisans d'une transition courte ont manifesté.", "partisans d'une transition courte"),
        ("Les partisans d'un accord signé lundi ont manifesté.", "partisans d'un accord"),
        ("Les opposants au plan de partage et leurs alliés ont manifesté.", "opposants au plan de partage"),
    ],
)
def test_who_bears_a_position_is_named_as_the_text_does(annotate, text, name):
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    context = Context(annotated, find_mentions(annotated), dated)
    bearers = [parties._bearer(context, c).name for c in from_cues(annotated) if c.bearer]
    assert bearers == [name]


def test_groups_of_words_are_sorted_and_repeat_nothing():
    names = [each.group for each in GROUPS]
    assert names == sorted(set(names))
    for each in GROUPS:
        keys = [sorting(w) for w in each.words]
        assert keys == sorted(keys), each.group
        assert len(set(each.words)) == len(each.words), each.group


@pytest.mark.parametrize("each", GROUPS, ids=lambda g: g.group)
def test_each_group_shows_one_of_its_words(annotate, each):
    annotated = annotate(each.example)
    forms = {form for t in annotated.tokens for form in (t.lemma, t.lower, sorting(t.lower))}
    assert any(w in forms or w in sorting(each.example.lower()) for w in each.words)
    assert group(each.group) == frozenset(each.words)
