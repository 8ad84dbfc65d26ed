"""What a position is about: the issue whose words weigh most in the thing asked."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.lexicon import load

_WEIGHTS = {"strong": 4, "cues": 2, "weak": 1}
#: From what weight on an issue is a matter of negotiation.
_AT_STAKE = _WEIGHTS["cues"]
#: What the issue gains whose word stands before those of all others: the head of a thing comes first.
_FOREMOST = 1.5
#: "Groupes armés" are no arms, though they look so without accents.
_ARMED = re.compile(r"\barmés?\b", re.IGNORECASE)
#: Quotation marks may stand within an expression.
_UNQUOTED = str.maketrans("", "", '"«»“”')
#: Issues that documents of any matter speak of.
_NO_TOPICS = frozenset(("meeting", "other"))
#: Documents whose topics are remembered: the one being read asks for it at every reference.
_KEPT = 4
#: Passages whose issues are remembered: a sentence is asked for every thing in it.
_PASSAGES = 256
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

    @property
    def at_stake(self) -> bool:
        """True for a matter of negotiation; a weaker issue may be one in passing."""
        return self.weight >= _AT_STAKE


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


@functools.lru_cache(maxsize=_PASSAGES)
def _best(text: str) -> About | None:
    folded = fold(_ARMED.sub("", text.translate(_UNQUOTED)))
    told = [(found, issue) for issue, pattern in _patterns() if (found := _find(pattern, folded)) is not None]
    if not told:
        return None
    foremost = min(found.first for found, _ in told)
    found, best = max(told, key=lambda t: (t[0].score + _FOREMOST * (t[0].first == foremost and t[0].opening > 1), -t[0].first))
    return About(best.issue, best.guide, found.total)


@functools.lru_cache(maxsize=_KEPT)
def topic(text: str) -> About | None:
    """The issue that a whole document is about, talks and elections apart: what "cet accord" is likely to settle. None when no word tells."""
    folded = fold(text)
    told = [(found.total, issue) for issue, pattern in _patterns() if issue.guide not in _NO_TOPICS and (found := _find(pattern, folded)) is not None]
    weight, best = max(told, key=lambda t: t[0], default=(0, None))
    return About(best.issue, best.guide, weight) if best is not None and weight >= _TOPICAL else None


@dataclass(frozen=True, slots=True)
class _Found:
    """An issue's words in a text: their weights in all, the score (the heaviest counts whole, the others half), where the first stands and
    what it weighs."""

    total: int
    score: float
    first: int
    opening: int


def _find(pattern: re.Pattern[str], text: str) -> _Found | None:
    found = [(_WEIGHTS[match.lastgroup or "weak"], match.start()) for match in pattern.finditer(text)]
    if not found:
        return None
    total, heaviest = sum(w for w, _ in found), max(w for w, _ in found)
    return _Found(total, (heaviest + total) / 2, found[0][1], found[0][0])


@functools.cache
def _patterns() -> tuple[tuple[Issue, re.Pattern[str]], ...]:
    return tuple((issue, _pattern(issue)) for issue in issues())


def _pattern(issue: Issue) -> re.Pattern[str]:
    groups = []
    for name in _WEIGHTS:
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
