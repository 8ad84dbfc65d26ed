"""What a source yields before its format is read: bytes and where they were; and how anything wrong with them is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pourparlers.issues import Issue
from pourparlers.model.text import Capture


@dataclass(frozen=True, slots=True)
class Found:
    """The bytes of a file or of standard input. name: the file's name ("-" for standard input). origin: for people, its path as given or
    "standard input". horizon: ISO day by which it is known.
    """

    content: bytes
    name: str
    origin: str
    horizon: str


class Format(Protocol):
    """A module that reads one format. SUFFIXES: endings of file names, lower-case, with the dot. LIMIT: the most bytes it reads."""

    SUFFIXES: tuple[str, ...]
    LIMIT: int

    def read(self, found: Found) -> Iterator[Capture | Issue]:
        """The captures in these bytes, and an issue for whatever in them could not be captured."""


def unreadable(origin: str, kind: str, message: str) -> Issue:
    """The issue for a source, or a part of one, of which no document came."""
    return Issue(document=origin, stage="sources", kind=kind, message=message, fatal=True)


def doubtful(origin: str, kind: str, message: str) -> Issue:
    """The issue for something in a source that was left out while the rest was read."""
    return Issue(document=origin, stage="sources", kind=kind, message=message)
