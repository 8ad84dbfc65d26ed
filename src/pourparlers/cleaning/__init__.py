"""Capture -> Document: markup, boilerplate, glued text, typography, metadata, language, and the map back to the capture.

clean(capture) -> tuple[Document | None, tuple[Issue, ...]]
"""

from pourparlers.cleaning.clean import clean

__all__ = ["clean"]
