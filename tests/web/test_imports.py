"""Articles uploaded, read in another process, followed and stopped; what is too much, or comes from elsewhere, is refused."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

import browsers
from pourparlers.jobs import Broken, Ended, News, Step, Task
from pourparlers.store import Store
from pourparlers.web import create_app, uploads
from pourparlers.web.imports import Imports
from pourparlers.web.uploads import file_name

ARTICLE = "Les délégations du Valdor et de la Morénie se sont rencontrées mardi 13 mai 2031 à Genève. La rencontre a duré six heures."


@dataclass
class Slow:
    """A job that tells what it is told to tell."""

    told: list[News]
    going: threading.Event = field(default_factory=threading.Event)
    stopped: bool = False
    task: Task | None = None
    files: tuple[str, ...] = ()

    def __call__(self, task: Task) -> "Slow":
        self.task, self.files = task, tuple(sorted(path.name for path in task.folder.iterdir()))
        return self

    def news(self) -> Iterator[News]:
        yield self.told[0]
        self.going.wait(timeout=20)
        if not self.stopped:
            yield from self.told[1:]

    def stop(self) -> None:
        self.stopped = True
        self.going.set()


@dataclass(frozen=True)
class Desk:
    """A dossier that is served, and somebody who uploads."""

    path: Path
    client: httpx.Client

    def token(self) -> str:
        return re.search(r'name="csrf" value="([^"]+)"', self.client.get("/imports").text)[1]

    def send(self, *files: tuple[str, str | bytes], **form: str) -> httpx.Response:
        found = [("files", (name, content.encode() if isinstance(content, str) else content)) for name, content in files]
        data = {"csrf": self.token(), "dossier": "talks", "known-by": "2031-12-31", **form}
        return self.client.post("/imports", data=data, files=found or None, follow_redirects=True)

    def settled(self, address: str) -> str:
        """The page of a reading, once it is over."""
        return self.page(address, lambda text: "data-live" not in text)

    def page(self, address: str, fits: Callable[[str], bool]) -> str:
        """A page, once it is as it should be: the reading goes on beside it."""
        for _ in range(600):
            text = self.client.get(address).text
            if fits(text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"the page of the reading does not become what it should be:\n{text}")


@pytest.fixture
def job(monkeypatch) -> Slow:
    made = Slow([Step(1, 3), Step(3, 3), Ended(2, 1, (("vide.txt", "vide.txt is empty"),))])
    monkeypatch.setattr(Imports.__init__, "__defaults__", (made,))
    return made


@pytest.fixture
def desk(tmp_path: Path, serving) -> Iterator[Desk]:
    path = tmp_path / "talks.db"
    Store.create(path)
    with serving(create_app([path])) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}) as client:
        yield Desk(path, client)


def test_uploaded_articles_are_read(desk):
    answer = desk.send(("un.txt", ARTICLE), ("deux.html", "<script>"), ("trois.pdf", b"%PDF"), ("quatre.txt", ""))
    assert re.fullmatch(r"/imports/[0-9a-f]{12}", answer.url.path)
    text = desk.settled(answer.url.path)
    assert "Lecture terminée." in text and "1 article lu" in text and "n’ont pas pu être lus" in text
    assert "trois.pdf cannot be read" in text
    assert "/tmp" not in text and "pourparlers-" not in text
    with Store.open(desk.path).view() as view:
        assert [document.name for document in view.documents()] == ["un.txt"]
        assert {capture.origin for capture in map(view.capture, view.names())} <= {"un.txt", "deux.html", "quatre.txt"}
    assert "Pourparlers" in desk.client.get("/d/talks").text
    assert "trois.pdf" in desk.client.get("/d/talks/issues").text
    again = desk.settled(desk.send(("un.txt", ARTICLE)).url.path)
    assert "0 article lu" in again and "1 déjà connu" in again


def test_a_reading_is_followed(job, desk):
    address = desk.send(("a.txt", ARTICLE), ("a.txt", ARTICLE), ("../../etc/passwd.txt", "x"), everything="1").url.path
    running = desk.page(address, lambda text: "1 / 3" in text)
    assert "Lecture en cours" in running and 'http-equiv="refresh"' in running
    assert desk.client.get("/d/talks").status_code == 200
    assert "1 / 3" in desk.client.get("/imports").text
    job.going.set()
    over = desk.settled(address)
    assert "2 articles lus, 1 déjà connu, 1 n’a pas pu être lu" in over and "vide.txt is empty" in over
    assert 'http-equiv="refresh"' not in over
    assert job.files == ("a (2).txt", "a.txt", "passwd.txt")
    assert (job.task.horizon, job.task.everything, job.task.dossier) == ("2031-12-31", True, desk.path)
    assert not job.task.folder.exists()


def test_a_reading_is_cancelled(job, desk):
    first, second = desk.send(("a.txt", ARTICLE)).url.path, desk.send(("b.txt", ARTICLE)).url.path
    assert "En attente" in desk.client.get(second).text
    for address in (second, first):
        answer = desk.client.post(f"{address}/cancel", data={"csrf": desk.token()}, follow_redirects=True)
        assert "Lecture annulée" in answer.text
    assert job.stopped
    job.going.clear()
    job.stopped = False
    third = desk.send(("c.txt", ARTICLE)).url.path
    job.going.set()
    assert "Lecture terminée" in desk.settled(third)
    assert "Lecture annulée" in desk.client.get(first).text


@pytest.mark.parametrize("told", [[Step(0, 1)], [Step(0, 1), Broken("the program was changed")]])
def test_a_reading_that_breaks_off_says_so(job, desk, told):
    job.told = told
    job.going.set()
    text = desk.settled(desk.send(("a.txt", ARTICLE)).url.path)
    assert "La lecture s’est interrompue" in text
    assert all(one.message in text for one in told if isinstance(one, Broken))


def test_too_many_files(job, desk):
    answer = desk.send(*((f"{i}.txt", "x") for i in range(uploads.MOST_FILES + 1)))
    assert answer.status_code == 413
    assert "Trop de fichiers" in answer.text


@pytest.mark.parametrize("told", [True, False])
def test_too_large(tmp_path, serving, monkeypatch, told):
    monkeypatch.setattr(uploads, "MOST_BYTES", 300_000)
    path = tmp_path / "talks.db"
    Store.create(path)
    with serving(create_app([path])) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}) as client:
        token = Desk(path, client).token()
        body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n' + b"y" * 310_000 + b"\r\n--x--\r\n"
        headers = {"content-type": "multipart/form-data; boundary=x"}
        content = body if told else iter([body[:1000], body[1000:200_000], body[200_000:]])
        answer = client.post("/imports", content=content, headers=headers)
        assert answer.status_code == 413
        assert "Trop grand" in answer.text
        assert client.post("/d/talks/e/x/judgements", data={"csrf": token, "reason": "y" * 200_000}).status_code == 413


@pytest.mark.parametrize(
    ("form", "status", "told"),
    [
        ({"dossier": "none"}, 404, "Introuvable"),
        ({"known-by": "soon"}, 400, "AAAA-MM-JJ"),
        ({"csrf": "x"}, 403, "Demande refusée"),
    ],
)
def test_what_makes_no_sense_is_told(job, desk, form, status, told):
    answer = desk.send(("a.txt", ARTICLE), **form)
    assert answer.status_code == status
    assert told in answer.text
    assert job.task is None


def test_nothing_to_read(job, desk):
    assert "au moins un fichier" in desk.send().text
    assert desk.client.get("/imports/none").status_code == 404
    assert desk.client.post("/imports/none/cancel", data={"csrf": desk.token()}, follow_redirects=True).status_code == 404


def test_uploads_from_elsewhere_are_refused(job, desk):
    form = {"csrf": desk.token(), "dossier": "talks"}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}):
        answer = desk.client.post("/imports", data=form, files={"files": ("a.txt", b"x")}, headers=headers)
        assert answer.status_code == 403
    assert job.task is None


def test_broken_forms_are_refused(desk):
    for content in (b"", b"--x", b"--x\r\nnonsense\r\n", b"\xff" * 1000):
        answer = desk.client.post("/imports", content=content, headers={"content-type": "multipart/form-data; boundary=x"})
        assert answer.status_code in (400, 403)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("été 2031.txt", "été 2031.txt"), ("../../etc/passwd", "passwd"), ("C:\\Temp\\a.html", "a.html"), ("-", "article"), ("", "article"),
        (".htaccess", "htaccess"), ("a\x00b\x1b[31m\u202ec.txt", "ab[31mc.txt"), ("a:b?.csv", "a_b_.csv"), ("..", "article"),
        ("é" * 300 + ".jsonl", "é" * 90 + ".jsonl"),
    ],
)  # fmt: skip
def test_names_of_files_lead_nowhere_else(given, kept):
    assert file_name(given) == kept
    assert file_name(given, [kept]) not in (kept, given)


def test_a_dossier_that_cannot_be_written_is_not_offered(desk, monkeypatch):
    monkeypatch.setattr(Store, "writable", property(lambda self: False))
    assert "Aucun dossier ne peut être modifié ici" in desk.client.get("/imports").text


@pytest.mark.parametrize("script", [True, False])
def test_in_a_browser(job, desk, browser, script, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    context = browser.new_context(locale="fr-FR", java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{desk.client.base_url}/imports?dossier=talks")
    page.get_by_label("Fichiers").set_input_files(file)
    page.get_by_role("button", name="Lire").click()
    expect(page.locator(".bar")).to_contain_text("1 / 3")
    job.going.set()
    expect(page.locator("[role=status]")).to_contain_text("Lecture terminée")
    expect(page.locator("tbody th")).to_have_text("vide.txt")
    context.close()


def test_axe_finds_nothing(job, desk, browser):
    context = browser.new_context(locale="fr", bypass_csp=True)
    page = context.new_page()
    found = {}
    page.goto(f"{desk.client.base_url}/imports")
    found["empty"] = browsers.violations(page)
    page.goto(str(desk.send(("a.txt", ARTICLE)).url))
    found["running"] = browsers.violations(page)
    job.going.set()
    expect(page.locator("[role=status]")).to_contain_text("Lecture terminée")
    page.emulate_media(color_scheme="dark")
    found["done"] = browsers.violations(page)
    page.goto(f"{desk.client.base_url}/imports?lang=en")
    found["list"] = browsers.violations(page)
    context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
