"""Numbers as French writes them: "142.500", "1 000", "1,4 million", "vingt-deux", "trois mille deux cents", "un million et demi"."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.mentions.words import fold
from pourparlers.model.annotated import Token

_GROUPED = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+|\.\d{1,2})?")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """An entry of fr/numerals."""

    word: str
    value: int
    part: str
    example: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words [first, last). about: told as a round number ("une centaine"). takes_of: its noun follows after "de".
    scale: what the nouns of number multiply it by ("2,4 millions"). upper: the other end of "trois-quatre", in one word."""

    first: int
    last: int
    value: float
    about: bool = False
    takes_of: bool = False
    scale: float = 1
    upper: float | None = None


@functools.cache
def _numerals() -> dict[str, Numeral]:
    return {fold(n.word): n for n in load("fr/numerals", Numeral)}


def is_numeral(word: str) -> bool:
    """True for a folded word that a number in words may begin with."""
    return word in _numerals() or ("-" in word and word.partition("-")[0] in _numerals())


def read_number(words: Sequence[Token], i: int) -> Number | None:
    """The number that begins at word `i`, None when none does or when the word is but an article."""
    digits = _digits(words[i].text)
    if digits is not None:
        return _scaled(words, i, i + 1, digits)
    return _spelt(words, i)


def _digits(text: str) -> float | None:
    if _GROUPED.fullmatch(text):
        return float(_SPACES.sub("", text).replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text) and len(text) <= 15:
        return float(text.replace(",", "."))
    return None


def _scaled(words: Sequence[Token], first: int, last: int, value: float) -> Number:
    """The number times the nouns of number behind it, and half of the last: "2,4 millions", "deux douzaines", "trois millions et demi"."""
    about = takes_of = False
    scale = 1
    while last < len(words):
        numeral = _scale_of(fold(words[last].text))
        if numeral is None:
            break
        scale, last = scale * numeral.value, last + 1
        about, takes_of = about or numeral.part == "about", numeral.part != "thousand"
    if takes_of and _is_half(words, last):
        value, last = value + 0.5, last + 2
    return Number(first, last, value * scale, about, takes_of, scale)


def _scale_of(word: str) -> Numeral | None:
    """The noun of number that a folded word is, which a number before it multiplies: "millions", "douzaines"."""
    numeral = _numerals().get(word) or _numerals().get(word.removesuffix("s"))
    return numeral if numeral is not None and numeral.part in ("scale", "about", "thousand") else None


def _is_half(words: Sequence[Token], i: int) -> bool:
    return [fold(word.text) for word in words[i : i + 2]] in (["et", "demi"], ["et", "demie"])


def _spelt(words: Sequence[Token], i: int) -> Number | None:
    round_number = _numerals().get(fold(words[i].text))
    if round_number is not None and round_number.part == "about":
        return Number(i, i + 1, float(round_number.value), about=True, takes_of=True) if _is_one(words, i) else None
    pair = _either(fold(words[i].text))
    if pair is not None:
        return Number(i, i + 1, float(pair[0]), upper=float(pair[1]))
    parts, last = _parts(words, i)
    if not parts:
        return None
    number = _scaled(words, i, last, _sum(parts))
    return None if number.last == i + 1 and fold(words[i].text) in ("un", "une") else number


def _is_one(words: Sequence[Token], i: int) -> bool:
    """True for a round number that is one of its kind: "une bonne centaine", "la centaine de villages"; "à la douzaine" counts nothing."""
    before = fold(words[i - 1].text) if i > 0 else ""
    behind = fold(words[i + 1].text) if i + 1 < len(words) else ""
    return before in _ONE_GOOD or (before in _THE_ONE and behind in ("de", "d'"))


def _either(word: str) -> tuple[int, int] | None:
    """The two numbers of "trois-quatre", each one more than the one before it, which make no compound."""
    pieces = [_numerals().get(piece) for piece in word.split("-")]
    if len(pieces) == 2 and pieces[0] is not None and pieces[1] is not None and pieces[1].value == pieces[0].value + 1:
        return pieces[0].value, pieces[1].value
    return None


def _parts(words: Sequence[Token], i: int) -> tuple[list[Numeral], int]:
    """The numerals at word `i` and on, compounds taken apart, and where they end."""
    parts: list[Numeral] = []
    at = i
    while at < len(words):
        word = fold(words[at].text)
        here = _compound(word)
        linked = word == "et" and bool(parts) and parts[-1].value in _TENS and _joins(words, at + 1)
        if not here and not linked:
            break
        if parts and here and here[0].value == 1 and not linked and parts[-1].value not in (20, 30, 40, 50, 60):
            break
        parts += here
        at += 1
    return parts, at


def _joins(words: Sequence[Token], i: int) -> bool:
    return i < len(words) and fold(words[i].text) in ("un", "une", "onze")


_TENS = frozenset({20, 30, 40, 50, 60, 70, 80})
_ONE_GOOD = frozenset({"bon", "bonne", "petit", "petite"})
_THE_ONE = frozenset({"la", "cette", "sa", "leur"})


def _compound(word: str) -> list[Numeral]:
    """The numerals of a word or compound ("quatre-vingt-dix"), none when it is not made of them alone."""
    found = []
    for piece in word.split("-"):
        numeral = _numerals().get(piece)
        if numeral is not None and numeral.part in ("unit", "hundred", "thousand"):
            found.append(numeral)
        elif piece != "et":
            return []
    return found


def _sum(parts: Sequence[Numeral]) -> float:
    total = current = 0
    for part in parts:
        if part.part == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif part.part == "hundred":
            current = (current or 1) * 100 if current < 10 else current + 100
        elif part.value == 20 and current % 100 == 4:
            current += 76  # quatre-vingt
        else:
            current += part.value
    return float(total + current)
