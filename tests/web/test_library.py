"""Dossiers as the site keeps them: shown as they are now, though nobody derives them anew."""

import pytest

import tiny
from pourparlers.sources.formats import SUFFIXES
from pourparlers.store import Store
from pourparlers.web.library import Library
from pourparlers.web.uploads import ENDINGS


@pytest.fixture
def library(tmp_path) -> Library:
    tiny.make(tmp_path / "talks_2031.db")
    return Library([tmp_path / "talks_2031.db"])


def test_scenes_are_kept_until_something_is_written(library):
    assert library.scene("talks-2031") is library.scene("talks-2031")
    assert library.scene("talks-2031").title == "Talks 2031"


@pytest.mark.parametrize("as_of", [None, "2031-05-16"])
def test_a_title_shows_as_soon_as_it_is_given(library, tmp_path, as_of):
    before = library.scene("talks-2031", as_of)
    with Store.open(tmp_path / "talks_2031.db").writer() as writer:
        writer.meta("title", "Pourparlers du Delta")
    assert library.scene("talks-2031", as_of).title == "Pourparlers du Delta"
    assert library.scene("talks-2031", as_of).shown.entries() == before.shown.entries()


def test_all_that_is_read_can_be_chosen_for_upload():
    assert ENDINGS == SUFFIXES
