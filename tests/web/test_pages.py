"""What pages show, and that all of them answer."""

import json
import re
from contextlib import nullcontext
from dataclasses import replace
from types import SimpleNamespace

import pytest

import tiny
from pourparlers.model.chronicle import Value
from pourparlers.store import Store
from pourparlers.views.shown import shown
from pourparlers.web import stances, timeline
from pourparlers.web.catalogue import Words
from pourparlers.web.links import SiteLinks
from pourparlers.web.loaded import Loaded
from pourparlers.web.render import render
from pourparlers.web.scene import Scene
from pourparlers.web.sections import PAGES

SOUTH, MUTE = tiny.capture("sud.txt").id, tiny.capture("muet.txt").id


def body(client, path, language="fr"):
    answer = client.get(path, headers={"accept-language": language})
    assert answer.status_code == 200, path
    return answer.text


@pytest.mark.parametrize("name", ["", *(f"/{name}" for name in PAGES)])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("as_of", ["", "?as-of=2031-05-14", "?as-of=1999-01-01"])
def test_every_page_answers(client, name, language, as_of):
    text = body(client, f"/d/tiny{name}{as_of}", language)
    assert f'<html lang="{language}">' in text
    assert text.count("<h1") == 1


def test_dossiers(client):
    text = body(client, "/")
    assert '<a href="/d/tiny/e/event-1a" lang="fr">Pourparlers' in text  # the last that came about, not what is planned after it
    assert 'href="/d/tiny"' in text
    assert "<code>/api/dossiers/{dossier}/timeline</code>" in text


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("", "/d/tiny/export/chronicle.csv"), ("?kind=talks&page=2", "/d/tiny/export/chronicle.json?kind=talks"),
        ("/map", "/d/tiny/export/places.csv"), ("/actors", "/d/tiny/export/actors.json"),
        ("/statements?as-of=2031-05-16", "/d/tiny/export/statements.csv?as-of=2031-05-16"),
        ("/e/event-1a", "/api/dossiers/tiny/entries/event-1a"),
    ],
)  # fmt: skip
def test_pages_offer_their_data(client, path, data):
    assert f'href="{data}"' in body(client, f"/d/tiny{path}")
    assert client.get(data).status_code == 200


def test_a_period_stands_in_full_in_its_fields(client):
    text = body(client, "/d/many?from=2028&to=2028-02")
    assert 'name="from" value="2028-01-01"' in text and 'name="to" value="2028-02-29"' in text


def test_strips_have_levels_and_far_days_stand_at_the_edge():
    assert stances._window([*range(100, 200), 9000]) == (105, 196)
    assert stances._window([1, 2, 3]) == (1, 4)
    assert stances._window([]) == (0, 1)


def positioned(*days):
    return [SimpleNamespace(id=str(i), said_on=day) for i, day in enumerate(days)]


@pytest.mark.parametrize(
    ("days", "ruled"),
    [
        (("2031-01-15", "2031-03-20"), ["2031-02", "2031-03"]),
        (("2031-01-15", "2032-02-20"), ["2031-04", "2031-07", "2031-10", "2032"]),
        (("2025-05-01", "2031-05-01"), ["2026", "2027", "2028", "2029", "2030", "2031"]),
        (("1931", "2031"), ["1940", "1960", "1980", "2000", "2020"]),
        (("2031-05-01", "2031-05-20"), []),
        ((None,), []),
    ],
)
def test_strips_are_ruled_at_years_or_months(days, ruled):
    ticks = stances.axis(positioned(*days), {})
    assert [tick.prefix for tick in ticks] == ruled
    assert all(stances._MARGIN <= tick.x <= stances._WIDTH - stances._MARGIN for tick in ticks)


def test_attribution_stands_in_the_row(client):
    text = body(client, "/d/tiny")
    assert "selon Valdor" in text
    assert "version contestée" in text
    assert "2031-05-13" in text


def test_an_entry_shows_each_sentence_in_its_surroundings(client):
    text = body(client, "/d/tiny/e/event-1a")
    assert "<mark>se sont rencontrées mardi à Port-Sérène</mark>" in text
    assert "Nous voulons un cessez-le-feu immédiat" in text
    assert "Agence du Delta" in text
    assert "Le Sud républicain" in text
    assert "test.rule" in text


def test_members_lead_to_their_entry(client):
    assert "Pourparlers entre le Valdor et la Morénie" in body(client, "/d/tiny/e/event-2a")


def test_an_article_shows_its_passages_and_what_rests_on_them(client):
    text = body(client, f"/d/tiny/a/{SOUTH}")
    assert "avoir tué douze soldats" in text
    assert 'id="c-figure-1a"' in text


def test_as_of_leaves_out_what_was_not_known(client):
    text = body(client, "/d/tiny?as-of=2031-05-14")
    assert "Tel qu’on pouvait le savoir le 14 mai 2031" in text
    assert 'href="/d/tiny/talks?as-of=2031-05-14"' in text
    assert client.get(f"/d/tiny/a/{MUTE}?as-of=2031-05-14").status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "260 éléments sur 260"),
        ("?kind=talks", "44 éléments sur 260"),
        ("?party=a", "130 éléments sur 260"),
        ("?kind=talks&kind=military&party=a", "44 éléments sur 260"),
        ("?from=2028&to=2028", "68 éléments sur 260"),
        ("?from=2028-02-01&to=2028-02-29", "5 éléments sur 260"),
        ("?q=numero+17", "11 éléments sur 260"),
        ("?kind=nonsense&party=zz&from=soon&page=x", "260 éléments sur 260"),
        ("?q=introuvable", "Rien ne répond à ces filtres"),
        ("?page=999", "260 éléments sur 260"),
    ],
)
def test_filters_stand_in_the_address(client, query, expected):
    assert expected in body(client, f"/d/many{query}")


