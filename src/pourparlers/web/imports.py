"""Readings of uploaded articles: one at a time, each in a process of its own, followed and stopped from the pages."""

import queue
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from pourparlers.clock import now
from pourparlers.jobs import Broken, Ended, Job, News, Step, Task
from pourparlers.web.library import Library

#: Readings that are remembered, and that may wait.
_KEPT, MOST_WAITING = 50, 20
#: States of a reading that is not over.
_OPEN = ("waiting", "reading", "joining")


class Running(Protocol):
    """A job that is being done."""

    def news(self) -> Iterator[News]: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Import:
    """A reading. dossier: its name in addresses. state: "waiting", "reading", "joining" (all is read, the chronicle is being derived), "done",
    "failed" or "cancelled". done, total: documents. ended: what it did; message: why it failed."""

    id: str
    dossier: str
    names: tuple[str, ...]
    begun: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    ended: Ended | None = None
    message: str = ""

    @property
    def open(self) -> bool:
        """True until it is over."""
        return self.state in _OPEN


class Imports:
    """All readings since the server runs, the newest first, and the thread that does them one by one."""

    def __init__(self, library: Library, start: Callable[[Task], Running] = Job) -> None:
        self._library, self._start = library, start
        self._known: dict[str, Import] = {}
        self._waiting: queue.SimpleQueue[tuple[str, Task, TemporaryDirectory[str]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._running: Running | None = None
        self._worker: threading.Thread | None = None

    def all(self) -> list[Import]:
        """The readings, the newest first."""
        with self._lock:
            return list(reversed(self._known.values()))

    def get(self, identifier: str) -> Import | None:
        """The reading of that id, None when there is none."""
        return self._known.get(identifier)

    @property
    def full(self) -> bool:
        """True when no more readings may wait."""
        return sum(1 for one in self.all() if one.open) >= MOST_WAITING

    def add(self, dossier: str, folder: TemporaryDirectory[str], names: tuple[str, ...], horizon: str, everything: bool) -> Import:
        """Has files read into a dossier. folder: holds them, and is removed when they are read. Raises NotFoundError when there is no such dossier.
        everything: also the claims of articles about no peace process."""
        task = Task(self._library.store(dossier).place, Path(folder.name), names, horizon, everything)
        made = Import(secrets.token_hex(6), dossier, names, now())
        with self._lock:
            self._known[made.id] = made
            for old in [one.id for one in self._known.values() if not one.open][:-_KEPT]:
                del self._known[old]
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, daemon=True)
                self._worker.start()
        self._waiting.put((made.id, task, folder))
        return made

    def cancel(self, identifier: str) -> None:
        """Stops a reading that waits or runs. What was read stays in the dossier."""
        with self._lock:
            one = self._known.get(identifier)
            if one is None or not one.open:
                return
            self._known[identifier] = replace(one, state="cancelled")
            if one.state != "waiting" and self._running is not None:
                self._running.stop()

    def close(self) -> None:
        """Stops everything: the server ends."""
        for one in self.all():
            self.cancel(one.id)
        self._waiting.put(None)
        if self._worker is not None:
            self._worker.join(timeout=10)

    def _work(self) -> None:
        while (taken := self._waiting.get()) is not None:
            identifier, task, folder = taken
            with folder:
                try:
                    last = self._do(identifier, task)
                except OSError as error:  # no process can be started
                    last = Broken(str(error))
            self._tell(identifier, last)

    def _do(self, identifier: str, task: Task) -> News:
        """Has files read, and gives what the job told last; its end is told when nothing of it is left."""
        last: News = Broken("")
        with self._lock:
            one = self._known[identifier]
            if not one.open:
                return last
            running = self._running = self._start(task)
            self._known[identifier] = replace(one, state="reading")
        self._library.hold(one.dossier, True)
        try:
            for news in running.news():
                if isinstance(news, Step):
                    self._tell(identifier, news)
                else:
                    last = news
        finally:
            self._library.hold(one.dossier, False)
        return last

    def _tell(self, identifier: str, news: News) -> None:
        """Notes what a job tells; once it is over nothing changes any more."""
        with self._lock:
            one = self._known[identifier]
            if one.open:
                self._known[identifier] = _after(one, news)


def _after(one: Import, news: News) -> Import:
    match news:
        case Step(done, total):
            return replace(one, state="joining" if done == total else "reading", done=done, total=total)
        case Ended():
            return replace(one, state="done", ended=news)
        case Broken(message):
            return replace(one, state="failed", message=message)
