"""The words of a sentence that tell an event best: from four to twenty-five, cut where clauses end."""

from collections.abc import Iterable

from pourparlers.claims.clauses import trimmed
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Token
from pourparlers.model.text import Span

_FEWEST, _MOST = 4, 25
_CUTS = frozenset((",", ";", ":", "(", ")", "–", "—"))
_MARKS = frozenset(",;:.()[]«»\"“”'–—!?…")


def passage(scene: Scene, hit: Hit, holding: Iterable[int]) -> Span:
    """The passage of a trigger, with the words (indices of tokens) that it should hold, as far as there is room."""
    sentence = scene.sentence(hit.head)
    tokens = scene.annotated.tokens
    first, last = min(hit.words), hit.last
    for i in sorted(holding, key=lambda i: abs(i - hit.head.i)):
        low, high = min(first, i), max(last, i)
        if sentence.first <= i < sentence.last and _words(tokens[low : high + 1]) <= _MOST - 3:
            first, last = low, high
    first, last = _widen(tokens, (sentence.first, sentence.last), (first, last))
    return trimmed(scene.annotated, Span(tokens[first].start, tokens[last].end))


def _widen(tokens: tuple[Token, ...], sentence: tuple[int, int], inner: tuple[int, int]) -> tuple[int, int]:
    """Out to the marks on both sides; further while the passage is too short; never past the sentence or too long."""
    first, last = inner
    while True:
        size = _words(tokens[first : last + 1])
        if size >= _MOST:
            return first, last
        left = first > sentence[0] and (tokens[first - 1].lower not in _CUTS or size < _FEWEST)
        right = last + 1 < sentence[1] and (tokens[last + 1].lower not in _CUTS or size < _FEWEST)
        if not left and not right:
            return first, last
        first, last = first - left, last + (right and (not left or size + 1 < _MOST))


def _words(tokens: tuple[Token, ...]) -> int:
    return sum(t.lower not in _MARKS and not t.lower.endswith(("'", "’")) for t in tokens)
