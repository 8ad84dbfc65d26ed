"""Imported in worker processes only, and in the server that they are forked from: they find the language model and the lexicons loaded.

Ctrl-C is left to the main process, which ends the others.
"""

import contextlib
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)

with contextlib.suppress(Exception):  # what is wrong will show, and be told, with each document
    from pourparlers import pipeline

    pipeline.prepare()
