"""Reading on a cluster: the same as on one machine, whoever dies."""

import os
import signal
import sys
from dataclasses import replace

import dask
import pytest
from distributed import Client, LocalCluster

import killers
import tiny
from pourparlers.cluster import engine
from pourparlers.cluster.address import Local, cluster_of
from pourparlers.cluster.shard import Reader
from pourparlers.errors import ClusterError
from pourparlers.exports.documents import records
from pourparlers.model.text import Capture, Metadata
from pourparlers.reading import Options, read_into
from pourparlers.store import Store
from pourparlers.version import reading_version
from pourparlers.views.shown import shown
from pourparlers.workers import Manner, read_all

#: About no peace process: they are read without the language model.
TEXT = "Le marché de Port-Sérène a rouvert jeudi {} mai 2031, sous la pluie."
CAPTURES = [Capture(f"doc-{i:02}", f"{i:02}.txt", TEXT.format(i + 1).encode(), "text/plain", "-", tiny.HORIZON, None, Metadata()) for i in range(14)]


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers, each a process, on this machine."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as found,
    ):
        yield found


def by_id(outcomes):
    found = list(outcomes)
    assert len({outcome.capture for outcome in found}) == len(found)
    return sorted(found, key=lambda outcome: outcome.capture)


def test_a_cluster_reads_as_one_process_does_though_a_worker_is_killed(cluster):
    expected = by_id(read_all(CAPTURES, 1))
    with Client(cluster) as client:
        pids = list(client.run(os.getpid).values())
    outcomes = engine.read_all(iter(CAPTURES), cluster.scheduler_address, Manner())
    first = next(outcomes)
    os.kill(pids[0], signal.SIGKILL)
    assert by_id([first, *outcomes]) == expected


def test_a_document_of_which_workers_die_is_named_and_the_others_are_read(cluster, monkeypatch):
    monkeypatch.setattr(engine, "read_shard", killers.read_shard)
    outcomes = by_id(engine.read_all(iter(CAPTURES[:6]), cluster.scheduler_address, Manner()))
    assert [outcome.capture for outcome in outcomes] == [capture.id for capture in CAPTURES[:6]]
    assert [(outcome.capture, outcome.state) for outcome in outcomes if outcome.issues] == [("doc-03", "crashed")]


def test_workers_of_another_version_are_told(cluster, monkeypatch):
    monkeypatch.setattr(engine, "reading_version", lambda: "another")
    with pytest.raises(ClusterError, match="reads with another version"):
        list(engine.read_all(iter(CAPTURES[:1]), cluster.scheduler_address, Manner()))


def test_a_reader_that_is_killed_is_started_anew_and_the_document_named():
    reader = Reader([sys.executable, killers.__file__])
    try:
        first, second, third = (reader.read(capture, Manner()) for capture in CAPTURES[2:5])
    finally:
        reader.close()
    assert (first.issues, third.issues, second.state) == ((), (), "crashed")
    assert "was killed" in second.issues[0].message


def test_a_reader_leaves_out_what_takes_too_long():
    reader = Reader()
    try:
        outcome = reader.read(CAPTURES[0], Manner(patience=0.0001))
    finally:
        reader.close()
    assert (outcome.version, outcome.state) == (reading_version(), "crashed")  # by its alarm, or by being ended when it did not hear that


def test_shards_hold_few_documents_and_few_bytes():
    sizes = [1, 1, 1, 1, 1, 3_000_000, 1, 1_999_999, 1]
    captures = (replace(CAPTURES[0], content=b"x" * size) for size in sizes)
    assert [[len(capture.content) for capture in shard] for shard in engine._shards(captures)] == [[1] * 4, [1], [3_000_000], [1, 1_999_999], [1]]


@pytest.mark.parametrize(
    ("text", "named"), [("local", Local(None)), ("local:12", Local(12)), ("tcp://here:8786", "tcp://here:8786"), ("tls://[::1]:1", "tls://[::1]:1")]
)
def test_clusters_are_named(text, named):
    assert cluster_of(text) == named


@pytest.mark.parametrize("text", ["", "here:8786", "local:0", "local:-1", "http://here", "tcp://"])
def test_what_names_no_cluster_is_refused(text, run):
    with pytest.raises(ClusterError, match="is no cluster"):
        cluster_of(text)
    refused = run("read", "x.txt", "--cluster", text)
    assert (refused.status, "is no cluster" in " ".join(refused.err.split())) == (2, True)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(engine, "_CONNECTING", 0.2)
    with pytest.raises(ClusterError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1:"):
        list(engine.read_all(iter(CAPTURES), "tcp://127.0.0.1:1", Manner()))


def test_a_scheduler_without_workers_is_told(monkeypatch):
    monkeypatch.setattr(engine, "_JOINING", 0.2)
    with LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty, pytest.raises(ClusterError, match="has no workers"):
        list(engine.read_all(iter(CAPTURES), empty.scheduler_address, Manner()))


def test_a_scheduler_that_goes_away_before_a_worker_comes_is_told(monkeypatch):
    def gone(*_given, **_named):
        raise OSError("Timed out trying to connect")

    monkeypatch.setattr(engine.Client, "wait_for_workers", gone)
    with LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty, pytest.raises(ClusterError, match="went away"):
        list(engine.read_all(iter(CAPTURES), empty.scheduler_address, Manner()))


def test_without_dask_what_to_install_is_told(monkeypatch):
    monkeypatch.delitem(sys.modules, "pourparlers.cluster.engine")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'pourparlers\[cluster\]'"):
        __import__("pourparlers.cluster.engine")


def test_a_run_that_was_cut_short_goes_on_and_gives_the_same_dossier(cluster, tmp_path, place):
    for capture in CAPTURES:
        (tmp_path / capture.name).write_bytes(capture.content)
    sources = [str(tmp_path / capture.name) for capture in CAPTURES]
    alone, together = Store.create(tmp_path / "alone.db"), Store.create(place)
    read_into(alone, sources, Options(tiny.HORIZON, workers=1))

    def cut(done, total):
        if done == 5:
            raise KeyboardInterrupt

    options = Options(tiny.HORIZON, cluster=cluster.scheduler_address)
    with pytest.raises(KeyboardInterrupt):
        read_into(together, sources[::-1], options, cut)
    summary = read_into(together, sources, options)
    assert (summary.read, summary.known) == (9, 5)
    with alone.view() as expected, together.view() as found:
        assert list(records(found, shown(found))) == list(records(expected, shown(expected)))
