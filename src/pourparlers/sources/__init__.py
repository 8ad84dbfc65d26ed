"""Sources -> Captures: .txt, .html, .jsonl, .csv, folders and standard input; one small module a format.

capture(source, horizon) -> Iterator[Capture | Issue]
"""

from collections.abc import Iterator

from pourparlers.issues import Issue
from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture


def capture(source: str, horizon: str) -> Iterator[Capture | Issue]:
    """The captures of a source (a path, a folder, "-"), and an issue for whatever could not be captured."""
    from pathlib import Path

    content = Path(source).read_bytes()
    yield Capture(content_id("doc", content, None, []), Path(source).name, content, "text/plain", source, horizon)
