"""The issues: whatever was not understood."""

from dataclasses import dataclass

from pourparlers.store import View
from pourparlers.views.names import collisions


@dataclass(frozen=True, slots=True)
class IssueRow:
    """Something that could not be read, or was read with a doubt. fatal: the document could not be read at all."""

    document: str
    stage: str
    kind: str
    fatal: bool
    message: str
    start: int | None
    end: int | None


def issues(view: View) -> list[IssueRow]:
    """The issues: what could not be read first, then by document."""
    rows = [
        IssueRow(issue.document, issue.stage, issue.kind, issue.fatal, issue.message, issue.start, issue.end)
        for issue in (*view.issues(), *collisions(view))
    ]
    return sorted(rows, key=lambda r: (not r.fatal, r.document, -1 if r.start is None else r.start, r.stage, r.kind, r.message))
