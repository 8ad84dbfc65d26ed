"""From files, folders and standard input to captures; what cannot be read is named, the rest is read."""

import io
import json
import os
from types import SimpleNamespace

import pytest

from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.sources import capture
from pourparlers.sources.formats import FORMATS, SUFFIXES

HORIZON = "2026-01-01"


def read(source: object) -> tuple[list[Capture], list[Issue]]:
    items = list(capture(str(source), HORIZON))
    return [item for item in items if isinstance(item, Capture)], [item for item in items if isinstance(item, Issue)]


def complaints(source: object) -> list[tuple[str, bool]]:
    return [(issue.kind, issue.fatal) for issue in read(source)[1]]


@pytest.fixture
def write(tmp_path):
    def write(name: str, content: str | bytes) -> object:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_a_text_is_one_capture(write):
    path = write("trêve.txt", "La trêve tient.")
    (captured,), issues = read(path)
    assert issues == []
    assert (captured.name, captured.media_type, captured.content, captured.horizon) == (
        "trêve.txt",
        "text/plain",
        "La trêve tient.".encode(),
        HORIZON,
    )
    assert captured.origin == str(path)


def test_a_page_is_one_capture(write):
    (captured,), _ = read(write("page.HTM", "<p>La trêve tient.</p>"))
    assert captured.media_type == "text/html"


