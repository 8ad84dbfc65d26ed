"""Hidden names: in whatever spelling, and in all that is made of a dossier."""

import json
import re
import unicodedata
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest

import hostile
import tiny
from pourparlers.model.mention import Actor
from pourparlers.report import Contents, build_report
from pourparlers.store import Store
from pourparlers.views.redacted import redacted
from pourparlers.views.redaction import Redaction
from pourparlers.views.shown import shown


def person(name):
    return Actor("actor-1", name, "person")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Anton Brisk", "M. Brisk, alias ANTON BRISK, a parlé.", "M. [nom masqué A], alias [nom masqué A], a parlé."),
        ("Élise Nègre", "Elise NEGRE et l’équipe d’E\u0301lise", "[nom masqué A] et l’équipe d’[nom masqué A]"),
        ("Anton Brisk", "anton-brisk-accuse.txt", "[nom masqué A]-accuse.txt"),
        ("Anton Brisk", "Anton\u00a0\u2011\u00a0Brisk", "[nom masqué A]"),
        ("Anton Brisk", "B\u00adris\u200bk refuse", "[nom masqué A] refuse"),
        ("Anton Brisk", "Briskov et Antonin restent", "Briskov et Antonin restent"),
        ("Oumar ould Sid", "Ould Malik et Sid", "Ould Malik et [nom masqué A]"),
        ("Front de la lagune", "le front de la Lagune, un front, la lagune", "le [nom masqué A], un front, la lagune"),
        ("Anton Brisk", "<b>Anton</b> &amp; Brisk", "<b>[nom masqué A]</b> &amp; [nom masqué A]"),
        ("???", "rien ne change", "rien ne change"),
    ],
)
def test_spellings(name, text, expected):
    assert Redaction([name]).hide(text) == expected


def test_other_spellings_of_the_dossier_are_found_and_other_people_stay():
    known = [person("Anton Briszk"), person("Vera Brisk"), person("Anton Malo"), Actor("actor-2", "Brisk", "organisation")]
    hide = Redaction(["Anton Brisk"], known).hide
    assert hide("Briszk nie") == "[nom masqué A] nie"
    assert "Vera" in hide("Vera Brisk")
    assert hide("Malo") == "Malo"


def test_each_name_has_its_label_whatever_the_others():
    hide = Redaction(["Anton Brisk", "Malo"]).hide
    assert hide("Malo reçoit Brisk, Brisk salue Malo") == "[nom masqué B] reçoit [nom masqué A], [nom masqué A] salue [nom masqué B]"


def test_offsets_move_with_the_text():
    text = "Hier Anton Brisk a refusé."
    passage = Redaction(["Anton Brisk"]).passage(text)
    start, end = text.index("Brisk"), text.index(" refusé")
    assert passage.text[passage.moved(start) : passage.moved(end, True)] == "[nom masqué A] a"
    assert passage.text[passage.moved(len(text)) :] == ""
    assert [passage.moved(i) for i in range(5)] == [0, 1, 2, 3, 4]


def test_addresses_that_hold_a_name_are_left_out():
    address = Redaction(["Élise Nègre"]).address
    assert address("https://journal.example/2031/%C3%89lise-N%C3%A8gre-accuse") is None
    assert address("https://journal.example/2031/treve") == "https://journal.example/2031/treve"
    assert address(None) is None


@pytest.fixture(params=["tiny", "hostile"])
def told(request, tiny_dossier, tmp_path):
    """A dossier with two names hidden: its view, and what it shows."""
    path = tiny_dossier if request.param == "tiny" else hostile.make(tmp_path / "hostile.db")
    with Store.open(path).view() as view:
        yield redacted(view, shown(view), ["Anton Brisk", "Valdor"])


def unaccented(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def test_passages_hold_in_the_hidden_texts(told):
    view, scene, absent = told
    assert absent == ()
    for entry in scene.entries():
        for item in entry.evidence:
            assert view.text(item.document)[item.start : item.end] == item.quote
    for reading in scene.readings:
        assert all(0 <= time.span.start <= time.span.end <= len(view.text(reading.document)) for time in reading.dated.times)


@pytest.mark.parametrize("full_text", [False, True])
def test_no_name_is_left_in_a_report(told, full_text):
    view, scene, _ = told
    report = build_report(view, scene, "Dossier", "fr", contents=Contents(full_text=full_text))
    for form in (report, unescape(report), unquote(report), re.sub(r"<[^>]+>", "", report)):
        assert re.findall(r"brisk|valdor(?![a-z])", unaccented(form)) == []
    assert "[nom masqué A]" in report
    assert "[nom masqué B]" in report


def test_what_is_left_is_the_same_chronicle(told):
    _, scene, _ = told
    assert [(e.id, e.start, e.status) for e in scene.entries()] == [(e.id, e.start, e.status) for e in scene._source.entries()]
    links = scene.links(*(m for e in scene.entries() for m in e.members))
    assert [link.left for link in links] == [link.left for link in scene._source.links(*(m for e in scene.entries() for m in e.members))]


def test_commands_hide_names(run, tiny_dossier, tmp_path):
    for what in ("timeline", "statements", "positions", "actors", "talks", "issues"):
        for form in ("table", "csv", "json"):
            ran = run("show", what, "--dossier", tiny_dossier, "--format", form, "--redact", "Anton Brisk", "--redact", "valdor")
            assert ran.status == 0
            assert re.findall(r"brisk|valdor(?![a-z])", unaccented(ran.out)) == []
    for form in ("claims", "documents", "chronicle", "csl"):
        out = run("export", "--format", form, "--dossier", tiny_dossier, "--redact", "Anton Brisk").out
        assert "brisk" not in unaccented(out)
        json.loads(out.splitlines()[-1]) if form != "csl" else json.loads(out)
    ran = run("report", "-o", tmp_path / "r.html", "--dossier", tiny_dossier, "--redact", "Anton Brisk", "--title", "Affaire Brisk")
    assert "brisk" not in unaccented((tmp_path / "r.html").read_text(encoding="utf-8"))


def test_a_name_that_nobody_bears_is_told(run, tiny_dossier):
    ran = run("show", "actors", "--dossier", tiny_dossier, "--redact", "Personne Dici")
    assert "no article names 'Personne Dici'" in ran.err
    ran = run("export", "--format", "timex", "--dossier", tiny_dossier, "--redact", "Anton Brisk")
    assert ran.status == 2


def test_readings_are_hidden_too(told):
    _, scene, _ = told
    south = next(r for r in tiny.readings() if r.name == "sud.txt")
    assert scene.reading(south.document) == next(r for r in scene.readings if r.document == south.document)
    assert replace(scene.reading(south.document), actors=()) != replace(south, actors=())
