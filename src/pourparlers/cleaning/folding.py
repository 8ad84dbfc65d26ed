"""Text as the lexicons of this room see it: lower-case, without accents, straight apostrophes, and of the same length character by character."""

import functools
import unicodedata

_ALIKE = {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "œ": "o", "æ": "a", "ß": "s"}


@functools.cache
def _folded(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """The folded text; offsets into it are offsets into `text`."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))
