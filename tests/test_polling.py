"""Feeds that are asked again and again, over HTTP on this machine."""

import os
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pourparlers.errors import SourceError
from pourparlers.fetching import Seen, fetch, is_address
from pourparlers.polling import poll
from pourparlers.reading import Options
from pourparlers.store import Store

OPTIONS = Options("2031-12-31", workers=1, assumed=True)


def rss(*numbers):
    text = "Le marché de la ville {0} a rouvert jeudi sous la pluie."
    item = "<item><guid>n{0}</guid><link>{{there}}/article</link><description>" + text + "</description></item>"
    return "<rss><channel><title>Fil</title>" + "".join(item.format(number) for number in numbers) + "</channel></rss>"


class Site(HTTPServer):
    """What it answers at each path: a status, headers and a body; and what it was asked."""

    answers: dict[str, tuple[int, dict[str, str], str]]

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.answers, self.asked = {}, []

    @property
    def there(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")))
        status, headers, body = self.server.answers.get(self.path, (404, {}, ""))
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, ""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.replace("{there}", self.server.there).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def names(store):
    with store.view() as view:
        return sorted(view.names().values())


def test_a_feed_is_read_when_it_has_changed_and_nothing_in_it_is_followed(site, place):
    store, feed = Store.create(place), f"{site.there}/feed"
    site.answers["/feed"] = (200, {"ETag": '"1"', "Last-Modified": "Tue, 13 May 2031 10:00:00 GMT"}, rss(1, 2))
    assert poll(store, [feed], OPTIONS).read == 2
    assert poll(store, [feed], OPTIONS) == poll(store, [], OPTIONS)
    site.answers["/feed"] = (200, {"ETag": '"2"'}, rss(2, 3))
    assert poll(store, [feed], OPTIONS).read == 1
    assert names(store) == ["n1", "n2", "n3"]
    seen = ("/feed", '"1"', "Tue, 13 May 2031 10:00:00 GMT")
    assert site.asked == [("/feed", None, None), seen, seen]


def test_a_feed_that_fails_is_an_issue_and_the_others_are_read(site, tmp_path):
    store = Store.create(tmp_path / "d.db")
    site.answers["/good"], site.answers["/page"] = (200, {}, rss(1)), (200, {}, "<html>Bonjour</html>")
    feeds = [f"{site.there}/absent", f"{site.there}/page", f"{site.there}/good", str(tmp_path / "absent.xml")]
    summary = poll(store, feeds, OPTIONS)
    assert (summary.read, len(summary.failed)) == (1, 3)
    told = " ".join(issue.message for issue in summary.failed)
    assert "the server answers 404" in told and "is no RSS or Atom feed" in told and "absent.xml: there is no file of that name" in told
    site.answers["/absent"] = (200, {}, rss(4))
    assert poll(store, feeds[:1], OPTIONS).failed == ()
    with store.view() as view:
        assert f"{site.there}/absent" not in {issue.document for issue in view.issues()}


def test_a_server_leads_to_the_web_only(site):
    site.answers["/moved"] = (301, {"Location": "/feed"}, "")
    site.answers["/feed"] = (200, {}, "ici")
    assert fetch(f"{site.there}/moved", Seen(), 100).content == b"ici"
    for place in ("file:///etc/hostname", "ftp://127.0.0.1/x", "data:,x"):
        site.answers["/away"] = (302, {"Location": place}, "")
        with pytest.raises(SourceError, match=r"not followed|not allowed"):
            fetch(f"{site.there}/away", Seen(), 100)
    site.answers["/round"] = (302, {"Location": "/round"}, "")
    with pytest.raises(SourceError, match="the server answers 302"):
        fetch(f"{site.there}/round", Seen(), 100)


def test_what_is_too_long_or_cannot_be_reached_is_told(site, monkeypatch):
    site.answers["/long"] = (200, {}, "x" * 200_000)
    with pytest.raises(SourceError, match="is larger than"):
        fetch(f"{site.there}/long", Seen(), 100_000)
    monkeypatch.setattr("pourparlers.fetching._WHOLE", -1.0)
    with pytest.raises(SourceError, match="takes more than"):
        fetch(f"{site.there}/long", Seen(), 1_000_000)
    with pytest.raises(SourceError, match="cannot be reached"):
        fetch("http://127.0.0.1:1/feed", Seen(), 100)
    with pytest.raises(SourceError, match="a password") as refused:
        fetch("http://ada:barley@127.0.0.1/feed", Seen(), 100)
    assert "barley" not in str(refused.value)


def test_what_was_cut_short_is_asked_for_again(site, tmp_path):
    store, feed = Store.create(tmp_path / "d.db"), f"{site.there}/feed"
    site.answers["/feed"] = (200, {"ETag": '"1"', "Content-Length": "5000"}, rss(1))
    (issue,) = poll(store, [feed], OPTIONS).failed
    assert "was cut short" in issue.message
    site.answers["/feed"] = (200, {"ETag": '"1"'}, rss(1).removesuffix("</channel></rss>"))
    summary = poll(store, [feed], OPTIONS)
    assert (summary.read, len(summary.failed)) == (1, 1)
    site.answers["/feed"] = (200, {"ETag": '"1"'}, rss(1, 2))
    assert poll(store, [feed], OPTIONS).read == 1
    assert [asked[1] for asked in site.asked] == [None, None, None]


def test_what_comes_packed_is_told(site):
    site.answers["/feed"] = (200, {"Content-Encoding": "gzip"}, "x")
    with pytest.raises(SourceError, match=r"comes packed \(gzip\)"):
        fetch(f"{site.there}/feed", Seen(), 100)


def test_a_server_that_drips_is_not_waited_for(monkeypatch):
    monkeypatch.setattr("pourparlers.fetching._WHOLE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip, args=(listening,))
        thread.start()
        with pytest.raises(SourceError, match="takes more than"):
            fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/feed", Seen(), 100)
        thread.join()


def drip(listening):
    """Answers with one byte after the other, until nobody listens."""
    with listening.accept()[0] as connection:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
        with suppress(OSError):
            while True:
                connection.sendall(b"x")
                time.sleep(0.02)


@pytest.mark.parametrize(
    "text", ["file:///etc/hostname", "gopher://x/y", "http://[::1/feed", "https://", "http://x:port/", "http://ada:barley@x/feed"]
)
def test_watch_refuses_addresses_that_are_not_fetched_and_repeats_no_password(text, run, tmp_path):
    done = run("watch", text, "--once", "--dossier", tmp_path / "d.db")
    assert done.status == 2
    assert "Traceback" not in done.err and "barley" not in done.err
    assert not (tmp_path / "d.db").exists()


def test_a_feed_in_a_device_is_not_read(tmp_path):
    (issue,) = poll(Store.create(tmp_path / "d.db"), [os.devnull], OPTIONS).failed
    assert issue.message == f"{os.devnull} is not a regular file"


@pytest.mark.parametrize(
    ("text", "told"),
    [("http://x.example/f", True), ("http://[::1/f", True), ("https://x", True), ("file:///etc/hostname", False), ("feed.xml", False)],
)
def test_addresses_are_those_of_the_web(text, told):
    assert is_address(text) is told


def test_watch_once(site, run, tmp_path):
    site.answers["/feed"] = (200, {}, rss(1, 2))
    path = tmp_path / "fil.xml"
    path.write_text(rss(3), encoding="utf-8")
    done = run("watch", f"{site.there}/feed", path, "--once", "--dossier", tmp_path / "d.db")
    assert (done.status, done.err) == (0, "3 read, 0 already known\n")
    again = run("watch", path, f"{site.there}/absent", "--once", "--dossier", tmp_path / "d.db")
    assert again.status == 1
    assert "0 read, 1 already known, 1 could not be read" in again.err


def test_watch_asks_again_until_it_is_interrupted(run, tmp_path, monkeypatch):
    path = tmp_path / "fil.xml"
    path.write_text(rss(1), encoding="utf-8")
    waits = []

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", wait)
    done = run("watch", path, "--every", 3, "--dossier", tmp_path / "d.db")
    assert (done.status, waits) == (130, [180.0, 180.0])
    assert done.err == "1 read, 0 already known\n0 read, 1 already known\ninterrupted: what was read is kept\n"
