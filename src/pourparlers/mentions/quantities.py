"""How many of what: a number, how exact it is made out to be, and the noun phrase that it counts."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.lexicon import Phrases, load
from pourparlers.mentions.numbers import Number, is_numeral, read_number
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import states_of
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.mention import Quantity
from pourparlers.model.text import Span

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOCK = frozenset({"h", "heure", "heures", "gmt", "utc", "min"})
_AGED = frozenset({"age", "agee", "ages", "agees"})
_LABELS = frozenset({"n°", "numero", "article", "resolution", "chapitre", "page", "lot", "vol", "protocole", "annexe", "groupe", "phase", "etape"})
_PERCENT = frozenset({"%", "pc"})


@dataclass(frozen=True, slots=True)
class Bound:
    """An entry of fr/bounds."""

    phrase: str
    bound: str
    example: str


@dataclass(frozen=True, slots=True)
class _Counted:
    """The noun phrase behind a number: its head word, where it ends, how it reads."""

    head: int
    end: int
    what: str


@functools.cache
def _bounds() -> tuple[Phrases[str], int]:
    """The phrases, read backwards from the number, and their greatest length."""
    entries = load("fr/bounds", Bound)
    return Phrases((tuple(reversed(cut(e.phrase))), e.bound) for e in entries), max(len(cut(e.phrase)) for e in entries)


def find_quantities(annotated: Annotated) -> tuple[Quantity, ...]:
    """The quantities of a document in the order of its text; dates, ages, ordinals and clock times left out."""
    found: list[Quantity] = []
    for sentence in annotated.sentences:
        found += _Counter(annotated, annotated.sentence_tokens(sentence)).read()
    return tuple(found)


class _Counter:
    """Reads one sentence from left to right."""

    def __init__(self, annotated: Annotated, words: Sequence[Token]) -> None:
        self.text = annotated.document.text
        self.words = words
        self.folded = [fold(w.text) for w in words]

    def read(self) -> Iterator[Quantity]:
        i = 0
        while i < len(self.words):
            number = self._number(i)
            if number is None:
                i += 1
                continue
            upper = self._range(number)
            last = number if upper is None else upper
            quantity = self._quantity(number, upper, last)
            if quantity is not None:
                yield quantity
            i = last.last

    def _number(self, i: int) -> Number | None:
        if not (self.words[i].text[0].isdigit() or is_numeral(self.folded[i])):
            return None
        number = read_number(self.words, i)
        return None if number is None or self._is_no_count(number) else number

    def _range(self, number: Number) -> Number | None:
        """The upper end of "de 300 à 400", "entre 300 et 400", "deux ou trois"."""
        at = number.last
        before = self._fold_at(number.first - 1)
        if at + 1 >= len(self.words):
            return None
        link = self.folded[at]
        if link == "ou" or (link == "a" and self.words[at].text != "a") or (link == "et" and before == "entre"):
            upper = read_number(self.words, at + 1)
            if upper is not None and upper.value > number.value:
                return upper
        return None

    def _is_no_count(self, number: Number) -> bool:
        before, after = self._fold_at(number.first - 1), self._fold_at(number.last)
        word = self.words[number.first].text
        dated = after in group("calendar") - {"mars"} or (after == "mars" and word.isdigit() and number.value <= 31) or before in group("calendar")
        if dated or (after in _CLOCK and number.value <= 24 and before in ("a", "vers", "des", "depuis", "avant", "apres", "jusqu'a")):
            return True
        if before in _LABELS or after in ("e", "er", "eme", "ieme") or (after in ("ans", "an") and self._is_age(number)):
            return True
        return number.last == number.first + 1 and _YEAR.fullmatch(word) is not None and self._counted(number) is None

    def _is_age(self, number: Number) -> bool:
        """True for "âgé de 28 ans", and ", 28 ans," beside a name."""
        back = {self._fold_at(number.first - k) for k in (1, 2)}
        closed = self._fold_at(number.first - 1) in (",", "(") and self._fold_at(number.last + 1) in (",", ")", ".", "")
        return bool(back & _AGED) or closed

    def _fold_at(self, i: int) -> str:
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def _quantity(self, number: Number, upper: Number | None, last: Number) -> Quantity | None:
        counted = self._counted(last)
        if counted is None and self._is_label(number):
            return None
        first, bound = self._bound(number)
        if bound == "" and number.about:
            bound = "about"
        low, high = _limits(bound, number, upper)
        head = number.first if counted is None else counted.head
        end = last.last if counted is None else counted.end
        return Quantity(
            self._span(first, end), self._span(number.first, last.last), number.value, "range" if upper is not None else bound or "exact",
            "" if counted is None else counted.what, self.words[head].i, low, high,
        )  # fmt: skip

    def _span(self, first: int, end: int) -> Span:
        return Span(self.words[first].start, self.words[end - 1].end)

    def _is_label(self, number: Number) -> bool:
        """True for the number of something rather than a number of something: "Nord Stream 2", "la phase 2"."""
        at = number.first - 1
        return at >= 0 and self.words[at].pos in ("NOUN", "PROPN") and self.words[number.first].text[0].isdigit()

    def _bound(self, number: Number) -> tuple[int, str]:
        """Where the words that tell how exact a number is begin, and what they tell."""
        phrases, longest = _bounds()
        first = number.first
        while first > 0 and self.folded[first - 1] in ("un", "une", "les", "des", "de", "d'", "entre") and self._may_skip(first - 1):
            first -= 1
        for start in (first, number.first):
            match = phrases.at([self.folded[k] for k in range(start - 1, max(-1, start - 1 - longest), -1)], 0)
            if match is not None:
                return start - match.last, match.value
        return (first if self._fold_at(first) in ("un", "une", "entre") else number.first), ""

    def _may_skip(self, i: int) -> bool:
        return self.folded[i] in ("entre",)

    def _counted(self, number: Number) -> _Counted | None:
        """The noun that a number counts, with its adjectives and one complement without article."""
        at = number.last
        if self._fold_at(at) in _PERCENT or (self._fold_at(at) == "pour" and self._fold_at(at + 1) == "cent"):
            return self._share(at)
        if number.takes_of and self._fold_at(at) in ("de", "d'", "des"):
            at += 1
        while at < len(self.words) and self.words[at].pos in ("ADJ", "DET", "NUM") and self.words[at].text[0].islower() and not self._is_noun(at):
            at += 1
        if at >= len(self.words) or not self._is_noun(at):
            return None
        return _Counted(at, end := self._end(at), self._reading(at, end))

    def _is_noun(self, i: int) -> bool:
        token = self.words[i]
        return (
            token.pos == "NOUN"
            or (token.pos in ("PROPN", "ADJ") and bool(states_of(token.text)) and token.text[0].isupper())
            or self.folded[i] in ("morts", "blesses")
        )

    def _share(self, at: int) -> _Counted:
        """A share: "86 % des Palestiniens"."""
        end = at + (2 if self.folded[at] == "pour" else 1)
        start = end
        if self._fold_at(start) in ("de", "d'", "des", "du"):
            start += 1
            while start < len(self.words) and self.words[start].pos == "DET":
                start += 1
            if start < len(self.words) and self._is_noun(start):
                end = self._end(start)
        return _Counted(at, end, self._reading(at, end))

    def _end(self, head: int) -> int:
        end = head + 1
        complemented = False
        while end < len(self.words):
            token = self.words[end]
            if token.pos == "ADJ" or (token.pos == "VERB" and token.has("VerbForm=Part") and token.has("Tense=Past")):
                end += 1
            elif not complemented and token.lower in ("de", "d'", "d’") and end + 1 < len(self.words) and self.words[end + 1].pos == "NOUN":
                end, complemented = end + 2, True
            else:
                break
        return end

    def _reading(self, first: int, end: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[end - 1].end].split())


def _limits(bound: str, number: Number, upper: Number | None) -> tuple[float | None, float | None]:
    if upper is not None:
        return number.value, upper.value
    if bound == "at_least":
        return number.value, None
    if bound == "at_most":
        return None, number.value
    return (None, None) if bound == "about" else (number.value, number.value)
