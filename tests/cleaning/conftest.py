"""Captures for the tests of cleaning."""

from collections.abc import Callable

import pytest

from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture, Metadata


def capture_of(content: str | bytes, media_type: str = "text/plain", declared: Metadata | None = None) -> Capture:
    """The capture of these words or bytes."""
    held = content.encode() if isinstance(content, str) else content
    return Capture(content_id("doc", held), "test", held, media_type, "test", "2026-01-01", None, declared or Metadata())


@pytest.fixture(scope="session")
def captured() -> Callable[..., Capture]:
    """`capture_of`: content, media type and declared metadata -> Capture."""
    return capture_of
