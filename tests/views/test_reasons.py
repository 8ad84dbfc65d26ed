"""Reasons in the language of the reader: every reason that the program gives has its English."""

import re
from pathlib import Path

import pytest

from linking.test_same import CASES as SAME
from linking.test_same import told
from made import redate
from pourparlers.chronicle import build
from pourparlers.lexicon import read_yaml
from pourparlers.linking import link
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.model.time import Published
from pourparlers.views.reasons import Reasons, reason_in

ENTRIES = read_yaml("schema/reasons")["entries"]
_BRACES = re.compile(r"\{\w+\}")


def test_reasons_are_sorted_and_told_once() -> None:
    told_in_french = [entry["fr"] for entry in ENTRIES]
    assert told_in_french == sorted(set(told_in_french))


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["fr"] for entry in ENTRIES])
def test_each_example_is_translated_by_its_entry(entry: dict[str, str]) -> None:
    assert sorted(_BRACES.findall(entry["fr"])) == sorted(_BRACES.findall(entry["en"]))
    english = reason_in("en", entry["example"])
    assert re.fullmatch(".+".join(map(re.escape, _BRACES.split(entry["en"]))), english)
    assert reason_in("fr", entry["example"]) == entry["example"]


def untranslated(reasons: set[str]) -> list[str]:
    return sorted(reason for reason in reasons if reason_in("en", reason) == reason)


def test_linking_and_the_chronicle_give_no_reason_without_english() -> None:
    given: set[str] = set()
    for case in SAME:
        articles = told(case)
        found = link(articles, redate)
        given.update(reason for judgement in found.links for reason in judgement.reasons)
        given.update(reason for entry in build(articles, found) for value in entry.values for reason in value.reasons)
    assert len(given) > 50
    assert untranslated(given) == []


def test_dating_gives_no_reason_without_english(examples: dict[str, list[tuple[Capture, Outcome]]]) -> None:
    readings = [outcome.reading for read in examples.values() for _, outcome in read if outcome.reading is not None]
    given = {reason for r in readings for told_for in (r.dated.published, *r.dated.times) for reason in told_for.reasons}
    assert len(given) > 15
    assert untranslated(given) == []


def test_all_reasons_of_dating_are_listed() -> None:
    """Those in its tables, which the examples need not give."""
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "src/pourparlers/dating").glob("*.py")))
    listed = re.findall(r'": "([^"]*parution[^"]*|année écrite[^"]*)"', source)
    assert len(listed) >= 9
    assert untranslated(set(listed)) == []


def test_a_day_is_told_in_english() -> None:
    known = Published("2031-05-03", "2031-05-03", "2031-05-04", ("2031-05-03", "2031-05-04"), ("trop de jours conviennent",))
    assert list(Reasons("en").published(known)) == ["published: 3 May 2031 (or: 4 May 2031)", "too many days fit"]
    assert next(Reasons().published(known)) == "paru : 3 mai 2031 (ou : 4 mai 2031)"
    assert reason_in("en", "paru sans doute le 1er mars 2031") == "probably published on 1 March 2031"
    assert reason_in("en", "paru en mars 2031") == "published in March 2031"


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("dit par les articles, puis « dix jours » de plus", "told by the articles, then “dix jours” more"),
        ("« deux mois » à partir du 1er mai 2031", "“deux mois” from 1 May 2031"),
        ("« deux mois » à partir du 31 mai 2031, puis « dix jours » de plus", "“deux mois” from 31 May 2031, then “dix jours” more"),
        ("« deux mois » à partir d'un jour que rien ne dit", "“deux mois” from a day that nothing tells"),
    ],
)
def test_how_a_deadline_is_known_is_told_in_english(french: str, english: str) -> None:
    assert reason_in("en", french) == english


def test_what_has_no_english_stays() -> None:
    assert reason_in("en", "parce que c'est ainsi") == "parce que c'est ainsi"
