"""What several rooms' tests share."""

from collections.abc import Callable

import pytest

from pourparlers.annotation import annotate as annotate_document
from pourparlers.model.annotated import Annotated
from pourparlers.model.text import Alignment, Document, Line, Metadata, Segment, Span


def document_of(text: str) -> Document:
    """A document of this very text, each line of it a body line."""
    lines, start = [], 0
    for words in text.splitlines(keepends=True):
        if words.strip():
            lines.append(Line(Span(start, start + len(words.rstrip("\n"))), "body"))
        start += len(words)
    whole = Span(0, len(text))
    return Document("doc-test", "test.txt", text, Alignment((Segment(whole, whole),)), Metadata(), "2026-01-01", tuple(lines))


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Annotated]:
    """A function from a text to its annotation; the model is loaded once."""
    return lambda text: annotate_document(document_of(text))
