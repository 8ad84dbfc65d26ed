"""Reading many documents: in one process or several, the same; whatever breaks is named."""

import os
import re
import signal
import time
from dataclasses import replace

import pytest

import tiny
from pourparlers import workers
from pourparlers.errors import ModelError
from pourparlers.model.outcome import Outcome
from pourparlers.workers import FEW, Manner, available_workers, read_all

CAPTURES = [replace(tiny.capture("muet.txt"), id=f"doc-{i:02}", name=f"{i:02}.txt") for i in range(12)]


def read_or_break(capture, manner):
    """A reader that two documents break: it stands in for `attempt` in the processes of a pool."""
    if capture.name == "03.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(capture.id, "v", None, None, ())


@pytest.fixture
def bare_pool(monkeypatch):
    """Processes without the language model, which these tests do not need."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    monkeypatch.setattr(workers, "_pool", lambda number: ProcessPoolExecutor(number, mp_context=get_context("fork")))


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_document_that_kills_its_process_is_named_and_the_others_are_read(bare_pool, monkeypatch):
    monkeypatch.setattr(workers, "attempt", read_or_break)
    outcomes = {outcome.capture: outcome for outcome in read_all(CAPTURES, 2)}
    assert sorted(outcomes) == [capture.id for capture in CAPTURES]
    broken = [outcome for outcome in outcomes.values() if outcome.issues]
    assert [outcome.capture for outcome in broken] == ["doc-03"]
    assert (broken[0].issues[0].kind, broken[0].issues[0].fatal, broken[0].state) == ("crash", True, "crashed")
    assert "was killed" in broken[0].issues[0].message


def test_an_exception_becomes_an_issue_of_its_document(monkeypatch):
    def fail(capture, everything):
        raise ValueError("two\nlines")

    monkeypatch.setattr("pourparlers.pipeline.read", fail)
    (outcome,) = read_all(CAPTURES[:1], 1)
    assert (outcome.document, outcome.reading, outcome.state) == (None, None, "crashed")
    assert "ValueError: two lines" in outcome.issues[0].message


def test_few_documents_are_read_in_this_process():
    assert available_workers(FEW - 1) == 1
    assert available_workers(FEW) >= 1


def hang(capture, everything):
    """A reader that one document keeps for ever."""
    while capture.name == "00.txt":
        time.sleep(0.01)
    return Outcome(capture.id, "v", None, None, ())


def backtrack(capture, everything):
    """A reader that one document keeps for ever within the engine of regular expressions."""
    if capture.name == "00.txt":
        re.match(r"(a|aa)+$", "a" * 100 + "b")
    return Outcome(capture.id, "v", None, None, ())


@pytest.mark.parametrize("reader", [hang, backtrack])
def test_a_document_that_hangs_is_left_out(monkeypatch, reader):
    monkeypatch.setattr("pourparlers.pipeline.read", reader)
    hung, other = read_all(CAPTURES[:2], 1, Manner(patience=0.05))
    assert (hung.state, other.issues) == ("crashed", ())
    assert "more than 0.05 seconds" in hung.issues[0].message
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def deafen(capture, everything):
    """A reader that hears no alarm, as one that sits in a library."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    return hang(capture, everything)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_process_that_hears_no_alarm_is_ended(bare_pool, monkeypatch):
    monkeypatch.setattr("pourparlers.pipeline.read", deafen)
    outcomes = {outcome.capture: outcome for outcome in read_all(CAPTURES[:3], 2, Manner(patience=0.2))}
    assert sorted(outcomes) == ["doc-00", "doc-01", "doc-02"]
    assert [capture for capture, outcome in outcomes.items() if outcome.issues] == ["doc-00"]
    assert "out of time" in outcomes["doc-00"].issues[0].message


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_without_a_language_model_nothing_is_read(bare_pool, monkeypatch, processes):
    def fail(capture, everything):
        raise ModelError("install it")

    monkeypatch.setattr("pourparlers.pipeline.read", fail)
    with pytest.raises(ModelError, match="install it"):
        list(read_all(CAPTURES, processes))
