"""Identifiers: the same parts give the same one, other parts another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.model.ids import LENGTH, content_id

PARTS = st.lists(st.one_of(st.text(), st.integers(), st.none(), st.binary(), st.lists(st.text(), max_size=3)), max_size=4)


@given(PARTS, PARTS)
def test_equal_if_and_only_if_the_parts_are(left, right):
    assert (content_id("x", *left) == content_id("x", *right)) == (left == right)


def test_parts_do_not_run_together():
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_form():
    prefix, _, digits = content_id("doc", b"bytes").partition("-")
    assert prefix == "doc"
    assert len(digits) == LENGTH


def test_what_has_no_content_is_refused():
    with pytest.raises(TypeError, match="object"):
        content_id("x", object())
