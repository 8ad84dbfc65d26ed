"""The sentence before and after a passage."""

import pytest

from pourparlers.views.passages import passage

TEXT = "Un. Deux ici. Trois mots là. Quatre, cinq ! « Six ? » Sept."


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("mots", "Deux ici. Trois ", " là. Quatre, cinq ! "),
        ("Un", "", ". Deux ici. "),
        ("Sept", "« Six ? » ", "."),
        ("Trois mots là. Quatre, cinq !", "Deux ici. ", " « Six ? » Sept."),
    ],
)
def test_passage(words, before, after):
    start = TEXT.index(words)
    found = passage(TEXT, start, start + len(words))
    assert (found.words, found.after) == (words, after)
    assert found.before == before


def test_a_text_without_sentences_is_cut():
    found = passage("mot " * 1000, 2000, 2003)
    assert len(found.before) == 600
    assert len(found.after) == 600
