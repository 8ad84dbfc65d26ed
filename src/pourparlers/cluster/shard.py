"""What a worker of the cluster does: reads a shard of documents, each in a process beside it."""

import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence

from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.workers import Manner, killed

#: How a process that reads is started.
_COMMAND = (sys.executable, "-m", "pourparlers.cluster.reader")
#: How often a document is tried: a process may also be killed for what another program needs.
_TIMES = 2


def read_shard(captures: Sequence[Capture], manner: Manner) -> tuple[Outcome, ...]:
    """The outcome of each capture. A document that kills its reader is named in its outcome. Raises ModelError without a language model."""
    reader: Reader | None = getattr(_THREAD, "reader", None)
    if reader is None:
        reader = _THREAD.reader = Reader()
    return tuple(reader.read(capture, manner) for capture in captures)


class Reader:
    """A process that reads, started when it is needed, and anew when a document has killed it."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, capture: Capture, manner: Manner) -> Outcome:
        """The outcome of a capture. Raises ModelError without a language model."""
        for _ in range(_TIMES):
            answer = self._ask(capture, manner)
            if isinstance(answer, Outcome):
                return answer
            if answer is not None:
                raise answer
        return killed(capture)

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, capture: Capture, manner: Manner) -> Outcome | Exception | None:
        """What the process answers; None when it was killed."""
        if self._process is None:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None and answers is not None
        try:
            pickle.dump((capture, manner), questions)
            questions.flush()
            answer: Outcome | Exception = pickle.load(answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            return None
        return answer


#: Each thread of a worker has a process of its own.
_THREAD = threading.local()
