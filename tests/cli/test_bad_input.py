"""Bad input gets a clear line and exit code 1; the rest is still read."""

import json

import pytest

GOOD = "Les deux délégations se sont rencontrées mardi à Genève pour un troisième cycle de pourparlers, a annoncé le médiateur."
GERMAN = (
    "Die beiden Delegationen haben sich am Dienstag in Genf zu einer dritten Verhandlungsrunde getroffen, teilte der Vermittler mit. "
    "Über eine Waffenruhe wurde noch keine Einigung erzielt, die Gespräche sollen am Freitag fortgesetzt werden."
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path / "articles"


def documents(run, dossier):
    """The texts of the documents of a dossier, by name."""
    return {record["id"]: record["text"] for record in map(json.loads, run("export", "--format", "documents", "--dossier", dossier).out.splitlines())}


def _write(name, content):
    def write(folder):
        (folder / name).write_bytes(content)

    return write


@pytest.mark.parametrize(
    ("spoil", "name", "words"),
    [
        (_write("empty.txt", b""), "empty.txt", "empty"),
        (_write("blank.txt", b" \n\t\n"), "blank.txt", "empty"),
        (_write("program.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40), "program.txt", "binary"),
        (_write("cut.jsonl", json.dumps({"id": "a", "text": GOOD}).encode() + b'\n{"id": "b", "te'), "line 2", "cut short"),
        (_write("table.csv", b"id,words\n1,abc\n"), "table.csv", "text"),
        (_write("german.txt", GERMAN.encode()), "german.txt", "not read: language de"),
    ],
    ids=["empty", "blank", "binary", "cut JSON", "CSV without the column", "German"],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(run, tmp_path, folder, spoil, name, words):
    spoil(folder)
    dossier = tmp_path / "x.db"
    ran = run("read", folder, "--dossier", dossier, "--known-by", "2031-12-31")
    assert ran.status == 1
    assert ran.out == ""
    assert "Traceback" not in ran.err
    (line,) = (line for line in ran.err.splitlines() if name in line)
    assert words in line
    assert "good.txt" in documents(run, dossier)
    issues = json.loads(run("show", "issues", "--dossier", dossier, "--format", "json").out)
    assert any(issue["fatal"] and words in issue["message"] for issue in issues)
    again = run("read", folder, "--dossier", dossier, "--known-by", "2031-12-31")
    assert (again.status, words in again.err) == (1, True)


def test_a_missing_path(run, tmp_path, folder):
    ran = run("read", tmp_path / "nowhere.txt", folder, "--dossier", tmp_path / "x.db")
    assert ran.status == 1
    assert "1 read, 0 already known, 1 could not be read" in ran.err
    assert "nowhere.txt" in ran.err


def test_a_day_that_is_none_and_a_file_of_another_kind_are_told(run, tmp_path, folder):
    (folder / "more.jsonl").write_text(json.dumps({"id": "a", "text": GOOD, "published": "35/03/2031"}), encoding="utf-8")
    (folder / "page.pdf").write_bytes(b"%PDF-1.4")
    ran = run("read", folder, "--dossier", tmp_path / "x.db", "--known-by", "2031-12-31")
    assert (ran.status, ran.err.splitlines()[0]) == (0, "2 read, 0 already known")
    assert "left out: 2 " in ran.err


def test_windows_1252_is_read(run, tmp_path, folder):
    (folder / "old.txt").write_bytes(GOOD.replace("deux", "«\xa0deux\xa0»").encode("cp1252"))
    assert run("read", folder, "--dossier", tmp_path / "x.db").status == 0
    assert "délégations" in documents(run, tmp_path / "x.db")["old.txt"]


def test_a_file_that_is_no_dossier(run, tmp_path, folder):
    dossier = folder / "good.txt"
    for command in (("read", folder), ("show", "timeline"), ("export", "--format", "claims")):
        ran = run(*command, "--dossier", dossier)
        assert (ran.status, ran.err) == (1, f"pourparlers: {dossier} is not a dossier: name a file that `pourparlers read` made\n")
    assert dossier.read_text(encoding="utf-8") == GOOD


def test_a_place_that_cannot_be_written(run, tmp_path, folder, monkeypatch):
    ran = run("read", folder, "--dossier", tmp_path / "nowhere" / "x.db")
    assert (ran.status, "there is no folder" in ran.err) == (1, True)
    ran = run("read", folder, "--dossier", "/proc/x.db")
    assert (ran.status, "cannot be written" in ran.err) == (1, True)


def test_names_that_collide_are_told_apart(run, tmp_path, folder):
    (folder / "more").mkdir()
    (folder / "more" / "good.txt").write_text(GOOD.replace("troisième", "quatrième"), encoding="utf-8")
    run("read", folder, "--dossier", tmp_path / "x.db")
    names = sorted(documents(run, tmp_path / "x.db"))
    assert len(names) == 2
    assert all(name.startswith("good.txt~") and len(name) == len("good.txt~") + 8 for name in names)
    assert "name-collision" in run("show", "issues", "--dossier", tmp_path / "x.db").out
