"""The page of somebody who acts or speaks, and the chronicle of them alone."""

from dataclasses import replace
from urllib.parse import quote

import pytest

import hostile
import tiny
from pourparlers.model.chronicle import Entry
from pourparlers.views.shown import shown
from pourparlers.web import actor
from pourparlers.web.loaded import Loaded
from pourparlers.web.scene import Scene


def body(client, path):
    answer = client.get(path, headers={"accept-language": "fr"})
    assert answer.status_code == 200, path
    return answer.text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["Valdor", "Anton Brisk", "armée morénienne", "Agence du Delta"])
def test_everybody_has_a_page(client, name, language):
    text = client.get(f"/d/tiny/actors/{name}", headers={"accept-language": language}).text
    assert f'<h1 class="claim" lang="fr">{name}</h1>' in text
    assert f'<html lang="{language}">' in text


def test_a_party_has_the_positions_of_all_who_act_for_it(client):
    text = body(client, "/d/tiny/actors/Valdor")
    assert "un cessez-le-feu immédiat" in text and "Pourparlers entre le Valdor et la Morénie" in text
    assert 'href="/d/tiny/actors/Anton%20Brisk"' in text
    assert "« Nous voulons un cessez-le-feu immédiat »" in text


def test_what_somebody_claims_stands_apart_from_what_is_told_of_them(client):
    text = body(client, "/d/tiny/actors/Valdor")
    claimed, _, rest = text.partition("Ce que cet acteur affirme")[2].partition("Ce qui est dit de cet acteur")
    assert "event-3a" in claimed and "event-1a" not in claimed
    assert "event-1a" in rest


@pytest.mark.parametrize("path", ["/d/tiny/actors/Personne", "/d/none/actors/Valdor", "/d/tiny/actors/", "/d/tiny/actors/Valdor?as-of=1999-01-01"])
def test_nobody_else_has_one(client, path):
    assert client.get(path).status_code == 404


def test_names_lead_to_it(client):
    for page in ("actors", "talks", "positions", "statements", "commitments"):
        assert 'href="/d/tiny/actors/' in body(client, f"/d/tiny/{page}"), page


def test_a_name_that_is_an_attack_has_a_page_that_leads_nowhere_else(client):
    address = f"/d/hostile/actors/{quote(hostile.AGENT.name, safe='')}"
    assert f'href="{address}"' in body(client, "/d/hostile/statements")
    text = body(client, address)
    assert "<script>window" not in text and "javascript:" not in text and "\u202e" not in text
    assert f'href="{address.replace("%2F", "/")}?lang=en"' in text
    assert client.get("/d/tiny/actors/..%2f..%2fetc").status_code == 404
    assert client.get("/d/tiny/actors/%00%ff?%3Cscript%3E").status_code == 404


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("who=Anton+Brisk", "1 élément sur 4"), ("who=Valdor", "3 éléments sur 4"), ("who=Valdor&kind=statements", "1 élément sur 4"),
        ("who=Personne", "Rien ne répond à ces filtres"), ("state=disputed", "1 élément sur 4"),
        ("state=established&state=disputed", "2 éléments sur 4"), ("state=nonsense", "4 éléments sur 4"),
    ],
)  # fmt: skip
def test_the_chronicle_of_somebody_alone(client, query, expected):
    assert expected in body(client, f"/d/tiny?{query}")


def test_it_can_be_downloaded(client):
    assert 'href="/d/tiny/export/chronicle.csv?who=Anton+Brisk"' in body(client, "/d/tiny/actors/Anton%20Brisk")
    rows = client.get("/d/tiny/export/chronicle.json?who=Anton+Brisk").json()
    assert [row["id"] for row in rows] == ["statement-1a"]


def test_the_other_language_is_that_of_the_same_page(client):
    assert 'href="/d/tiny/actors/arm%C3%A9e%20mor%C3%A9nienne?lang=en"' in body(client, "/d/tiny/actors/armée morénienne")


def test_the_headline_leads_to_what_is_disputed(client):
    assert 'href="/d/tiny/disagreements"' in body(client, "/d/tiny")


@pytest.fixture
def answered(tiny_dossier):
    """The scene of the small dossier, in which the planned meeting answers what Valdor asked for."""
    with tiny.Store.open(tiny_dossier).view() as view:
        loaded = Loaded(shown(view), None)
        loaded._entries = tuple(replace(e, answers=("position-1a",)) if e.id == "event-2b" else e for e in loaded.entries())
        yield Scene("tiny", "Tiny", loaded, lambda: None)


def test_a_position_stands_with_what_answers_it(answered):
    (issue,) = actor.page(answered, "Valdor")["issues"]
    (asked,) = issue.asked
    assert (issue.name, issue.total, asked.row.id) == ("ceasefire", 1, "position-1a")
    assert [reply.id for reply in asked.replies] == ["event-2b"]
    assert all(isinstance(reply, Entry) for reply in asked.replies)
