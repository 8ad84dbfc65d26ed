"""`export --format claims`, `timex` and `documents`."""

import pytest

from pourparlers.exports import claims, documents, timex
from pourparlers.model.claim import Figure
from pourparlers.model.text import Evidence
from pourparlers.store import Store
from pourparlers.views.shown import shown


@pytest.fixture
def view(tiny_dossier):
    with Store.open(tiny_dossier).view() as view:
        yield view


def test_claims_have_the_shape_of_the_guide(view):
    mute, north, south = claims.records(shown(view))
    assert [record["document"] for record in (mute, north, south)] == ["muet.txt", "nord.txt", "sud.txt"]
    assert (mute["published"], north["published"], south["published"]) == (None, "2031-05", "2031-05-14")
    assert south["events"] == [
        {
            "type": "meeting",
            "status": "occurred",
            "start": "2031-05-13",
            "end": "2031-05-13",
            "place": "Port-Sérène",
            "participants": ["Valdor", "Morénie"],
            "claimed_by": None,
            "evidence": "se sont rencontrées mardi à Port-Sérène",
        }
    ]
    assert north["events"][0]["claimed_by"] == "Agence du Delta"
    assert south["statements"] == [
        {"speaker": "Anton Brisk", "kind": "direct", "date": "2031-05-13", "text": "Nous voulons un cessez-le-feu immédiat"},
    ]
    assert south["positions"] == [{"party": "Valdor", "stance": "demands", "issue": "ceasefire", "text": "un cessez-le-feu immédiat"}]
    assert south["figures"] == [{"value": 12, "what": "soldats", "claimed_by": "armée morénienne", "text": "avoir tué douze soldats"}]


@pytest.mark.parametrize(("value", "written"), [(12.0, "12"), (2.5, "2.5")])
def test_whole_numbers_are_written_whole(value, written):
    assert str(claims.whole(value)) == written


def test_a_range_has_a_row_for_each_end():
    told = Figure(
        id="f", evidence=Evidence("d", 0, 16, "deux ou trois ans", "counted:an"), value=2, what="ans", type="other", bound="range", low=2.0, high=3.0
    )
    assert [row["value"] for row in claims.figures(told)] == [2, 3]


def test_timex_gives_offsets_into_the_text_as_it_was_given(view):
    south = list(timex.records(view, shown(view)))[-1]
    assert south == {"id": "sud.txt", "timex": [{"start": 63, "end": 68, "value": "2031-05-13", "text": "mardi"}]}


def test_documents_together_and_alone(view):
    together = {record["id"]: record for record in documents.records(view, shown(view))}
    alone = {record["id"]: record for record in documents.records(view, shown(view), alone=True)}
    assert list(together["sud.txt"]) == ["id", "published", "outlet", "agency", "family", "language", "title", "text"]
    assert (together["nord.txt"]["published"]["best"], alone["nord.txt"]["published"]["best"]) == ("2031-05-15", "2031-05")
    assert alone["muet.txt"]["published"] == {"best": None, "earliest": None, "latest": None, "candidates": [], "other_years": [], "reasons": []}
    assert together["sud.txt"]["family"] == together["nord.txt"]["family"] != together["muet.txt"]["family"]


def test_as_of_a_day(view):
    then = shown(view, "2031-05-14")
    assert [record["document"] for record in claims.records(then)] == ["sud.txt"]
    assert [record["id"] for record in documents.records(view, then)] == ["sud.txt"]
    assert [record["id"] for record in timex.records(view, then)] == ["sud.txt"]
