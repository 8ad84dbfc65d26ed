"""A dossier whose writer is killed, at moments that a seed picks, holds all that was accepted, and nothing twice.

`benchmarks/kills.py` kills the whole program.
"""

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from made import HORIZON, article, event, said
from pourparlers.derivation import derive_chronicle
from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Reading
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Metadata
from pourparlers.store import Store
from pourparlers.version import reading_version

VERSION = reading_version()
DAYS = [f"2031-05-{day:02}" for day in range(2, 26)]
MADE = [
    article(f"a{i}", day, event("attack", f"des tirs à Orle le {day}", day, ["Valdor"], place="Orle"), said("Anton Brisk", f"nous tiendrons {day}"))
    for i, day in enumerate(DAYS)
]


def read(store: Store, done: Callable[[str], None]) -> None:
    """Reads two articles at a time, each pair in one transaction."""
    for pair in zip(MADE[::2], MADE[1::2], strict=True):
        with store.writer() as writer:
            for reading in pair:
                keep(writer, reading)
        for reading in pair:
            done(reading.document)
    with store.writer() as writer:
        writer.settle(VERSION)


def keep(writer, reading: Reading) -> None:
    writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
    writer.outcome(Outcome(reading.document, VERSION, None, replace(reading, version=VERSION), ()))


def review(store: Store, done: Callable[[str], None]) -> None:
    """Decides, and derives the chronicle again, time after time."""
    for number in range(40):
        judgement = Judgement(f"2031-06-01T{number:04}", f"judgement-{number}", "Ada", "confirm", "relu", ('{"document": "none"}',))
        with store.writer() as writer:
            writer.judgement(judgement)
        done(judgement.id)
        derive_chronicle(store)


def killed(work: Callable[[Store, Callable[[str], None]], None], place: str | Path, number: int, after: float) -> set[str]:
    """Runs `work` in a process of its own, kills that so many seconds after it has done so many things, and returns what it had said to be done."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(Store.open(place), lambda what: os.write(tell, f"{what}\n".encode()) and None)
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told, encoding="utf-8") as lines:
        done = {lines.readline().strip() for _ in range(number)}
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return {line for line in (*done, *(line.strip() for line in lines if line.endswith("\n"))) if line}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_what_is_accepted_outlives_its_writer(place: str | Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    Store.create(place)
    accepted: set[str] = set()
    for work, times, longest in ((read, 10, 0.02), (review, 8, 0.1)):
        for number in range(times):
            accepted |= killed(work, place, number % 4, dice.uniform(0, longest))
            with Store.open(place).view() as view:
                held = {*(judgement.id for judgement in view.judgements()), *view.names()}.difference(view.unread(VERSION))
            assert accepted <= held
    assert accepted
    read(Store.open(place), lambda _: None)
    derive_chronicle(Store.open(place))
    whole = Store.create(tmp_path / "whole.db")
    read(whole, lambda _: None)
    with Store.open(place).view() as view, whole.writer() as writer:
        for judgement in view.judgements():
            writer.judgement(judgement)
    derive_chronicle(whole)
    with Store.open(place).view() as found, whole.view() as expected:
        assert tuple(found.entries()) == tuple(expected.entries())
        assert len(tuple(found.readings())) == len(MADE)
        assert found.cards() == expected.cards()
