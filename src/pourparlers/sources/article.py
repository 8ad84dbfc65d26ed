"""A file that is one article: the checks that text and pages share."""

from pourparlers.issues import Issue
from pourparlers.model.decoding import decode
from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture
from pourparlers.sources.found import Found, unreadable

#: Bytes. No article is longer than this by far; what is has another nature (a dump, an archive with the wrong ending).
LIMIT = 5_000_000

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"SQLite format 3\x00": "a database",
}

_SAMPLE = 65_536


def capture_article(found: Found, media_type: str) -> Capture | Issue:
    """The capture of a file that is one article, or why it cannot be one (empty, binary)."""
    if not found.content.strip():
        return unreadable(found.origin, "empty", f"{found.origin} is empty: there is nothing to read in it")
    binary = looks_binary(found.content)
    if binary is not None:
        return unreadable(found.origin, "binary", f"{found.origin} is {binary}, not text: save the article as .txt or .html")
    document = content_id("doc", found.content, found.name, None)
    return Capture(document, found.name, found.content, media_type, found.origin, found.horizon)


def looks_binary(content: bytes) -> str | None:
    """What these bytes are, when they are surely no text ("a PDF", "a binary file"); None when they may be text."""
    for magic, nature in _MAGIC.items():
        if content.startswith(magic):
            return nature
    sample = decode(content[: _SAMPLE - _SAMPLE % 4]).text
    strange = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\v\x1b") or char == "\ufffd")
    return "a binary file" if "\x00" in sample or strange * 20 > len(sample) else None
