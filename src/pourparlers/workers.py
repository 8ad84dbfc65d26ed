"""Reading many captures, in this process or in several. A document that breaks its reader, or kills its process, is named; the others are read."""

import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext

from pourparlers.errors import ModelError
from pourparlers.issues import Issue
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.patience import PATIENCE, OutOfPatience, limited
from pourparlers.version import reading_version

#: Below this many documents, starting several processes costs more than it saves.
FEW = 8
#: How many captures wait in the queue for each worker, so that none is ever idle and few are lost with a broken pool.
_QUEUE = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is read. everything: see `pipeline.read`. patience: seconds that it may take."""

    everything: bool = False
    patience: float = PATIENCE


def available_workers(documents: int) -> int:
    """How many processes to read that many documents with: the cores that we may use, or one for a few documents."""
    if documents < FEW:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(captures: Iterable[Capture], workers: int, manner: Manner | None = None) -> Iterator[Outcome]:
    """The outcome of each capture, as they come. With one worker, they are read here and in order. Raises ModelError without a language model."""
    manner = manner or Manner()
    if workers == 1:
        for capture in captures:
            yield attempt(capture, manner)
        return
    crew = _Crew(workers, manner)
    try:
        yield from crew.read(iter(captures))
    finally:
        crew.dismiss()


def attempt(capture: Capture, manner: Manner, expendable: bool = False) -> Outcome:
    """Reads a capture; whatever goes wrong becomes a fatal issue of its document. Raises ModelError: no other document would fare better.

    expendable: this process may be ended when the document keeps it for too long, as those of a pool always may.
    """
    from pourparlers import pipeline

    try:
        with limited(manner.patience, expendable=expendable or parent_process() is not None):
            return pipeline.read(capture, manner.everything)
    except ModelError:
        raise
    except OutOfPatience:
        return _crashed(capture, f"reading it took more than {manner.patience:g} seconds: it was left out (--time-limit SECONDS gives it longer)")
    except Exception as error:  # one bad document never stops a run: the issue names the fault, whatever it is
        detail = " ".join(str(error).split())[:300]
        return _crashed(capture, f"reading it failed with {type(error).__name__}: {detail}. This is a fault of the program; please report it")


def killed(capture: Capture) -> Outcome:
    """The outcome of a capture whose reading ended its process."""
    return _crashed(capture, "the process that read it was killed (out of memory, out of time, or a fault in a library): it was left out")


def _crashed(capture: Capture, message: str) -> Outcome:
    issue = Issue(capture.name, "pipeline", "crash", message, fatal=True)
    return Outcome(capture.id, reading_version(), None, None, (issue,))


class _Crew:
    """A pool of processes that is made anew when one of them dies."""

    def __init__(self, workers: int, manner: Manner) -> None:
        self._workers = workers
        self._manner = manner
        self._pool = _pool(workers)

    def read(self, captures: Iterator[Capture]) -> Iterator[Outcome]:
        waiting: dict[Future[Outcome], Capture] = {}
        while True:
            for capture in islice(captures, self._workers * _QUEUE - len(waiting)):
                waiting[self._submit(capture)] = capture
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            suspects = []
            for future in done:
                capture = waiting.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    suspects.append(capture)
                else:
                    yield future.result()
            if suspects:
                suspects.extend(waiting.values())
                waiting.clear()
                yield from self._one_by_one(suspects)

    def dismiss(self) -> None:
        """Ends the processes, each when it has read what it is at; what is still in the queue is left. They are waited for: a process that starts
        while its pool goes away would complain on the terminal."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, capture: Capture) -> "Future[Outcome]":
        try:
            return self._pool.submit(attempt, capture, self._manner)
        except BrokenProcessPool as error:
            failed: Future[Outcome] = Future()
            failed.set_exception(error)
            return failed

    def _one_by_one(self, suspects: list[Capture]) -> Iterator[Outcome]:
        """Reads each capture with nothing else in flight, so that the one that kills its process is known."""
        self._renew(1)
        for capture in suspects:
            try:
                yield self._pool.submit(attempt, capture, self._manner).result()
            except BrokenProcessPool:
                yield killed(capture)
                self._renew(1)
        self._renew(self._workers)

    def _renew(self, workers: int) -> None:
        self.dismiss()
        self._pool = _pool(workers)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_prepare)


def _context() -> BaseContext:
    """How processes are started: on Linux forked from a server that has loaded everything, so that one more costs next to nothing."""
    if sys.platform != "linux":
        return get_context("spawn")
    from multiprocessing import forkserver

    context = get_context("forkserver")
    context.set_forkserver_preload(["pourparlers.preloaded"])
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which the server and all its processes inherit
    forkserver.ensure_running()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    # Ctrl-C while the server loads is then met here, with a process that shares nothing, and not amid the making of the pool.
    first = context.Process(target=_nothing)
    first.start()
    first.join()
    return context


def _nothing() -> None:
    """What a process does that is only started to see whether processes start."""


def _prepare() -> None:
    """Loads what every reading needs, once a process. When the main process dies, so does this one."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    import_module("pourparlers.preloaded")


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
