"""The table of tests/cases/world.yaml: what the world knows dates a text that names no day; and what the document's own day makes of it."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.dating.conftest import document_of

from pourparlers.dating import date_document
from pourparlers.dating.chronology import Beginning, not_before
from pourparlers.dating.tolls import WORLD, counts, told_tolls
from pourparlers.lexicon import load
from pourparlers.lexicon.groups import Group
from pourparlers.mentions.world import states
from pourparlers.model.calendar import iso, prefix_days
from pourparlers.model.naming import fold
from pourparlers.model.time import Published

CASES = yaml.load((Path(__file__).parent.parent / "cases" / "world.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
BEGINNINGS = load("world/chronology", Beginning)
TOLL_WORDS = load("fr/toll_words", Group)


def published(text: str, declared: str | None = None, horizon: str = "2020-12-31") -> Published:
    return date_document(document_of(text, declared, horizon))[0].published


@pytest.mark.parametrize("case", [case for case in CASES if "since" in case], ids=lambda case: case["text"][:40])
def test_what_did_not_exist_before_bounds_a_text(case: dict[str, str]) -> None:
    bound, days = not_before(case["text"]), prefix_days(case["since"])
    assert (None if bound is None else iso(bound.first)) == (None if days is None else iso(days.first))
    assert bound is None or bound.quote in case["text"]


@pytest.mark.parametrize("case", [case for case in CASES if "toll" in case], ids=lambda case: case["text"][:40])
def test_a_toll_is_of_the_days_on_which_it_stood_so(case: dict[str, str]) -> None:
    told = dict.fromkeys((iso(toll.days.first), iso(toll.days.last)) for toll in told_tolls(case["text"]))
    assert ", ".join(first if first == last else f"{first}/{last}" for first, last in told) == case["toll"]


@pytest.mark.parametrize("entry", BEGINNINGS, ids=lambda entry: entry.name)
def test_every_beginning_is_known_by_its_example(entry: Beginning) -> None:
    bound, since = not_before(entry.example), prefix_days(entry.since)
    assert since is not None
    assert bound is not None
    assert (fold(bound.quote), bound.first) == (fold(entry.name), since.first)


def test_beginnings_are_sorted_and_given_once() -> None:
    names = [fold(entry.name) for entry in BEGINNINGS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("entry", TOLL_WORDS, ids=lambda entry: entry.group)
def test_words_of_tolls_are_given_once_and_stand_in_their_example(entry: Group) -> None:
    assert len(set(entry.words)) == len(entry.words)
    assert any(fold(word) in fold(entry.example) for word in entry.words)


def test_tolls_are_of_states_and_grow_with_their_days() -> None:
    codes = {state.code for state in states()} | {WORLD}
    for (code, kind), told in counts().items():
        assert code in codes
        assert kind in ("deaths", "cases")
        assert [day for day, _ in told] == sorted({day for day, _ in told})
        assert told[-1][1] > told[0][1] > 0
    assert {(WORLD, "deaths"), (WORLD, "cases")} <= set(counts())


def test_what_a_text_names_and_the_day_on_which_it_was_known_give_the_year() -> None:
    text = "La présidente a reçu les délégués mardi 18 août, malgré la pandémie de Covid-19."
    found = published(text)
    assert found.best == "2020-08-18"
    assert found.other_years == ()
    assert "« Covid » : l’article n’est pas antérieur à 2020" in found.reasons
    assert published(text.replace(", malgré la pandémie de Covid-19", "")).other_years != ()


def test_a_bound_is_only_a_bound() -> None:
    text = "La présidente a reçu les délégués mercredi 18 août, des années après la pandémie de Covid-19."
    found = published(text, horizon="2026-11-22")
    assert {day[:4] for day in (*found.candidates, *found.other_years)} == {"2021"}
    assert published(text, "2031-05-15", "2032-01-01").best == "2031-05-15"
    assert published(text, horizon="2019-12-31").best is not None


def test_a_text_without_any_day_still_says_since_when() -> None:
    found = published("La pandémie de Covid-19 complique les pourparlers.")
    assert (found.best, found.candidates) == (None, ())
    assert "« Covid » : l’article n’est pas antérieur à 2020" in found.reasons


def test_a_toll_gives_the_day() -> None:
    found = published("Les délégués se sont vus mardi. Le coronavirus a déjà tué 410.150 personnes dans le monde.")
    assert found.candidates[0] == "2020-06-09"
    assert any("410.150 personnes" in reason for reason in found.reasons)


def test_a_day_named_after_the_horizon_is_no_evidence() -> None:
    assert date.fromisoformat(published("Le Covid-19 inquiète. Ils se sont vus mardi 18 août.", horizon="2012-12-31").candidates[0]).year <= 2012
