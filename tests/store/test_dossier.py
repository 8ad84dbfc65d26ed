"""Opening and making dossiers; whatever else a path may lead to is told apart."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy

import tiny
from pourparlers.errors import DossierError
from pourparlers.issues import Issue
from pourparlers.model.outcome import Outcome
from pourparlers.store import Store
from pourparlers.store.sqlite import File


def test_a_dossier_is_made_once_and_opened_again(place):
    with Store.create(place).writer() as writer:
        writer.meta("title", "Valdor et Morénie")
    with Store.create(place).view() as view:
        assert view.meta("title") == "Valdor et Morénie"
    with Store.open(place).view() as view:
        assert view.meta("nothing") is None


def test_an_empty_file_becomes_a_dossier(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    with Store.create(path).view() as view:
        assert view.version == ""


def _text(path):
    path.write_text("Les pourparlers reprennent.\n" * 10, encoding="utf-8")


def _other_database(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE captures (id)")


def _newer(path):
    Store.create(path)
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")


def _damaged(path):
    Store.create(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "there is no dossier"),
        (lambda path: path.mkdir(), "is a folder"),
        (_text, "is not a dossier"),
        (_other_database, "not a dossier"),
        (_newer, "format 99"),
    ],
)
def test_what_is_no_dossier_is_refused(tmp_path, make, message):
    path = tmp_path / "thing.db"
    make(path)
    with pytest.raises(DossierError, match=message):
        Store.open(path)


def test_making_a_dossier_that_was_cut_short_is_finished(tmp_path):
    path = tmp_path / "cut.db"
    with sqlite3.connect(path) as cut:
        cut.execute("PRAGMA journal_mode=WAL")
        cut.execute("VACUUM")
    assert path.stat().st_size > 0
    with Store.create(path).view() as view:
        assert view.names() == {}


def test_a_dossier_is_not_made_of_another_database(tmp_path):
    path = tmp_path / "other.db"
    _other_database(path)
    with pytest.raises(DossierError, match="not a dossier"):
        Store.create(path)


def test_a_damaged_dossier_is_named(tmp_path):
    path = tmp_path / "damaged.db"
    _damaged(path)
    with pytest.raises(DossierError, match="damaged"), Store.open(path).view() as view:
        view.names()


def test_a_disk_that_is_full_is_told_with_what_to_do(tmp_path):
    full = sqlalchemy.exc.OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))
    assert "make room" in File(tmp_path / "full.db", new=True).explain(full)


def test_a_dossier_needs_its_folder(tmp_path):
    with pytest.raises(DossierError, match="there is no folder"):
        Store.create(tmp_path / "nowhere" / "new.db")


def test_a_writer_writes_all_or_nothing(place):
    store = Store.create(place)
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        writer.capture(tiny.capture("sud.txt"))
        raise ZeroDivisionError
    with store.view() as view:
        assert view.names() == {}


def test_a_second_writer_waits_then_gives_up(place, monkeypatch):
    monkeypatch.setattr("pourparlers.store.base.PATIENCE", 0.05)
    Store.create(place)
    with Store.open(place).writer(), pytest.raises(DossierError, match="another program"), Store.open(place).writer():
        pass


def test_two_writers_at_once_lose_nothing_and_write_nothing_twice(place):
    Store.create(place)
    captures = [replace(tiny.capture("sud.txt"), id=f"doc-{number:02}") for number in range(30)]

    def keep(first):
        store = Store.open(place)
        return sum(write(store, capture) for capture in captures[first : first + 20])

    def write(store, capture):
        with store.writer() as writer:
            new = writer.capture(capture)
            writer.outcome(Outcome(capture.id, "1", tiny.document("sud.txt"), None, (Issue("x", "cleaning", "language", "…"),)))
        return new

    with ThreadPoolExecutor() as pool:
        assert sum(pool.map(keep, (0, 10))) == 30
    with Store.open(place).writer() as writer:
        writer.settle("1")
    with Store.open(place).view() as view:
        assert list(view.names()) == [capture.id for capture in captures]
        assert len(view.issues()) == len(view.search("pourparlers", 50) or captures) == 30


def test_a_reader_sees_one_state(place):
    store = Store.create(place)
    with store.view() as view:
        assert view.meta("title") is None
        with store.writer() as writer:
            writer.meta("title", "Essai")
        assert view.meta("title") is None
    with store.view() as view:
        assert view.meta("title") == "Essai"


def test_a_dossier_without_permission_to_write_is_still_read(tmp_path, monkeypatch):
    path = tmp_path / "tiny.db"
    tiny.make(path)
    monkeypatch.setattr("pourparlers.store.sqlite.os.access", lambda path, mode: False)
    store = Store.open(path)
    assert not store.writable
    with store.view() as view:
        assert len(view.names()) == 3
    with pytest.raises(DossierError, match="cannot be written"):
        Store.create(path)
    with pytest.raises(DossierError, match="cannot be written"), store.writer() as writer:
        writer.meta("title", "x")


def test_a_file_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    path = tmp_path / "shut.db"
    Store.create(path)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(DossierError, match="cannot be read: Permission denied"):
        Store.open(path)


def test_the_stamp_changes_when_something_is_written_only(place):
    store = Store.create(place)
    before = store.stamp
    with store.view() as view:
        assert view.meta("title") is None
    assert store.stamp == before
    with store.writer() as writer:
        writer.meta("title", "Essai")
    assert store.stamp != before
