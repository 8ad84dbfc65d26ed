"""Reading many documents: in one process or several, the same; whatever breaks is named."""

import os
import signal
from dataclasses import replace

import pytest

import tiny
from pourparlers import workers
from pourparlers.model.outcome import Outcome
from pourparlers.workers import FEW, available_workers, read_all

CAPTURES = [replace(tiny.capture("muet.txt"), id=f"doc-{i:02}", name=f"{i:02}.txt") for i in range(12)]


def read_or_break(capture, everything):
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
