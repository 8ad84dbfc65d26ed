"""Lexicons of positions: every example shows its entry at work; sorted; nothing given twice."""

import re
import unicodedata

import pytest

from pourparlers.claims.positions.candidates import from_cues
from pourparlers.claims.positions.conditions import Connector, from_conditions
from pourparlers.claims.positions.issues import classify, issues
from pourparlers.claims.positions.stances import Stance
from pourparlers.claims.positions.texts import Text
from pourparlers.lexicon import load

GUIDE = {
    "ceasefire",
    "withdrawal",
    "territory",
    "security_alliance",
    "humanitarian",
    "prisoners",
    "sanctions",
    "arms",
    "recognition",
    "meeting",
    "other",
}
STANCES = load("fr/stances", Stance)
CONNECTORS = load("fr/conditions", Connector)
TEXTS = load("fr/texts", Text)


def marked(example):
    """The example without its brackets, and the words between them."""
    return example.replace("[", "").replace("]", ""), re.search(r"\[(.*)\]", example).group(1)


def sorting(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@pytest.mark.parametrize("entry", STANCES, ids=lambda e: f"{e.lemma}-{e.category}")
def test_each_word_of_stance_finds_its_thing(annotate, entry):
    text, thing = marked(entry.example)
    annotated = annotate(text)
    found = {(c.rule.split(":")[1], annotated.document.quote(c.span)) for c in from_cues(annotated)}
    assert any(lemma == entry.lemma and thing in quote for lemma, quote in found), found


@pytest.mark.parametrize("connector", CONNECTORS, ids=lambda c: c.phrase)
def test_each_connector_opens_its_condition(annotate, connector):
    text, condition = marked(connector.example)
    annotated = annotate(text)
    assert [annotated.document.quote(c.span) for c in from_conditions(annotated, ())] == [condition]


@pytest.mark.parametrize("issue", issues(), ids=lambda i: i.issue)
def test_each_issue_is_told_by_its_example(issue):
    about = classify([issue.example])
    assert about is not None
    assert (about.issue, about.guide) == (issue.issue, issue.guide)


def test_issues_map_to_those_of_the_guide_and_cover_them():
    assert {issue.guide for issue in issues()} == GUIDE


@pytest.mark.parametrize(
    "keys",
    [
        [(sorting(e.lemma), e.category, e.stance, e.reflexive, e.frames) for e in STANCES],
        [sorting(t.lemma) for t in TEXTS],
        [i.issue for i in issues()],
    ],
)
def test_lexicons_are_sorted_and_repeat_nothing(keys):
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("entry", STANCES, ids=lambda e: f"{e.lemma}-{e.category}")
def test_stances_and_things_are_of_the_closed_lists(entry):
    assert {entry.stance, entry.negated, entry.on_talks} <= {"demands", "offers", "accepts", "rejects", "conditions", None}
    assert entry.things in ("any", "acts", "negotiable", "pacts", "texts", "talks")
    assert entry.category in ("verb", "noun", "adjective", "provision")


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.lemma)
def test_texts_are_of_a_known_kind_and_stand_in_their_example(text):
    assert text.kind in ("deal", "plan", "matter", "act", "part")
    assert sorting(text.lemma)[:4] in sorting(text.example.lower())
