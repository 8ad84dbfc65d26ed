"""Is this text French, and if not, what is it?

Function words tell French from all else at no cost; only when they leave a doubt is a model asked, which takes half a second to load.
"""

import functools
import re
from dataclasses import dataclass
from typing import Any

from pourparlers.lexicon import load

#: Fewer letters than this tell nothing.
_LEAST_LETTERS = 60

#: The share of function words above which a text is French: 999 of 1,000 articles are; other languages stay below 0.06.
_CERTAIN = 0.10

#: What a text may be taken for. Many more languages have models; the more are asked, the more often a short text is mistaken.
_LANGUAGES = (
    *("ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hu", "it", "ja"),
    *("ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "tr", "uk", "zh"),
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SAMPLE = 5_000


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """An entry of data/fr/function_words.yaml, where the fields are explained."""

    cls: str
    words: tuple[str, ...]
    example: str


@functools.cache
def _french() -> frozenset[str]:
    return frozenset(word for entry in load("fr/function_words", FunctionWords) for word in entry.words)


def foreign_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text that is not French; None when it is French, or too short to tell."""
    sample = text[:_SAMPLE].lower().replace("’", "'")
    words = _WORD.findall(sample)
    if sum(map(len, words)) < _LEAST_LETTERS:
        return None
    if french_share(words) > _CERTAIN:
        return None
    found = str(_identifier().classify(sample)[0])
    return None if found == "fr" else found


def french_share(words: list[str]) -> float:
    """The share of French function words among lower-case words."""
    return sum(word in _french() for word in words) / max(1, len(words))


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGUAGES))
    return identifier
