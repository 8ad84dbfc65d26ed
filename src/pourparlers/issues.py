"""What was not understood, as data: nothing is dropped in silence, and one bad document never stops a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """Something that the program could not read, or read with a doubt.

    document: the document's name (the source's path where no document came of it).
    stage: the stage that met it ("sources", "cleaning", "dating", …).
    kind: a stable word for it ("empty", "language", "impossible-date", "unaligned", …).
    message: one line for people: what was wrong and what to do.
    start, end: offsets into the document's text, or None when it concerns the whole document.
    fatal: True when the document could not be read at all (the run then exits with 1).
    """

    document: str
    stage: str
    kind: str
    message: str
    start: int | None = None
    end: int | None = None
    fatal: bool = False
