"""Capture -> Document: markup, boilerplate, glued text, typography, metadata, language, and the map back to the capture.

clean(capture) -> tuple[Document | None, tuple[Issue, ...]]
"""

from pourparlers.issues import Issue
from pourparlers.model.text import Alignment, Capture, Document, Line, Segment, Span


def clean(capture: Capture) -> tuple[Document | None, tuple[Issue, ...]]:
    """The document of a capture, None when it cannot be read, and what was not understood."""
    text = capture.content.decode("utf-8", "replace")
    whole = Span(0, len(text))
    alignment = Alignment((Segment(whole, whole),))
    return Document(capture.id, capture.name, text, alignment, capture.declared, capture.horizon, (Line(whole, "body"),)), ()
