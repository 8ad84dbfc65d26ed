"""What came of reading one capture."""

from dataclasses import dataclass

from pourparlers.issues import Issue
from pourparlers.model.claim import Reading
from pourparlers.model.text import Document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one capture, read by the program in that version. document and reading are None when it could not be read;
    `issues` then says why."""

    capture: str
    version: str
    document: Document | None
    reading: Reading | None
    issues: tuple[Issue, ...]
