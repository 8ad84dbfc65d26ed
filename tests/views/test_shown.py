"""The chronicle as of a day: only from what surely was published by then."""

from dataclasses import replace

import pytest

import tiny
from made import article
from pourparlers.pipeline import derive
from pourparlers.store import Store
from pourparlers.views.actors import actors
from pourparlers.views.figures import amount, french_number
from pourparlers.views.search import search
from pourparlers.views.shown import _Then, shown


@pytest.fixture
def view(tiny_dossier):
    with Store.open(tiny_dossier).view() as view:
        yield view


def documents(scene):
    return sorted(scene.names[document] for document in scene.cards)


def test_now_everything_is_shown(view):
    scene = shown(view)
    assert documents(scene) == sorted(tiny.TEXTS)
    assert scene.entries() == tiny.entries()
    assert scene.undated == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-05-13", []),
        ("2031-05-14", ["sud.txt"]),
        ("2031-05-15", ["nord.txt", "sud.txt"]),
    ],
)
def test_as_of_a_day(view, day, expected):
    scene = shown(view, day)
    assert documents(scene) == expected
    assert [scene.names[document] for document in scene.undated] == ["muet.txt"]
    assert {name for entry in scene.entries() for name in (scene.names[document] for document in entry.documents)} == set(expected)


def test_days_are_those_of_then_alone(view):
    assert shown(view).told_on(tiny.capture("nord.txt").id) == "2031-05-15"
    assert shown(view, "2031-05-15").cards[tiny.capture("nord.txt").id].alone.best == "2031-05"


def test_outlets_stand_for_documents(view):
    scene = shown(view)
    assert scene.outlet(tiny.capture("sud.txt").id) == "Le Sud républicain"
    assert scene.outlet(tiny.capture("muet.txt").id) == "muet.txt"


def test_an_outlet_is_shown_in_one_spelling():
    told = ("ACTU DU VAL", "Actu du Val", "ACTU DU VAL")
    readings = tuple(article(f"article {i}", "2031-05-14", outlet=outlet) for i, outlet in enumerate(told))
    scene = _Then(readings, derive(readings), {r.document: r.name for r in readings}, (), ())
    assert {scene.outlet(reading.document) for reading in readings} == {"Actu du Val"}


def test_actors_are_counted_once_a_claim(view):
    rows = {row.name: (row.documents, row.claims) for row in actors(shown(view))}
    assert rows["Valdor"] == (1, 2)
    assert rows["Agence du Delta"] == (1, 1)


@pytest.mark.parametrize(
    ("value", "said"),
    [(12.0, "12"), (142500.0, "142\u202f500"), (2.5, "2,5"), (1234.5, "1\u202f234,5"), (12345678901.0, "12\u202f345\u202f678\u202f901")],
)
def test_numbers(value, said):
    assert french_number(value) == said


def test_ranges_and_bounds_are_said():
    figure = tiny.readings()
    (killed,) = (claim for reading in figure for claim in reading.figures)
    assert amount(replace(killed, bound="at_least")) == "au moins 12"
    assert amount(replace(killed, bound="range", low=10.0, high=12.5)) == "entre 10 et 12,5"


def test_search_marks_every_word(view):
    (hit,) = search(view, shown(view), "délégation rencontrer")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["délégations", "rencontrées"]
    assert search(view, shown(view, "2031-05-13"), "délégation") == []


def test_a_snippet_begins_and_ends_with_whole_words(tmp_path, monkeypatch):
    monkeypatch.setitem(tiny.TEXTS, "muet.txt", "mot " * 200 + tiny.TEXTS["muet.txt"] + " mot" * 200)
    with tiny.make(tmp_path / "long.db").view() as long_view:
        (hit,) = search(long_view, shown(long_view), "trêve")
    assert hit.snippet.startswith("mot ")
    assert hit.snippet.endswith(" mot")
    assert len(hit.snippet) < 500


def test_then_answers_as_now_does(view):
    now, then = shown(view), shown(view, "2031-05-15")
    south = tiny.capture("sud.txt").id
    entry = then.entry_of("event-1a")
    assert entry is not None
    assert "event-1a" in entry.members
    assert then.entry_of("commitment-3a") is None
    assert then.reading(south) == now.reading(south)
    assert then.entries_at(south, 0, 84) == (entry.id,)
    assert all("event-1a" in (link.left, link.right) for link in then.links("event-1a"))
    assert sorted(then.claims) == sorted(claim for claim in now.claims if not claim.endswith("-3a"))
