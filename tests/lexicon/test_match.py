"""The phrase matcher finds the leftmost longest phrases."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.lexicon import Phrases

PHRASES = Phrases([(["cessez-le-feu"], "truce"), (["cessez-le-feu", "humanitaire"], "pause"), (["feu"], "fire"), (["prise", "de", "la"], "x")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un cessez-le-feu humanitaire", [(1, 3, "pause")]),
        ("un cessez-le-feu fragile", [(1, 2, "truce")]),
        ("feu et feu", [(0, 1, "fire"), (2, 3, "fire")]),
        ("la prise de la ville", [(1, 4, "x")]),
        ("la prise de", []),
        ("", []),
    ],
)
def test_find(text, found):
    assert [(m.first, m.last, m.value) for m in PHRASES.find(text.split())] == found


@given(st.lists(st.sampled_from(["cessez-le-feu", "humanitaire", "feu", "prise", "de", "la", "ville"]), max_size=30))
def test_matches_are_ordered_and_apart(words):
    matches = list(PHRASES.find(words))
    assert all(a.last <= b.first for a, b in pairwise(matches))
    assert all(m.first < m.last <= len(words) for m in matches)


def test_what_can_match_nothing_is_refused():
    with pytest.raises(ValueError, match="empty"):
        Phrases([([], 1)])
    with pytest.raises(ValueError, match="twice"):
        Phrases([(["a"], 1), (["a"], 2)])
