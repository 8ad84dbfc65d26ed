"""Nothing that articles hold becomes markup, and nobody but those meant reaches the pages."""

import re
from urllib.parse import quote

import httpx
import pytest

import hostile
import tiny
from pourparlers.web import create_app
from pourparlers.web.render import visible, web_address
from pourparlers.web.sections import PAGES
from pourparlers.web.security import is_loopback

SOUTH = tiny.capture("sud.txt").id
PATHS = ("", *(f"/{name}" for name in PAGES), "/e/event-1a", "/e/event-3a", "/e/position-1a", f"/a/{SOUTH}", "/statements?q=cessez-le-feu")
HOSTILE_PATHS = (*PATHS, f"/actors/{quote(hostile.AGENT.name, safe='')}", f"?who={quote(hostile.ALL)}")
ATTRIBUTE = re.compile(r"""<[^>]*\s(?:style|on\w+)\s*=""", re.IGNORECASE)


@pytest.mark.parametrize("path", HOSTILE_PATHS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_texts_are_shown_as_text(client, path, language):
    answer = client.get(f"/d/hostile{path}", headers={"accept-language": language})
    assert answer.status_code == 200
    body = answer.text
    assert re.findall(r"<script(?! src=\"/static/(?:theme|site)\.js\"| type=\"module\" src=\"/static/site\.js\")", body) == []
    assert "<img" not in body
    assert re.findall(r"""(?:href|src|action)\s*=\s*["']?\s*javascript:""", body, re.IGNORECASE) == []
    assert not any(mark in body for mark in "\u202e\u2066\x1b\x07\u200b")
    assert ATTRIBUTE.findall(re.sub(r"&[#\w]+;", "", re.sub(r'"[^"]*"', '""', body))) == []
    assert "{{ 7*7 }}" in body or path == "/issues"


def test_hostile_pages_run_nothing(open_page):
    page = open_page("/d/hostile")
    for path in HOSTILE_PATHS:
        page.goto(page.url.partition("/d/")[0] + f"/d/hostile{path}")
        assert page.evaluate("window.pwned") is None
        assert page.title().endswith("Pourparlers")


def test_policy_is_strict_and_nonces_are_fresh(client):
    one, other = client.get("/d/tiny"), client.get("/d/tiny")
    policy = one.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    nonce = re.search(r"'nonce-([^']+)'", policy)[1]
    assert f'nonce="{nonce}"' in one.text
    assert nonce not in other.text
    assert one.headers["x-content-type-options"] == "nosniff"
    assert one.headers["referrer-policy"] == "same-origin"
    assert one.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("127.0.0.1:8000", 200), ("[::1]:8000", 200), ("LOCALHOST:1", 200), ("evil.example", 400),
        ("localhost.evil.example", 400), ("", 400), ("localhost@evil.example", 400), ("127.0.0.1.evil.example", 400),
    ],
)  # fmt: skip
def test_other_names_are_refused(client, host, status):
    assert client.get("/d/tiny", headers={"host": host}).status_code == status
    assert client.get("/api/dossiers", headers={"host": host}).status_code == status


@pytest.mark.parametrize(("language", "told"), [("fr", "Une erreur du programme"), ("en", "A fault in the program")])
def test_a_fault_has_a_page_under_the_same_policy(tiny_dossier, serving, monkeypatch, caplog, language, told):
    def fails(*_arguments):
        raise RuntimeError("/secret/path \x1b[31m")

    monkeypatch.setitem(PAGES, "talks", fails)
    with serving(create_app([tiny_dossier])) as address, httpx.Client(base_url=address) as client:
        answer = client.get("/d/tiny/talks", headers={"accept-language": language})
        assert answer.status_code == 500
        assert told in answer.text and "secret" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert client.get("/d/tiny/map").status_code == 200
    assert "secret" in caplog.text


@pytest.mark.parametrize("method", ["put", "delete", "patch", "post", "options"])
def test_other_methods_are_refused_on_a_page(client, method):
    answer = client.request(method, "/d/tiny")
    assert answer.status_code == 405
    assert "Demande incomprise" in answer.text


@pytest.mark.parametrize(
    "path", ["/d/tiny", "/nowhere", "/api/dossiers", "/api/dossiers/none/timeline", "/openapi.json", "/static/app.js", "/imports"]
)
def test_every_answer_is_under_the_policy(client, path):
    for headers in ({}, {"host": "evil.example"}):
        answer = client.get(path, headers=headers)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_fonts_and_scripts_are_kept_by_browsers(client):
    answer = client.get("/static/app.js")
    assert answer.headers["cache-control"] == "no-cache"
    assert client.get("/static/app.js", headers={"if-none-match": answer.headers["etag"]}).status_code == 304


def test_without_the_token_nothing_is_shown(guarded):
    for path in ("/", "/d/tiny", "/api/dossiers", "/openapi.json", "/static/app.js", "/?token=wrong", "/?token=", "/?token=s3cret%00", "/imports"):
        assert guarded.get(path).status_code == 401
    assert guarded.get("/", headers={"cookie": "token=wrong"}).status_code == 401
    assert guarded.post("/imports").status_code == guarded.post("/d/tiny/e/event-1a/judgements").status_code == 401
    assert guarded.get("/", headers={"cookie": ';;="; token'}).status_code == 401


def test_the_token_goes_from_the_address_into_a_cookie(guarded):
    answer = guarded.get("//evil.example/d/tiny?q=a&token=s3cret")
    assert answer.status_code == 303
    assert not answer.headers["location"].startswith(("//", "/\\", "http"))
    guarded.cookies.clear()
    answer = guarded.get("/d/tiny?q=a&token=s3cret")
    assert answer.headers["location"] == "/d/tiny?q=a"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert guarded.get("/d/tiny").status_code == 200
    guarded.cookies.clear()
    assert guarded.get("/api/dossiers", headers={"authorization": "Bearer s3cret"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.168.1.4", False), ("example.org", False)]
)
def test_loopback(host, local):
    assert is_loopback(host) is local


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", " JAVA\tscript:alert(1)", "data:text/html,x", "//evil.example", "https:///x", "", None, hostile.ADDRESS]
)
def test_only_addresses_of_the_web_become_links(text):
    assert web_address(text) is None


def test_addresses_of_the_web():
    assert web_address(" https://example.org/a?b=c ") == "https://example.org/a?b=c"


def test_what_turns_text_around_is_taken_out():
    assert visible("a\u202eb\u2066c\x1b[31m\u200b\ud800d\n\te") == "abc[31md\n\te"
