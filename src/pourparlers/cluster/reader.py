"""The process that reads for a worker of the cluster: captures come in on standard input, outcomes go out on standard output, both pickled.

A process of its own, since a document may kill it or sit in a library for ever: alarms only reach the main thread of a process, which a worker of
Dask needs for itself.
"""

import os
import pickle
import signal
import sys
import threading
from queue import SimpleQueue

from pourparlers.errors import ModelError
from pourparlers.model.text import Capture
from pourparlers.workers import Manner, attempt

Questions = SimpleQueue[tuple[Capture, Manner]]


def main() -> None:
    """Answers each capture with its outcome, or with the error for which no document could be read, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started the reading
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    questions: Questions = SimpleQueue()
    threading.Thread(target=_listen, args=(questions,), daemon=True).start()
    while True:
        capture, manner = questions.get()
        try:
            answer = pickle.dumps(attempt(capture, manner, expendable=True))
        except ModelError as error:
            answer = pickle.dumps(error)
        answers.write(answer)
        answers.flush()


def _listen(questions: Questions) -> None:
    """Takes in questions. When the worker that asks them has ended, so does this process, whatever it is at."""
    while True:
        try:
            questions.put(pickle.load(sys.stdin.buffer))
        except EOFError:
            os._exit(0)


if __name__ == "__main__":
    main()
