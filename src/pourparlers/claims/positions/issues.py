"""What a position is about: the issue whose words weigh most in the thing asked."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.lexicon import load

_WEIGHTS = (("strong", 4), ("cues", 2), ("weak", 1))
#: What a word adds when it stands among the first words, where the head of a thing is.
_EARLY = 1.5
_EARLY_REACH = 25


@dataclass(frozen=True, slots=True)
class Issue:
    """An entry of ``data/schema/position.yaml``; the file explains its fields."""

    issue: str
    guide: str
    fr: str
    en: str
    example: str
    strong: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """An issue and how much speaks for it."""

    issue: str
    guide: str
    weight: float


def issues() -> tuple[Issue, ...]:
    """All issues, in the order of the file."""
    return load("schema/position", Issue)


def classify(texts: Sequence[str]) -> About | None:
    """The issue of the first of the texts that tells one: the thing itself, then what stands around it. None when none does."""
    for text in texts:
        found = _best(text)
        if found is not None:
            return found
    return None


def _best(text: str) -> About | None:
    folded = fold(text)
    scored = [(_score(pattern, folded), issue) for issue, pattern in _patterns()]
    (weight, _), best = max(scored, key=lambda s: s[0])
    return About(best.issue, best.guide, weight) if weight > 0 else None


def _score(pattern: re.Pattern[str], text: str) -> tuple[float, int]:
    """The weight of an issue's words in a text; of equals, the one whose first word comes earlier."""
    score, first = 0.0, len(text)
    for match in pattern.finditer(text):
        weight = dict(_WEIGHTS)[match.lastgroup or "weak"]
        score += weight + _EARLY * (match.start() < _EARLY_REACH and weight > 1)
        first = min(first, match.start())
    return score, -first


@functools.cache
def _patterns() -> tuple[tuple[Issue, re.Pattern[str]], ...]:
    return tuple((issue, _pattern(issue)) for issue in issues())


def _pattern(issue: Issue) -> re.Pattern[str]:
    groups = []
    for name, _ in _WEIGHTS:
        words = sorted(getattr(issue, name), key=lambda w: (-len(w), w))
        if words:
            groups.append(f"(?P<{name}>{'|'.join(map(_expression, words))})")
    return re.compile(rf"\b(?:{'|'.join(groups)})\b")


def _expression(cue: str) -> str:
    return re.escape(fold(cue)).replace(r"\*", r"\w*")


def fold(text: str) -> str:
    """Lower-cased, without accents, apostrophes straight, white space squeezed."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())