def test_lists_have_pages(client):
    first, last = body(client, "/d/many?kind=talks&kind=military&kind=texts"), body(client, "/d/many?page=3")
    assert first.count("<li ") == 100 and 'rel="next"' in first and 'rel="prev"' not in first
    assert last.count("<li ") == 60 and 'rel="prev"' in last and 'rel="next"' not in last


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/d/none", 404), ("/d/tiny/e/none", 404), ("/d/tiny/a/none", 404), ("/d/tiny/none", 404), ("/nowhere", 404), ("/d/tiny?as-of=soon", 400),
        ("/d/tiny/e/../../etc", 404), ("/static/../app.py", 404), ("/d/tiny/e/%00", 404), ("/api/dossiers/none/timeline", 404),
        ("/api/dossiers/tiny/entries/none", 404), ("/api/dossiers/tiny/timeline?as-of=soon", 422), ("/api/dossiers/tiny/search", 422),
    ],
)  # fmt: skip
def test_errors_have_pages(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    if not path.startswith("/api"):
        assert "Pourparlers" in answer.text and 'href="/"' in answer.text


def test_a_chosen_language_is_kept(client):
    answer = client.get("/d/tiny?lang=en", headers={"accept-language": "fr"})
    assert '<html lang="en">' in answer.text
    assert "lang=en" in answer.headers["set-cookie"]
    client.cookies.clear()


def test_the_interface_gives_the_rows(client):
    rows = client.get("/api/dossiers/tiny/timeline").json()
    assert {row["id"] for row in rows} == {"event-1a", "event-2b", "event-3a"}
    assert client.get("/api/dossiers/tiny/entries/event-1a").json()["evidence"][0]["quote"] == "se sont rencontrées mardi à Port-Sérène"
    assert client.get("/api/dossiers/tiny/search", params={"q": "cessez-le-feu"}).json()[0]["name"] == "sud.txt"
    assert [dossier["id"] for dossier in client.get("/api/dossiers").json()] == ["tiny", "hostile", "many"]


def test_the_interface_keeps_to_its_description(client):
    described = client.get("/openapi.json").json()
    wild = ["", "x", "0", "-1", "9" * 40, "é", "%00", "' OR 1=1", "2031-05-14", "*", '"', "AND", "NEAR(", "\u202e", "../.."]
    for path, methods in described["paths"].items():
        assert list(methods) == ["get"]
        for value in wild:
            for query in (f"?as-of={value}", f"?q={value}&limit={value}"):
                address = path.replace("{dossier}", "tiny").replace("{entry}", value or "x") + query
                assert client.get(address).status_code < 500, address
    assert "jsdelivr" not in json.dumps(described)


def test_there_is_no_page_of_others_scripts(client):
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_a_label_does_not_end_at_a_little_word():
    assert timeline._shortened("Accord") == "Accord"
    assert timeline._shortened("Décision commune de la Valdorie et de la Serranie") == "Décision commune de la Valdorie…"


def test_a_supposed_year_is_told_beside_a_commitment(tiny_dossier):
    day = Value("start", "2030-05-14", "guessed", ((),), "reported", ())
    with Store.open(tiny_dossier).view() as view:
        loaded = Loaded(shown(view), None)
        loaded._entries = tuple(replace(e, start=day.value, values=(day,)) if e.id == "commitment-3a" else e for e in loaded.entries())
        scene = Scene("tiny", "Tiny", loaded, lambda: nullcontext(view))
        context = {"scene": scene, "links": SiteLinks("tiny", {}), "as_of": None, "report": False, "lazy": False, **PAGES["commitments"](scene, {})}
        assert "14 mai 2030<br>" in (text := render("parts/commitments.html", Words("fr"), context)) and "année supposée" in text


@pytest.mark.parametrize(("language", "life"), [("fr", "annoncé (sans date)"), ("en", "declared (undated)")])
def test_the_life_of_a_commitment_is_told_in_the_language_of_the_page(client, language, life):
    assert life in client.get("/d/tiny/commitments", headers={"accept-language": language}).text


def test_labels_find_room_in_the_window():
    def mark(at):
        entry = SimpleNamespace(place=SimpleNamespace(name="Port-Sérène", precision="city"))
        return timeline.Mark(1, SimpleNamespace(entry=entry), at, 1, 0)

    before, first, last, after = timeline._labelled([mark(10), mark(101), mark(199), mark(300)], (100, 200), "talks")
    assert [(m.label, m.left) for m in (before, first, last, after)] == [
        ("Port-Sérène", True), ("Port-Sérène", False), ("Port-Sérène", True), ("Port-Sérène", False),
    ]  # fmt: skip


def test_the_first_line_of_a_window_tells_its_year(client):
    text = body(client, "/d/many?from=2028-02-01&to=2028-06-30")
    dated = re.findall(r'<div class="at tick (\w+) dated" id="k\d+" data-year="(\d+)">([^<]+)<', text)
    assert dated == [("quarter", "2028", "avr.")]


def test_a_window_closes_in_on_its_marks():
    assert timeline._window([10, 15, 900], 0, 1000, None, None) == (0, 1000)
    assert timeline._window([370, 375, 900], 0, 1000, "0002", "0002") == (366, 380)
