"""How long one document may take. What takes longer is a fault like any other: it is named, and the next document is read."""

import faulthandler
import functools
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds that one document may take by default: hundreds of times what a long article does.
PATIENCE = 120.0
#: Times the patience after which a worker process that does not even answer is ended.
_LAST = 1.5


class OutOfPatience(BaseException):
    """A document took too long. No `Exception`, so that no stage takes it for a fault of its own that it can mend."""


@contextmanager
def limited(seconds: float, expendable: bool = False) -> Iterator[None]:
    """Raises OutOfPatience in the block when it takes longer; where the system has no alarms, or outside the main thread, it does not.

    expendable: this is a worker process, which is ended when it sits in a library that lets no alarm through.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    if expendable:
        faulthandler.dump_traceback_later(_LAST * seconds, exit=True, file=_nowhere())
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if expendable:
            faulthandler.cancel_dump_traceback_later()


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfPatience


@functools.cache
def _nowhere() -> int:
    """Where the last words of a process that is ended go."""
    return os.open(os.devnull, os.O_WRONLY)
