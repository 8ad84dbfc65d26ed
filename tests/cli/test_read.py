"""`read` on a terminal and off it, and when it is interrupted."""

import sys
from datetime import date

import pytest

from pourparlers.clock import today
from pourparlers.issues import Issue
from pourparlers.reading import Summary


@pytest.fixture
def reading(monkeypatch):
    """What `read` calls, in place of reading: records its arguments, tells its progress, and returns or raises what the test sets."""
    calls = {"result": Summary(12, 3, ())}

    def read_into(store, sources, options, progress):
        calls.update(sources=sources, options=options, progress=progress)
        if progress is not None:
            progress(0, 2)
            progress(2, 2)
        if isinstance(calls["result"], BaseException):
            raise calls["result"]
        return calls["result"]

    monkeypatch.setattr("pourparlers.reading.read_into", read_into)
    return calls


def test_options_reach_the_reader(run, reading, tmp_path):
    ran = run("read", "a", "-", "--all", "--workers", "3", "--known-by", "2031-12-31", "--dossier", tmp_path / "x.db")
    assert (ran.status, ran.out, ran.err) == (0, "", "12 read, 3 already known\n")
    assert reading["sources"] == ["a", "-"]
    assert (reading["options"].horizon, reading["options"].everything, reading["options"].workers) == ("2031-12-31", True, 3)
    assert reading["progress"] is None


def test_the_horizon_is_today_if_none_is_given(run, reading, tmp_path):
    run("read", "a", "--dossier", tmp_path / "x.db")
    assert reading["options"].horizon == today()
    assert reading["options"].assumed
    assert date.fromisoformat(today())


def test_articles_that_keep_an_earlier_horizon_are_told(run, reading, tmp_path):
    reading["result"] = Summary(0, 3, (), earlier=3)
    ran = run("read", "a", "--known-by", "2031-12-31", "--dossier", tmp_path / "x.db")
    assert (ran.status, reading["options"].assumed) == (0, False)
    assert ran.err.startswith("0 read, 3 already known\n3 were known by an earlier day")


def test_what_was_left_out_is_counted(run, reading, tmp_path):
    reading["result"] = Summary(1, 0, (), left_out=2)
    ran = run("read", "a", "--dossier", tmp_path / "x.db")
    assert ran.status == 0
    assert "left out: 2 " in ran.err and "pourparlers show issues" in ran.err


def test_a_bar_on_a_terminal(run, reading, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    ran = run("read", "a", "--dossier", tmp_path / "x.db")
    assert reading["progress"] is not None
    assert "12 read" in ran.err


def test_what_failed_is_listed(run, reading, tmp_path):
    issues = (
        Issue("a.txt", "cleaning", "language", "not read: language de", fatal=True),
        Issue("b", "sources", "missing", "b is not there", fatal=True),
    )
    reading["result"] = Summary(1, 0, issues)
    ran = run("read", "a", "--dossier", tmp_path / "x.db")
    assert ran.status == 1
    assert ran.err == "1 read, 0 already known, 2 could not be read:\n  a.txt: not read: language de\n  b is not there\n"


def test_interrupted(run, reading, tmp_path):
    reading["result"] = KeyboardInterrupt()
    ran = run("read", "a", "--dossier", tmp_path / "x.db")
    assert (ran.status, ran.err) == (130, "interrupted: what was read is kept; run the same command again to go on\n")
