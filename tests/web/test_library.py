"""Dossiers as the site keeps them: shown as they are now, though nobody derives them anew."""

import httpx
import pytest

import tiny
from pourparlers.sources.formats import SUFFIXES
from pourparlers.store import Store
from pourparlers.web import create_app
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


def test_dossiers_of_one_title_are_told_apart(tmp_path, serving):
    places = [tmp_path / folder / "talks.db" for folder in ("one", "two")]
    for place in places:
        place.parent.mkdir()
        tiny.make(place)
    with serving(create_app(places)) as address:
        text = httpx.get(address).text
    assert ">talks<" in text and ">talks-2<" in text and text.count(">Talks</a>") == 2


def test_a_dossier_that_cannot_be_read_does_not_hide_the_others(tmp_path, serving):
    places = [tmp_path / "lost.db", tmp_path / "talks.db"]
    for place in places:
        tiny.make(place)
    with serving(create_app(places)) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}) as client:
        places[0].unlink()
        answer = client.get("/")
        assert answer.status_code == 200
        assert ">Talks</a>" in answer.text and "Ne peut pas être lu maintenant" in answer.text and 'href="/d/lost"' in answer.text
        assert client.get("/d/lost").status_code == 503
        lost, talks = client.get("/api/dossiers").json()
        assert (lost["id"], lost["counts"], "error" in lost) == ("lost", {}, True)
        assert (talks["id"], "error" in talks) == ("talks", False) and talks["counts"]