def test_records_are_captures_with_what_they_declare(write):
    record = {
        "id": "a1",
        "text": "La trêve tient.",
        "published": "2024-03-08T10:00:00+01:00",
        "outlet": "La Plaine",
        "url": "https://x.example/1",
        "language": "fr-FR",
    }
    path = write("presse.jsonl", json.dumps(record) + "\n\n" + json.dumps({"id": 7, "text": "Rien.", "title": None, "outlet": ""}) + "\n")
    (first, second), issues = read(path)
    assert issues == []
    assert (first.name, first.declared.published, first.declared.outlet, first.declared.language) == (
        "a1",
        "2024-03-08T10:00:00+01:00",
        "La Plaine",
        "fr",
    )
    assert first.content.decode() == "La trêve tient."
    assert (second.name, second.declared.outlet, second.origin) == ("7", None, f"{path}, line 3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables(write, encoding, delimiter):
    rows = [["id", "Text ", "outlet"], ["a", '"Un texte, deux ; trois\nlignes ""citées"""', "L'Écho"], ["b", "Été", ""]]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (first, second), issues = read(write("table.csv", content))
    assert issues == []
    assert (first.name, first.content.decode(), first.declared.outlet) == ("a", 'Un texte, deux ; trois\nlignes "citées"', "L'Écho")
    assert (second.content.decode(), second.declared.outlet) == ("Été", None)


def test_a_long_field_is_read(write):
    (captured,), issues = read(write("table.csv", "id,text\na," + "mot " * 100_000))
    assert issues == []
    assert len(captured.content) > 300_000


def test_a_folder_is_read_by_name_with_the_folders_in_it(write, tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden/x.txt", "c.jsonl"):
        write(f"in/{name}", '{"id": "r", "text": "Un texte."}' if name.endswith("l") else "Un texte.")
    captures, issues = read(tmp_path / "in")
    assert [held.name for held in captures] == ["c.txt", "z.txt", "b.txt", "r"]
    assert issues == []


def test_links_are_followed_once(write, tmp_path):
    write("in/a/x.txt", "Un texte.")
    (tmp_path / "in" / "a" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "nowhere.txt").symlink_to(tmp_path / "missing.txt")
    captures, issues = read(tmp_path / "in")
    assert [held.name for held in captures] == ["x.txt"]
    assert [(issue.kind, issue.fatal) for issue in issues] == [("loop", False), ("unreadable", True)]


def test_a_pipe_is_no_article(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert complaints(tmp_path / "pipe.txt") == [("unreadable", True)]


BAD = {
    "empty text": ("x.txt", " \n", "empty", "x.txt is empty"),
    "empty table": ("x.csv", "", "empty", "no table"),
    "empty records": ("x.jsonl", "\n", "empty", "no record"),
    "picture": ("x.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary", "is a picture, not text"),
    "program": ("x.txt", bytes(range(256)) * 4, "binary", "is a binary file, not text"),
    "binary table": ("x.csv", b"\x00\x01\x02\x03" * 30, "binary", "is not text"),
    "word processor": ("x.docx", b"PK\x03\x04", "unknown-media", "its ending is none of .txt"),
    "JSON cut in half": ("x.jsonl", '{"id": "a", "text": "La tr', "broken-line", "line 1: the JSON object is cut short"),
    "JSON malformed": ("x.jsonl", '{"id": a}', "broken-line", "line 1: the JSON object is malformed at character 8"),
    "JSON of another shape": ("x.jsonl", "[1, 2]", "broken-line", "a JSON object with `id` and `text` was expected"),
    "JSON too deep": ("x.jsonl", "[" * 100_000, "broken-line", "nested too deeply"),
    "record without text": ("x.jsonl", '{"id": "a"}', "empty", "the record has no text"),
    "record with another text": ("x.jsonl", '{"id": "a", "text": 3}', "empty", "`text` that is no text"),
    "record without id": ("x.jsonl", '{"text": "Oui."}', "no-id", "the record has no `id`"),
    "table without the column": ("x.csv", "id,titre\n1,Un titre", "no-column", "has no column `text`: its columns are id, titre"),
    "row too long": ("x.csv", "id,text\n1,Un texte, coupé", "broken-row", "line 2: the row has 3 cells for 2 columns"),
    "quotation mark not closed": ("x.csv", 'id,text\n1,"Un texte', "broken-row", "line 2: the row cannot be read"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named(write, name):
    file, content, kind, words = BAD[name]
    captures, issues = read(write(file, content))
    assert captures == []
    (issue,) = issues
    assert (issue.kind, issue.fatal, issue.stage) == (kind, True, "sources")
    assert words in issue.message
    assert "\n" not in issue.message


def test_a_missing_path_is_named(tmp_path):
    for source in (tmp_path / "missing.txt", "x\0y.txt", "n" * 5_000):
        assert complaints(source) == [("missing", True)]


def test_an_empty_folder_is_named(tmp_path):
    assert complaints(tmp_path) == [("empty", True)]


def test_other_files_in_a_folder_are_listed_but_fail_nothing(write, tmp_path):
    write("in/a.txt", "Un texte.")
    write("in/photo.png", b"\x89PNG")
    assert complaints(tmp_path / "in") == [("unknown-media", False)]


def test_a_broken_line_does_not_stop_the_others(write):
    captures, issues = read(write("x.jsonl", '{"id": "a", "text": "Un."}\n{"id": "b", "te\n{"id": "c", "text": "Trois."}\n'))
    assert [held.name for held in captures] == ["a", "c"]
    assert [issue.document.rpartition("/")[2] for issue in issues] == ["x.jsonl, line 2"]


def test_a_table_in_another_language_of_columns(write):
    captures, _ = read(write("x.tsv", "id\ttext\n1\tUn texte\n"))
    assert [held.name for held in captures] == ["1"]


@pytest.mark.parametrize(
    "field, value", [("published", "4 mars 2022"), ("published", "2022-02-30"), ("language", "français"), ("outlet", 3), ("title", "t" * 5000)]
)
def test_a_field_that_says_nothing_is_left_out(write, field, value):
    (captured,), issues = read(write("x.jsonl", json.dumps({"id": "a", "text": "Un texte.", field: value})))
    assert getattr(captured.declared, field) is None
    assert [(issue.kind, issue.fatal, issue.document) for issue in issues] == [(f"bad-{field}", False, "a")]


def test_a_record_too_long_is_not_read(write):
    assert complaints(write("x.jsonl", json.dumps({"id": "a", "text": "x" * 5_000_001}))) == [("too-big", True)]


def test_unknown_fields_are_told_once(write):
    content = "".join(json.dumps({"id": str(i), "text": "Un texte.", "likes": i}) + "\n" for i in range(3))
    assert complaints(write("x.jsonl", content)) == [("unknown-fields", False)]
    assert complaints(write("x.csv", "id;text;likes\n1;Un texte;3")) == [("unknown-fields", False)]


def test_fields_are_known_by_the_names_that_exports_give_them(write):
    table = read(write("x.csv", "id;Titre;Date;Source;Texte\n1;Une trêve;18/09/2024;La Plaine;Un texte."))
    lines = read(
        write("x.jsonl", '{"id": "1", "headline": "Une trêve", "pubDate": "Wed, 18 Sep 2024 10:00:00 GMT", "site": "La Plaine", "body": "Un texte."}')
    )
    for captures, issues in (table, lines):
        (found,) = captures
        assert issues == []
        assert (found.content.decode(), found.declared.title, found.declared.outlet) == ("Un texte.", "Une trêve", "La Plaine")
        assert (found.declared.published or "")[:10] == "2024-09-18"


def test_a_field_under_its_own_name_comes_first(write):
    (found,), issues = read(
        write("x.jsonl", '{"id": "1", "body": "Le corps.", "text": "Le texte.", "date": "2020-01-01", "published": "2024-09-18"}')
    )
    assert (found.content.decode(), found.declared.published, issues) == ("Le texte.", "2024-09-18", [])


@pytest.mark.parametrize("day", ["31/02/2024", "18 septembre", "Wed, nothing", "hier"])
def test_a_day_that_is_none_is_left_out(write, day):
    (found,), issues = read(write("x.jsonl", json.dumps({"id": "1", "text": "Un texte.", "date": day})))
    assert found.declared.published is None
    assert [issue.kind for issue in issues] == ["bad-published"]


def test_a_file_too_big_is_not_read(write, monkeypatch):
    monkeypatch.setattr(FORMATS[0], "LIMIT", 10)
    assert complaints(write("x.txt", "Un texte trop long.")) == [("too-big", True)]


STREAMS = {
    "a text": ("La trêve tient.", ["-"], "text/plain"),
    "a page": ("<!DOCTYPE html><p>La trêve tient.", ["-"], "text/html"),
    "records": ('{"id": "a", "text": "Un."}\n{"id": "b", "text": "Deux."}', ["a", "b"], "text/plain"),
    "a text with a brace": ("{sic} La trêve tient.", ["-"], "text/plain"),
}


@pytest.mark.parametrize("name", STREAMS)
def test_standard_input(monkeypatch, name):
    content, names, media_type = STREAMS[name]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    captures, issues = read("-")
    assert [held.name for held in captures] == names
    assert {held.media_type for held in captures} == {media_type}
    assert issues == []


def test_what_is_wrong_with_standard_input_is_told_of_it(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    _, (issue,) = read("-")
    assert issue.message == "standard input is empty: there is nothing to read in it"


def test_an_id_is_made_of_what_was_captured(write):
    (first,), _ = read(write("a/x.txt", "Un texte."))
    (moved,), _ = read(write("b/x.txt", "Un texte."))
    (renamed,), _ = read(write("a/y.txt", "Un texte."))
    assert first.id == moved.id != renamed.id
    at = [json.dumps({"id": "a", "text": "Un texte.", "url": f"https://x.example/{i}"}) for i in (1, 1, 2)]
    ids = [held.id for held in read(write("x.jsonl", "\n".join(at)))[0]]
    assert ids[0] == ids[1] != ids[2]


def test_every_format_has_its_own_endings():
    assert len(SUFFIXES) == len(set(SUFFIXES))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)
