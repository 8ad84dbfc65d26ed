"""Reading into a dossier: resumable, repeatable, and the same in any order and with any number of processes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import tiny
from pourparlers import reading
from pourparlers.cli.output import json_line
from pourparlers.errors import PourparlersError
from pourparlers.exports import chronicle, claims, documents, timex
from pourparlers.issues import Issue
from pourparlers.model.outcome import Outcome
from pourparlers.reading import Options, read_into
from pourparlers.store import Store
from pourparlers.version import reading_version
from pourparlers.views.shown import shown

SAHEL = Path(__file__).parent.parent / "examples" / "sahel"
HORIZON = "2031-12-31"


@pytest.fixture
def folder(tmp_path):
    """A folder of ten one-line articles."""
    path = tmp_path / "articles"
    path.mkdir()
    for i in range(10):
        (path / f"{i}.txt").write_text(f"Les pourparlers ont repris mardi pour la {i + 2}e fois.", encoding="utf-8")
    return path


@pytest.fixture
def light(monkeypatch):
    """Reading without the language model: a bare reading of each capture. Returns the list of what was read."""
    read = []

    def read_all(captures, workers, manner):
        for capture in captures:
            read.append(capture.name)
            bare = replace(
                tiny.readings()[0], document=capture.id, name=capture.name, events=(), statements=(), positions=(), commitments=(), figures=()
            )
            document = replace(tiny.document("muet.txt"), id=capture.id, name=capture.name)
            yield Outcome(capture.id, reading_version(), document, replace(bare, version=reading_version()), ())

    monkeypatch.setattr(reading, "read_all", read_all)
    return read


def test_what_is_read_is_not_read_again(tmp_path, folder, light):
    store = Store.create(tmp_path / "x.db")
    first = read_into(store, [str(folder)], Options(HORIZON))
    assert (first.read, first.known, first.failed) == (10, 0, ())
    (folder / "new.txt").write_text("Un onzième rendez-vous est pris.", encoding="utf-8")
    second = read_into(store, [str(folder)], Options(HORIZON))
    assert (second.read, second.known) == (1, 10)
    assert light[-1] == "new.txt"


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path, folder, light, monkeypatch):
    store = Store.create(tmp_path / "x.db")
    whole = reading.read_all

    def interrupted(captures, workers, manner):
        for i, outcome in enumerate(whole(captures, workers, manner)):
            if i == 4:
                raise KeyboardInterrupt
            yield outcome

    monkeypatch.setattr(reading, "read_all", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_into(store, [str(folder)], Options(HORIZON))
    with store.view() as view:
        assert len(tuple(view.readings())) == 4
    monkeypatch.setattr(reading, "read_all", whole)
    summary = read_into(store, [str(folder)], Options(HORIZON))
    assert (summary.read, summary.known) == (6, 4)


def horizons(store):
    with store.view() as view:
        return {view.capture(capture).horizon for capture in view.names()}


def test_an_earlier_horizon_replaces_a_later_one_and_is_read_anew(tmp_path, folder, light):
    store = Store.create(tmp_path / "x.db")
    read_into(store, [str(folder)], Options("2031-12-31"))
    again = read_into(store, [str(folder)], Options("2031-06-30"))
    assert (again.read, again.known, again.earlier, len(light)) == (10, 0, 0, 20)
    assert horizons(store) == {"2031-06-30"}
    later = read_into(store, [str(folder)], Options("2031-09-30"))
    assert (later.read, later.known, later.earlier) == (0, 10, 10)
    assert horizons(store) == {"2031-06-30"}


def test_the_day_of_a_run_changes_no_horizon(tmp_path, folder, light):
    store = Store.create(tmp_path / "x.db")
    read_into(store, [str(folder)], Options("2031-06-30"))
    for today in ("2031-01-01", "2031-12-31"):
        again = read_into(store, [str(folder)], Options(today, assumed=True))
        assert (again.read, again.known, again.earlier) == (0, 10, 0)
    assert horizons(store) == {"2031-06-30"}


def test_a_reading_that_has_changed_changes_the_chronicle(tmp_path, folder, light):
    store = Store.create(tmp_path / "x.db")
    read_into(store, [str(folder)], Options("2031-12-31"))
    with store.view() as view:
        before = view.meta("chronicle"), set(view.digests().values())
        (first, *_) = view.readings()
    with store.writer() as writer:
        writer.outcome(Outcome(first.document, first.version, None, replace(first, read=False), ()))
    read_into(store, [str(folder)], Options("2031-12-31"))
    with store.view() as view:
        assert (view.meta("chronicle"), set(view.digests().values())) != before


def test_progress_counts_every_document(tmp_path, folder, light):
    told = []
    read_into(Store.create(tmp_path / "x.db"), [str(folder)], Options(HORIZON), lambda done, total: told.append((done, total)))
    assert told == [(i, 10) for i in range(11)]


def test_a_new_program_reads_again_and_shows_the_old_until_it_is_done(tmp_path, folder, light, monkeypatch):
    store = Store.create(tmp_path / "x.db")
    read_into(store, [str(folder)], Options(HORIZON))
    monkeypatch.setattr(reading, "reading_version", lambda: "next")

    def stop(captures, workers, manner):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(reading, "read_all", stop)
    with pytest.raises(KeyboardInterrupt):
        read_into(store, [str(folder)], Options(HORIZON))
    with store.view() as view:
        assert len(tuple(view.readings())) == 10
        assert len(view.unread("next")) == 10


def test_an_upgrade_during_a_run_ends_it(tmp_path, folder, light, monkeypatch):
    monkeypatch.setattr(reading, "reading_version", lambda: "before")
    with pytest.raises(PourparlersError, match="run it again"):
        read_into(Store.create(tmp_path / "x.db"), [str(folder)], Options(HORIZON))


def test_a_source_that_breaks_the_program_is_named(tmp_path, folder, light):
    def broken(source, horizon):
        raise RuntimeError("a fault")
        yield

    summary = read_into(Store.create(tmp_path / "x.db"), ["thing"], Options(HORIZON), capturing=broken)
    assert [(issue.document, issue.kind) for issue in summary.failed] == [("thing", "crash")]
    assert "RuntimeError: a fault" in summary.failed[0].message


def test_failures_are_told_again_when_they_are_known_already(tmp_path, folder, monkeypatch):
    def failing(captures, workers, manner):
        for capture in captures:
            issue = Issue(capture.name, "cleaning", "language", "not read: language de", fatal=True)
            yield Outcome(capture.id, reading_version(), None, None, (issue,))

    monkeypatch.setattr(reading, "read_all", failing)
    store = Store.create(tmp_path / "x.db")
    for _ in range(2):
        summary = read_into(store, [str(folder)], Options(HORIZON))
        assert (summary.read, summary.known, len(summary.failed)) == (0, 0, 10)


def exported(store):
    """Everything that a dossier exports, as lines."""
    with store.view() as view:
        now = shown(view)
        alone = documents.records(view, now, alone=True)
        forms = (claims.records(now), timex.records(view, now), documents.records(view, now), alone, chronicle.records(now))
        return [json_line(record) for form in forms for record in form]


def test_any_order_and_any_number_of_processes_give_the_same_bytes(tmp_path):
    sources = sorted(str(path) for path in SAHEL.iterdir())[:4]
    together, one_by_one, parallel = (Store.create(tmp_path / f"{name}.db") for name in ("together", "one", "parallel"))
    read_into(together, sources, Options(HORIZON, everything=True, workers=1))
    expected = exported(together)
    assert json.loads(expected[0])["document"]
    for source in reversed(sources):
        read_into(one_by_one, [source], Options(HORIZON, everything=True, workers=1))
    assert exported(one_by_one) == expected
    read_into(parallel, sources[::-1], Options(HORIZON, everything=True, workers=2))
    assert exported(parallel) == expected
    read_into(parallel, sources, Options(HORIZON, everything=True))
    assert exported(parallel) == expected
