"""What a passage is about, as a set of stems: how alike two passages are worded."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from pourparlers.lexicon import load, read_yaml
from pourparlers.model.naming import fold

_WORD = re.compile(r"[^\W_]+")
#: What a word that most articles use counts for, beside 1 for another.
COMMON = 0.4
#: What stands between the thousands and the hundreds of a number.
_THOUSANDS = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class WordClass:
    """An entry of ``fr/empty_words``, ``fr/common_words``, ``fr/series`` or ``fr/answer_words``."""

    cls: str
    words: tuple[str, ...]
    example: str


@functools.cache
def empty_words() -> frozenset[str]:
    """The words that say nothing about what a passage is about."""
    return frozenset(word for entry in load("fr/empty_words", WordClass) for word in entry.words)


@functools.cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("french")


@functools.lru_cache(maxsize=262144)
def _stem(word: str) -> str | None:
    """The stem, folded (endings are told by their accents, so those go last); None for a word that tells nothing."""
    return None if fold(word) in empty_words() else fold(str(_stemmer().stemWord(word)))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that tell something, in the order of the text, each once. Numbers stay as they are."""
    words = (_stem(w) for w in _WORD.findall(_THOUSANDS.sub("", text.lower())) if len(w) > 2 or w.isdigit())
    return tuple(dict.fromkeys(stem for stem in words if stem is not None))


@functools.lru_cache(maxsize=65536)
def name_stems(name: str) -> frozenset[str]:
    """The stems of a name."""
    return frozenset(stems(name))


@functools.cache
def common_stems() -> frozenset[str]:
    """The stems of words that most articles use."""
    return frozenset(stem for entry in load("fr/common_words", WordClass) for word in entry.words for stem in stems(word))


@functools.cache
def denying_verbs() -> frozenset[str]:
    """The infinitives of the verbs by which somebody denies what was told."""
    return frozenset(entry["word"] for entry in read_yaml("fr/denials")["entries"] if entry["shape"] == "verb")


@functools.cache
def answer_stems() -> frozenset[str]:
    """The stems of words by which an answer points back to what it answers: "ces exigences"."""
    return frozenset(stem for entry in load("fr/answer_words", WordClass) for word in entry.words for stem in stems(word))


@functools.cache
def verdict_stems() -> frozenset[str]:
    """Of those, the stems of words that accept or reject."""
    entries = (entry for entry in load("fr/answer_words", WordClass) if entry.cls in ("accepts", "rejects"))
    return frozenset(stem for entry in entries for word in entry.words for stem in stems(word))


@functools.cache
def _of_series() -> re.Pattern[str]:
    words = (re.escape(fold(word)) for entry in load("fr/series", WordClass) for word in entry.words)
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


def tells_series(text: str) -> bool:
    """True for a passage that tells of many times: "bombarde presque chaque nuit", "a multiplié les tirs"."""
    return _of_series().search(fold(text)) is not None


def weigh(words: frozenset[str]) -> float:
    """How much the stems of a passage tell: 1 for each, less for those that most articles use."""
    return len(words) - (1 - COMMON) * len(words & common_stems())


def containment(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the passage that tells less which the other tells too; 0 when it tells nothing."""
    least = min(weigh(left), weigh(right))
    return weigh(left & right) / least if least else 0.0
