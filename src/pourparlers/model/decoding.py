"""Bytes to text: the one way in which captures, tables and records are decoded, so that offsets into a decoded capture mean the same everywhere.

In this order: a byte order mark; the declared charset, if the bytes fit it; UTF-16 without a mark, told by its zero bytes; UTF-8; a UTF-8 text
with some broken bytes (each becomes U+FFFD); Windows-1252.
"""

import codecs
from dataclasses import dataclass

#: Byte order marks; UTF-32 first, since its little-endian mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: What pages and editors call Windows-1252; its superset of Latin-1 is what browsers read under all these names.
_WESTERN = frozenset({"ascii", "iso8859-1", "iso8859-15", "cp1252"})

_SAMPLE = 4096

#: What tells a spreadsheet that a file is UTF-8: without it, Excel shows "é" as "Ã©". For files that people open, not for other programs.
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the charset it was read in, and how many characters could not be read (they stand as U+FFFD).

    A byte order mark is the first character of `text`: offsets count it, and cleaning takes it out as it does all that is invisible.
    """

    text: str
    encoding: str
    broken: int = 0


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of these bytes. declared: the charset that the source names, if it does; it is believed only if the bytes fit it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _forgiving(content, encoding)
    for guess in (_text_codec(declared), _unmarked_utf16(content), "utf-8"):
        text = None if guess is None else _strict(content, guess)
        if guess is not None and text is not None:
            return Decoded(text, guess)
    return _damaged(content)


def _text_codec(declared: str | None) -> str | None:
    """The codec of that name, None when there is none, or none that is a charset and superset of ASCII worth trusting."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        "é".encode(name)
    except (LookupError, ValueError, UnicodeError, TypeError):
        return None
    # Pages that say Latin-1 often are UTF-8 behind a wrong header: those are tried as UTF-8 first, and end as Windows-1252.
    return None if name in _WESTERN else name


def _unmarked_utf16(content: bytes) -> str | None:
    sample = content[:_SAMPLE]
    if len(sample) < 4 or len(content) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _forgiving(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _damaged(content: bytes) -> Decoded:
    """Neither good UTF-8 nor declared: UTF-8 that was cut or spoilt if most of its letters beyond ASCII are whole, else Windows-1252."""
    damaged = _forgiving(content, "utf-8")
    whole = sum(1 for char in damaged.text if char > "\x7f") - damaged.broken
    if whole > damaged.broken:
        return damaged
    text = _strict(content, "cp1252")
    # Five bytes mean nothing in Windows-1252; Latin-1 reads them as control characters, which cleaning takes out.
    return Decoded(text, "cp1252") if text is not None else Decoded(content.decode("latin-1"), "latin-1")
