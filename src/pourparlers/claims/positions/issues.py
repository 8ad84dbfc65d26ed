"""What a position is about: the issue whose words weigh most in the thing asked."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.lexicon import load

_WEIGHTS = (("strong", 4), ("cues", 2), ("weak", 1))
#: What the issue gains whose word stands before those of all others: the head of a thing comes first.
_FOREMOST = 2
#: A document has a topic when the words for it weigh so much.
_TOPICAL = 8


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
    scored = [(*_score(pattern, folded), issue) for issue, pattern in _patterns()]
    told = [(score, first, issue) for score, first, issue in scored if first >= 0]
    if not told:
        return None
    foremost = min(first for _, first, _ in told)
    weight, _, best = max(told, key=lambda t: (t[0] + _FOREMOST * (t[1] == foremost), -t[1]))
    return About(best.issue, best.guide, weight)


def topic(text: str) -> About | None:
    """The issue that a whole document is about, talks and elections apart: what "cet accord" is likely to settle. None when no word tells."""
    folded = fold(text)
    scored = [(_score(pattern, folded)[0], issue) for issue, pattern in _patterns() if issue.guide not in ("meeting", "other")]
    weight, best = max(scored, key=lambda s: s[0])
    return About(best.issue, best.guide, weight) if weight >= _TOPICAL else None


def _score(pattern: re.Pattern[str], text: str) -> tuple[float, int]:
    """The weight of an issue's words in a text, and where the first of them stands (-1: nowhere)."""
    score, first = 0.0, -1
    for match in pattern.finditer(text):
        weight = dict(_WEIGHTS)[match.lastgroup or "weak"]
        score += weight
        first = match.start() if first < 0 else first
    return score, first


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
