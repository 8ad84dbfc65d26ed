"""What came of reading one capture."""

from dataclasses import dataclass

from pourparlers.issues import Issue
from pourparlers.model.claim import Reading
from pourparlers.model.text import Document

#: What can come of a capture: its claims were read; triage left its claims unread; it could not be read; reading it broke the program.
STATES = ("read", "skipped", "failed", "crashed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one capture, read by the program in that version. document and reading are None when it could not be read;
    `issues` then says why."""

    capture: str
    version: str
    document: Document | None
    reading: Reading | None
    issues: tuple[Issue, ...]

    @property
    def state(self) -> str:
        """One of `STATES`."""
        if self.reading is not None:
            return "read" if self.reading.read else "skipped"
        return "crashed" if any(issue.kind == "crash" for issue in self.issues) else "failed"
