"""Characters that look alike or cannot be seen, made plain; quotation marks and apostrophes stay as they were written.

In this order, and nothing else:

1. HTML entities, stray inline tags and the marks of Markdown in plain text are read;
2. UTF-8 that was once read as Windows-1252 ("Ã©") is mended, where the sequence can mean nothing else in French;
3. invisible characters go: soft hyphens, joiners, marks of direction, controls;
4. a letter and its combining accents become one character (NFC); ligatures of typesetting ("ﬁ") become letters;
5. a straight quotation mark between an elided word and its noun ("d\"avenir") is an apostrophe, where it has no counterpart in its line;
6. every kind of space becomes a space, every kind of line end a line feed; literal "\\n" left over by a bad export too;
7. runs of spaces become one.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from pourparlers.cleaning.traced import Traced

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAKING_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|em|strong|span|u|sup)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
#: Marks of Markdown: of headings, of bold print, of a line in italics, of links.
_MARKDOWN = re.compile(
    r"^#{1,6} +(?=\S)|(?<!\*)\*\*(?!\*)|^[*_](?=[^\s*_][^*_\n]{0,300}[*_]$)|(?<=[^\s*_])[*_]$"
    r"|\[(?=[^\[\]\n]{1,300}\]\(https?://)|(?<=\S)\]\(https?://[^()\s]{1,500}\)",
    re.MULTILINE,
)

#: Characters of French text beyond ASCII, as far as their UTF-8 bytes were likely to be misread.
_MISREAD = "àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…€°\u00a0\u202f"


def _as_windows(char: str) -> str:
    """How the UTF-8 bytes of a character look when they are read as Windows-1252."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in char.encode("utf-8"))


_MOJIBAKE = {_as_windows(char): char for char in _MISREAD}
_MOJIBAKE_PATTERN = re.compile("|".join(sorted(map(re.escape, _MOJIBAKE), key=len, reverse=True)))

_COMBINED = re.compile(r"\w[\u0300-\u036f]{1,4}")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_APOSTROPHE = re.compile(r"(?<![^\W_])((?:[cdjlmnst]|qu))\"(?=[aeiouyhàâéèêëîïôœ])", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]|(?<!\\)\\n(?![a-zà-ÿ])")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc]+"
)
_SPACE = re.compile(r"[^\S\n ]")
_SPACES = re.compile(r" {2,}")


def plain_markup(words: Traced) -> Traced:
    """Plain text without the entities, the inline tags and the marks of Markdown that an export left in it."""
    if "<" in words.text:
        words = words.sub(_BREAKING_TAG, "\n").sub(_INLINE_TAG, "")
    if any(mark in words.text for mark in "#*_["):
        words = words.sub(_MARKDOWN, "")
    return words.sub(_ENTITY, entity) if "&" in words.text else words


def entity(match: re.Match[str]) -> str | None:
    """The character that an HTML entity stands for, None when it stands for none."""
    char = html.unescape(match[0])
    return None if char == match[0] else char


def normalise(words: Traced) -> Traced:
    """The same text with plain characters; line feeds end its lines."""
    text = words.text
    if "Ã" in text or "Â" in text or "â€" in text or "â‚" in text or "Å" in text:
        words = words.sub(_MOJIBAKE_PATTERN, lambda match: _MOJIBAKE[match[0]])
    words = words.sub(_LINE_END, "\n").sub(_UNSEEN, "")
    words = words.sub(_COMBINED, lambda match: unicodedata.normalize("NFC", match[0]))
    words = words.sub(_LIGATURE, lambda match: _LIGATURES[match[0]])
    mistyped = frozenset(_mistyped(words.text))
    if mistyped:
        words = words.sub(_APOSTROPHE, lambda match: f"{match[1]}'" if match.start() in mistyped else None)
    return words.sub(_SPACE, " ").sub(_SPACES, " ")


def _mistyped(text: str) -> Iterator[int]:
    """Where a straight quotation mark was typed for an apostrophe: the only such one in a line with an odd number of them."""
    for line in _LINE.finditer(text) if '"' in text else ():
        found = list(_APOSTROPHE.finditer(text, *line.span()))
        if len(found) == 1 and line[0].count('"') % 2 == 1:
            yield found[0].start()
