"""Cells that no spreadsheet takes for a formula, and references of articles."""

import pytest

from pourparlers.exports import citations
from pourparlers.exports.safe import cell
from pourparlers.store import Store
from pourparlers.views.shown import shown


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", " =", "\u00a0=", "\ufeff=", "\n=", "\uff1d", "\u200b@"])
def test_what_begins_like_a_formula_is_text(begin):
    made = cell(f"{begin}1+1")
    assert made.startswith("'")
    assert made.lstrip("'").endswith("1+1")


@pytest.mark.parametrize("text", ["", "trêve", "« Non »", "12 morts", "l'accord = la paix", "–\u00a0Oui"])
def test_other_text_stays(text):
    assert cell(text) == text


def test_articles_as_references(tiny_dossier):
    with Store.open(tiny_dossier).view() as view:
        found = {item["id"]: item for item in citations.records(shown(view))}
    assert found["sud.txt"] == {
        "id": "sud.txt",
        "type": "article-newspaper",
        "title": "sud.txt",
        "container-title": "Le Sud républicain",
        "language": "fr",
        "issued": {"date-parts": [[2031, 5, 14]]},
    }
    assert "issued" not in found["muet.txt"]
