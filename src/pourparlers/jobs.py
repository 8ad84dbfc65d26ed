"""Reading in a process of its own, for a program that has other things to do meanwhile."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path

from pourparlers.errors import PourparlersError
from pourparlers.store.place import Place

#: How much such a process gives way to others.
_NICE = 5


@dataclass(frozen=True, slots=True)
class Task:
    """What to read. dossier: what to read into. folder: where the files are; names: of those files, as issues shall call them.
    horizon: the ISO day by which the articles were known. everything: also the claims of articles about no peace process."""

    dossier: Place
    folder: Path
    names: tuple[str, ...]
    horizon: str
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is: documents done, and in all."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What a job did. failed: what could not be read, each as the name of its document and what was wrong with it."""

    read: int
    known: int
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A job that could not go on, and why."""

    message: str


News = Step | Ended | Broken


class Job:
    """A task that is being done. What was read before it is stopped stays in the dossier."""

    def __init__(self, task: Task) -> None:
        context = get_context("spawn")
        self._news, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(task, sender))
        self._process.start()
        sender.close()

    def news(self) -> Iterator[News]:
        """What the job tells, until it is over; it may be over without a word when it was stopped or killed."""
        try:
            while True:
                found: News = self._news.recv()
                yield found
        except (EOFError, OSError):
            self._process.join()

    def stop(self) -> None:
        """Ends the job at once."""
        self._process.terminate()


def _run(task: Task, sender: "Connection[News, None]") -> None:
    """Does a task, in the process made for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started us, which then stops us
    threading.Thread(target=_follow_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        sender.send(_read(task, sender))
    except PourparlersError as error:
        sender.send(Broken(str(error)))
    sender.close()


def _read(task: Task, sender: "Connection[News, None]") -> Ended:
    from pourparlers.reading import Options, read_into
    from pourparlers.store import Store

    store = Store.open(task.dossier)
    os.chdir(task.folder)  # so that issues name the files as they were given, and not where they are kept
    summary = read_into(store, task.names, Options(task.horizon, task.everything), lambda done, total: sender.send(Step(done, total)))
    return Ended(summary.read, summary.known, tuple((issue.document, issue.message) for issue in summary.failed))


def _follow_parent() -> None:
    """Ends this process when the one that started it has ended."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
