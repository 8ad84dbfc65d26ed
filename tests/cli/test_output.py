"""Output that nothing obeys."""

import json

import pytest

from pourparlers.cli.columns import Column
from pourparlers.cli.output import json_line, lines_to, plain
from pourparlers.cli.tables import widths


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[1;31mrouge\x1b[0m", "rouge"),
        ("\x1b]0;titre\x07", "]0;titre"),
        ("\x9b31mrouge", "31mrouge"),
        ("ab\u202ecd\u2066ef\u200f", "ab cd ef"),
        ("\ud800", ""),
        ("142 500 €", "142 500 €"),
    ],
)
def test_plain(text, shown):
    assert plain(text) == shown


def test_json_line_escapes_and_loses_nothing():
    text = "é\x1b\u202e\u2028\ud800\U0001f54a"
    line = json_line({"text": text})
    assert line == '{"text": "é\\u001b\\u202e\\u2028\\ud800\U0001f54a"}'
    assert json.loads(line)["text"] == text


def cut_off():
    yield "un"
    raise ValueError


@pytest.mark.parametrize("before", [None, "avant\n"])
def test_lines_that_fail_midway_leave_what_stood_there(tmp_path, before):
    path = tmp_path / "page.html"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    with pytest.raises(ValueError):
        lines_to(path, cut_off())
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == ({} if before is None else {"page.html": before})


def test_lines_replace_a_file_with_its_rights_and_follow_a_link(tmp_path):
    path, link = tmp_path / "page.html", tmp_path / "last.html"
    path.write_text("avant\n", encoding="utf-8")
    path.chmod(0o640)
    lines_to(path, ["un", "deux"])
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"un\ndeux\n", 0o640)
    link.symlink_to(path)
    lines_to(link, ["trois"])
    assert (link.is_symlink(), path.read_bytes(), len(list(tmp_path.iterdir()))) == (True, b"trois\n", 2)


def column(weight):
    return Column("x", str, weight)


@pytest.mark.parametrize(
    ("weights", "lengths", "expected"),
    [
        ((0, 2), (6, 10), [6, 10]),
        ((0, 2), (6, 80), [6, 32]),
        ((2, 6), (80, 80), [10, 28]),
        ((2, 2), (80, 6), [32, 6]),
        ((0, 0), (30, 30), [30, 30]),
    ],
)
def test_widths(weights, lengths, expected):
    cells = [["a " * (length // 2) for length in lengths]]
    assert widths([column(weight) for weight in weights], cells, 40) == expected


def test_ids_stand_whole_where_there_is_hardly_room():
    columns = [Column("De quoi", str), Column("Selon", str), Column("Id", str, weight=0)]
    assert widths(columns, [["hélicoptères", "organisation", "5484b1d6"]], 28) == [8, 8, 8]
