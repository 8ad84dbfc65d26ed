"""Plain text: one article a file."""

from collections.abc import Iterator

from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.sources.article import LIMIT, capture_article
from pourparlers.sources.found import Found

__all__ = ["LIMIT", "SUFFIXES", "read"]

SUFFIXES = (".txt", ".text")


def read(found: Found) -> Iterator[Capture | Issue]:
    """The one capture of a text file, or the issue that stands in its way."""
    yield capture_article(found, "text/plain")
