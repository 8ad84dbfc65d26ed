"""Texts as the lexicons of this room write words, and patterns of how words begin."""

import re
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain apostrophes and hyphens."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("’", "'").replace("‑", "-"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def starts_of(starts: Iterable[str]) -> re.Pattern[str]:
    """A pattern of words that begin in one of these ways, the longest first; a space stands for any white space."""
    longest_first = sorted(starts, key=lambda start: (-len(start), start))
    return re.compile(r"\b(" + "|".join(re.escape(start).replace(r"\ ", r"\s+") for start in longest_first) + ")")
