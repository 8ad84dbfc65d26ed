"""Decisions made in the pages: kept in the log that the command line reads, seen at once, undone, and made by nobody else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

import browsers
import judged
from judged import AGAIN, MEETING, SHOTS
from pourparlers.model.chronicle import Judgement
from pourparlers.store import Store
from pourparlers.web import create_app

SIGNED = {"by": "Ada", "reason": "relu"}


@dataclass(frozen=True)
class Desk:
    """A dossier that is served, and somebody who reviews it."""

    path: Path
    client: httpx.Client

    def token(self, page: str = f"/d/judged/e/{MEETING}") -> str:
        return re.search(r'name="csrf" value="([^"]+)"', self.client.get(page).text)[1]

    def decide(self, entry: str, **form: object) -> httpx.Response:
        return self.client.post(f"/d/judged/e/{entry}/judgements", data={"csrf": self.token(), **SIGNED, **form}, follow_redirects=True)

    def log(self) -> tuple[Judgement, ...]:
        with Store.open(self.path).view() as view:
            return view.judgements()


@pytest.fixture
def desk(tmp_path: Path, serving) -> Iterator[Desk]:
    path = judged.make(tmp_path / "judged.db")
    with serving(create_app([path])) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}) as client:
        yield Desk(path, client)


def entry_at(path: Path, claim: str):
    return next((entry for entry in judged.chronicle(path) if claim in entry.members), None)


def test_rules_hold_the_two_meetings_for_one(desk):
    assert judged.groups(desk.path) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("entry", "form", "expected"),
    [
        (MEETING, {"verb": "split", "claim": AGAIN}, [["a"], ["b"], ["c"]]),
        (MEETING, {"verb": "merge", "with": SHOTS}, [["a", "b", "c"]]),
        (MEETING, {"verb": "merge", "with": f"http://localhost:8000/d/judged/e/{SHOTS}?done=x"}, [["a", "b", "c"]]),
        (MEETING, {"verb": "reject"}, [["c"]]),
        (MEETING, {"verb": "reject", "claim": MEETING}, [["b"], ["c"]]),
        (MEETING, {"verb": "reject", "claim": [MEETING, AGAIN]}, [["c"]]),
        (SHOTS, {"verb": "reject", "claim": "not-of-this-entry"}, [["a", "b"]]),
    ],
)
def test_clusters_are_what_people_decide(desk, entry, form, expected):
    answer = desk.decide(entry, **form)
    assert answer.status_code == 200
    assert "Décision enregistrée" in answer.text
    assert judged.groups(desk.path) == expected
    assert [(j.who, j.reason, j.verb) for j in desk.log()] == [("Ada", "relu", form["verb"])]


@pytest.mark.parametrize(
    ("form", "field", "value"),
    [
        ({"field": "start", "value-start": "2031-05-11"}, "start", "2031-05-11"),
        ({"field": "end", "value-end": ""}, "end", None),
        ({"field": "status", "value-status": "denied"}, "status", "denied"),
        ({"field": "type", "value-type": "violation"}, "type", "violation"),
        ({"field": "round", "value-round": "3"}, "round", 3),
        ({"field": "summary", "value-summary": "  Tirs   au port "}, "summary", "Tirs au port"),
    ],
)
def test_values_are_set(desk, form, field, value):
    assert desk.decide(SHOTS, verb="set", **form).status_code == 200
    assert getattr(entry_at(desk.path, SHOTS), field) == value


def test_values_are_confirmed(desk):
    assert "fait établi" not in desk.client.get(f"/d/judged/e/{SHOTS}").text
    assert "fait établi" in desk.decide(SHOTS, verb="confirm").text
    assert {value.state for value in entry_at(desk.path, SHOTS).values} == {"established"}


def test_what_was_decided_stands_with_its_reason_and_is_undone(desk):
    shown = desk.decide(SHOTS, verb="set", field="status", **{"value-status": "denied"}).text
    assert re.search(r"Corrigé\s*: statut = démenti", shown)
    assert "<q>relu</q>" in shown
    made = desk.log()[0]
    undo = f"/d/judged/judgements/{made.id}/retraction"
    back = desk.client.post(undo, data={"csrf": desk.token(), "by": "Bo", "reason": "trop tôt", "back": SHOTS}, follow_redirects=True)
    assert back.url.path == f"/d/judged/e/{SHOTS}"
    assert entry_at(desk.path, SHOTS).status == "occurred"
    log = desk.client.get("/d/judged/review").text
    assert "trop tôt" in log and "relu" in log and "(annulé)" in log
    undone = next(j for j in desk.log() if j.verb == "retract")
    desk.client.post(f"/d/judged/judgements/{undone.id}/retraction", data={"csrf": desk.token(), **SIGNED})
    assert entry_at(desk.path, SHOTS).status == "denied"


def test_what_left_the_chronicle_leads_to_the_log(desk):
    answer = desk.decide(SHOTS, verb="reject")
    assert answer.url.path == "/d/judged/review"
    assert "N’est plus dans la chronique" in answer.text
    assert "des tirs ont retenti au port" in answer.text


def test_somebody_is_put_on_a_side_and_taken_off_it(desk):
    assert '<option value="Morénie">Morénie (' in desk.client.get("/d/judged/actors").text
    form = {"csrf": desk.token(), **SIGNED, "name": "Morénie", "side": "mediator", "other": ""}
    answer = desk.client.post("/d/judged/sides", data=form, follow_redirects=True)
    assert answer.url.path == "/d/judged/review"
    assert re.search(r'Camp\s*: <span lang="fr">Morénie</span> → médiation', answer.text)
    assert '<option value="Morénie">Morénie (médiation)' in desk.client.get("/d/judged/actors").text
    made = desk.log()[0]
    desk.client.post(f"/d/judged/judgements/{made.id}/retraction", data={"csrf": desk.token(), **SIGNED})
    assert '<option value="Morénie">Morénie (médiation)' not in desk.client.get("/d/judged/actors").text


@pytest.mark.parametrize("form", [{"name": "Nemo", "side": "third"}, {"name": "Morénie", "side": "x", "other": "Nemo"}, {"name": "", "side": ""}])
def test_sides_of_nobody(desk, form):
    answer = desk.client.post("/d/judged/sides", data={"csrf": desk.token(), **SIGNED, **form})
    assert answer.status_code == 400
    assert "Aucun article ne nomme" in answer.text
    assert desk.log() == ()


def test_the_name_is_kept(desk):
    desk.decide(SHOTS, verb="confirm", by="Zoé d’Orle; x=1")
    assert 'name="by" value="Zoé d’Orle; x=1"' in desk.client.get(f"/d/judged/e/{MEETING}").text


def test_hostile_names_and_reasons_are_shown_as_text(desk):
    text = desk.decide(SHOTS, verb="confirm", by='"><script>x</script>', reason="\u202e<img src=x>\x1b[31m\0").text
    assert "<script>x" not in text and "<img" not in text and "\u202e" not in text and "\x1b" not in text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Choisissez une décision"),
        ({"verb": "retract"}, "Choisissez une décision"),
        ({"verb": "confirm", "by": " "}, "le nom de qui décide"),
        ({"verb": "confirm", "reason": ""}, "le nom de qui décide"),
        ({"verb": "merge"}, "au moins un autre élément"),
        ({"verb": "split"}, "un au moins, mais pas tous"),
        ({"verb": "split", "claim": [MEETING, AGAIN]}, "un au moins, mais pas tous"),
        ({"verb": "set"}, "ne convient pas"),
        ({"verb": "set", "field": "id", "value-id": "x"}, "ne convient pas"),
        ({"verb": "set", "field": "start", "value-start": "hier"}, "ne convient pas"),
        ({"verb": "set", "field": "status", "value-status": "perhaps"}, "ne convient pas"),
    ],
)
def test_what_makes_no_sense_is_told_and_changes_nothing(desk, form, told):
    answer = desk.decide(MEETING, **form)
    assert answer.status_code == 400
    assert told in answer.text
    assert desk.log() == ()


@pytest.mark.parametrize("entry", ["none", "%00", "a" * 900])
def test_unknown_entries(desk, entry):
    assert desk.decide(entry, verb="confirm").status_code == 404
    assert desk.decide(MEETING, verb="merge", **{"with": entry}).status_code == 404


@pytest.mark.parametrize(
    ("token", "headers"),
    [
        ("", {}),
        ("0" * 64, {}),
        ("é", {}),
        (None, {"sec-fetch-site": "cross-site"}),
        (None, {"sec-fetch-site": "same-site"}),
        (None, {"sec-fetch-site": "none"}),
        (None, {"origin": "https://evil.example"}),
        (None, {"origin": "null"}),
        (None, {"origin": "http://127.0.0.1:1"}),
        (None, {"cookie": "session=another"}),
        (None, {"cookie": "x=1"}),
    ],
)
def test_requests_from_elsewhere_are_refused(desk, token, headers):
    form = {"csrf": desk.token() if token is None else token, "verb": "confirm", **SIGNED}
    if "cookie" in headers:
        desk.client.cookies.clear()
    for path in (f"/d/judged/e/{SHOTS}/judgements", "/d/judged/judgements/x/retraction", "/d/judged/sides"):
        assert desk.client.post(path, data=form, headers=headers).status_code == 403
    assert desk.log() == ()


def test_our_own_pages_are_let_in(desk):
    headers = {"sec-fetch-site": "same-origin", "origin": str(desk.client.base_url).rstrip("/")}
    answer = desk.client.post(f"/d/judged/e/{SHOTS}/judgements", data={"csrf": desk.token(), "verb": "confirm", **SIGNED}, headers=headers)
    assert answer.status_code == 303
    assert len(desk.log()) == 1


def test_nothing_changes_by_looking(desk):
    for path in (f"/d/judged/e/{SHOTS}/judgements", "/d/judged/judgements/x/retraction"):
        assert desk.client.get(path, params={"verb": "confirm", **SIGNED, "csrf": desk.token()}).status_code in (404, 405)
    assert desk.log() == ()


def test_sessions_are_kept_from_scripts_and_other_sites(desk):
    cookie = desk.client.get("/d/judged").headers["set-cookie"].lower()
    assert cookie.startswith("session=") and "httponly" in cookie and "samesite=strict" in cookie


def test_the_past_is_not_decided_about(desk):
    assert "On ne décide qu’au présent" in desk.client.get(f"/d/judged/e/{MEETING}?as-of=2031-05-20").text
    assert "/judgements" not in desk.client.get(f"/d/judged/e/{MEETING}?as-of=2031-05-20").text


def test_a_dossier_that_cannot_be_written_says_so(desk, monkeypatch):
    monkeypatch.setattr(Store, "writable", property(lambda self: False))
    assert "protégé en écriture" in desk.client.get(f"/d/judged/e/{MEETING}").text


def test_without_script_a_form_leads_back_to_the_entry(desk, browser):
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{desk.client.base_url}/d/judged/e/{MEETING}")
    page.get_by_text("Relire cet élément").click()
    assert not page.locator(".for-split").is_visible()
    page.get_by_label("Séparer").check()
    assert page.locator(".for-split").is_visible()
    page.locator(f".for-split input[value={AGAIN}]").check()
    page.get_by_label("Votre nom").fill("Ada")
    page.get_by_label("Raison").fill("deux rencontres")
    page.get_by_role("button", name="Enregistrer la décision").click()
    assert judged.groups(desk.path) == [["a"], ["b"], ["c"]]
    page.locator(".done button").click()
    assert judged.groups(desk.path) == [["a", "b"], ["c"]]
    context.close()


def test_in_the_drawer_a_decision_shows_at_once(desk, browser):
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{desk.client.base_url}/d/judged")
    row = page.locator(f"#results [data-id={SHOTS}]")
    row.locator("a.what").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] summary", has_text="Relire cet élément").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("dialog [value=confirm]")).to_be_checked()
    page.locator("dialog").get_by_label("Votre nom").fill("Ada")
    page.keyboard.press("Enter")
    assert page.locator("dialog").get_by_label("Raison").evaluate("node => node === document.activeElement || !node.checkValidity()")
    page.locator("dialog").get_by_label("Raison").fill("lu")
    page.keyboard.press("Enter")
    expect(page.locator("dialog .done")).to_be_focused()
    expect(row.locator(".state.established")).to_have_count(1)
    page.locator("dialog .done button").press("Enter")
    expect(row.locator(".state.established")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(row.locator("a.what")).to_be_focused()
    context.close()
    assert [j.verb for j in desk.log()] == ["confirm", "retract"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(desk, browser, language):
    desk.decide(SHOTS, verb="reject")
    done = desk.decide(MEETING, verb="set", field="start", **{"value-start": "2031-05-11"}).url
    context = browser.new_context(locale=language, bypass_csp=True, color_scheme="dark" if language == "en" else "light", reduced_motion="reduce")
    page = context.new_page()
    found = {}
    page.goto(str(done))
    page.locator(".judge > summary").click()
    for verb in ("merge", "split", "set"):
        page.locator(f"[value={verb}][name=verb]").check()
        page.evaluate("scrollTo(0, 0)")  # what the sticky head covers counts as too small a target
        found[verb] = browsers.violations(page)
    page.goto(f"{desk.client.base_url}/d/judged/review")
    for summary in page.locator("summary").all():
        summary.click()
    found["log"] = browsers.violations(page)
    page.goto(f"{desk.client.base_url}/d/judged/actors")
    page.locator(".judge > summary").click()
    found["sides"] = browsers.violations(page)
    context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
