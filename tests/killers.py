"""Readers that documents kill. They stand in for ours in processes that know nothing of a test but this module."""

import os
import signal
from collections.abc import Sequence

from pourparlers.cluster import reader
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.version import reading_version
from pourparlers.workers import Manner

#: The name of the document that kills whatever reads it.
DEADLY = "03.txt"


def attempt(capture: Capture, manner: Manner, expendable: bool = False) -> Outcome:
    """Reads nothing, or dies of it."""
    if capture.name == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(capture.id, reading_version(), None, None, ())


def read_shard(captures: Sequence[Capture], manner: Manner) -> tuple[Outcome, ...]:
    """Reads within the worker itself."""
    return tuple(attempt(capture, manner) for capture in captures)


if __name__ == "__main__":
    reader.attempt = attempt
    reader.main()
