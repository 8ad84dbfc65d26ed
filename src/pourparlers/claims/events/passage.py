"""The words of a sentence that tell an event best: from four to twenty-five, cut where clauses end."""

from collections.abc import Iterable
from itertools import pairwise

from pourparlers.claims.clauses import trimmed
from pourparlers.claims.events.coordinated import verb_of_auxiliary
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.text import Span

_RELATIVES = frozenset(("qui", "que", "qu'", "qu’", "dont", "où", "laquelle", "lequel"))
_FEWEST, _MOST = 4, 25
_CUTS = frozenset((",", ";", ":", "(", ")", "–", "—"))
_MARKS = frozenset(",;:.()[]«»\"“”'–—!?…")


def passage(scene: Scene, hit: Hit, holding: Iterable[int], heads: Iterable[int]) -> Span:
    """The passage of a trigger, with the words (indices of tokens) that it should hold, as far as there is room. heads: those of the events that its
    sentence tells."""
    sentence = scene.sentence(hit.head)
    tokens = scene.annotated.tokens
    turns = _turns(scene, sentence, heads)
    first, last = min(hit.words), hit.last
    for i in sorted(holding, key=lambda i: abs(i - hit.head.i)):
        low, high = min(first, i), max(last, i)
        if (
            sentence.first <= i < sentence.last
            and _words(tokens[low : high + 1]) <= _MOST - 3
            and turns.isdisjoint((*range(low + 1, first + 1), *range(last + 1, high + 1)))
        ):
            first, last = low, high
    first, last = _widen(tokens, (sentence.first, sentence.last), (first, last), turns)
    return trimmed(scene.annotated, Span(tokens[first].start, tokens[last].end))


def _turns(scene: Scene, sentence: Sentence, heads: Iterable[int]) -> frozenset[int]:
    """The words before which the sentence goes on to another event: the participles that share the auxiliary of the verb before them, and the comma
    or "et" that joins them ("ont interdit la pêche, fermé le pont et coupé l'eau"), and relative pronouns ("les pourparlers avec la junte qui a
    renversé le président")."""
    tokens, told = scene.annotated.tokens, tuple(heads)
    joined = {i for i in range(sentence.first + 1, sentence.last) if verb_of_auxiliary(scene, i) is not None}
    turns = sorted(joined | {i for i in range(sentence.first + 1, sentence.last) if _is_relative(tokens[i])})
    taken = {turn for turn, end in pairwise([*turns, sentence.last]) if min(told) < turn and any(turn <= head < end for head in told)}
    return frozenset(taken | {i - 1 for i in taken & joined})


def _is_relative(token: Token) -> bool:
    """True for the pronoun that opens a relative clause."""
    return token.pos == "PRON" and token.lower in _RELATIVES


def _widen(tokens: tuple[Token, ...], sentence: tuple[int, int], inner: tuple[int, int], turns: frozenset[int]) -> tuple[int, int]:
    """Out to the marks and turns on both sides; further while the passage is too short; never past the sentence or too long."""
    first, last = inner
    size = _words(tokens[first : last + 1])
    while size < _MOST:
        left = first > sentence[0] and (not (first in turns or _cuts(tokens, first - 1)) or size < _FEWEST)
        right = last + 1 < sentence[1] and (not (last + 1 in turns or _cuts(tokens, last + 1)) or size < _FEWEST)
        if left:
            first -= 1
            size += _is_word(tokens[first])
        if right and size < _MOST:
            last += 1
            size += _is_word(tokens[last])
        if not left and not right:
            break
    return first, last


def _cuts(tokens: tuple[Token, ...], i: int) -> bool:
    """True for a mark that ends a clause: not for the comma of a list of years."""
    if tokens[i].text != "," or not 0 < i < len(tokens) - 1:
        return tokens[i].text in _CUTS
    return not (tokens[i - 1].text.isdigit() and tokens[i + 1].text.isdigit())


def _words(tokens: tuple[Token, ...]) -> int:
    return sum(map(_is_word, tokens))


def _is_word(token: Token) -> bool:
    return token.text not in _MARKS and not token.text.endswith(("'", "’"))
