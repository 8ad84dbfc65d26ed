"""The table of tests/cases/published.yaml: the day that a text tells of itself by its head and its foot, as cleaning and dating read them."""

import pytest
from tests.dating.conftest import read_cases

from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.model.text import Capture, Document, Metadata

BODY = (
    "Les délégués des deux camps se sont retrouvés dans un hôtel du centre pour un nouveau tour de table, a indiqué la médiation. "
    "Aucun d'eux n'a voulu dire ce qui restait à régler."
)


def document_of_capture(text: str) -> Document:
    content = text.replace("BODY", BODY).encode()
    document, _ = clean(Capture("doc-test", "test", content, "text/plain", "test", "2026-06-30", None, Metadata()))
    assert document is not None
    return document


@pytest.mark.parametrize("case", read_cases("published"), ids=lambda case: case["text"].replace("\n", " ")[:60])
def test_case(case):
    document = document_of_capture(case["text"])
    day = case["day"]
    assert date_document(document)[0].published.best == (None if day is None else str(day))
    assert document.text.startswith(case.get("first", "").replace("BODY", BODY))


def test_a_weekday_in_a_dateline_leaves_the_days_of_that_weekday_in_the_month_at_the_head():
    document = document_of_capture("date 2020-06\nJuba, mercredi. BODY")
    published = date_document(document)[0].published
    assert sorted(published.candidates) == ["2020-06-03", "2020-06-10", "2020-06-17", "2020-06-24"]


def test_a_dateline_with_an_impossible_day_is_told():
    _, issues = clean(Capture("doc-test", "test", f"Maputo, 31 juin 2024 – {BODY}".encode(), "text/plain", "test", "2026-06-30", None, Metadata()))
    assert [issue.kind for issue in issues] == ["impossible-date"]
