"""How many of what: a number, how exact it is made out to be, and the noun phrase that it counts."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.lexicon import Phrases, load
from pourparlers.mentions.numbers import Number, is_numeral, read_number
from pourparlers.mentions.ranges import Range, range_at
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
_QUOTES = frozenset('"«»“”')
#: Nouns that only say that a number follows or went before: "à 300 le nombre de morts".
_NUMBERS = frozenset({"nombre", "total"})
#: Nouns that tell of whom a number holds rather than what it counts: "40 morts d'un côté, 12 côté rebelle".
_ON_THE_SIDE_OF = frozenset({"cote"})
#: What stands behind the number of an item in a list that opens a line.
_ITEM_MARKS = frozenset({".", ")", "°", "/", "-", "–", ":", ".-", "°)"})
#: A time behind its article is not what is counted: "contre 38 la veille".
_THE = frozenset({"le", "la", "l'"})
_TIMES = frozenset({"an", "annee", "jour", "lendemain", "matin", "mois", "nuit", "semaine", "soir", "trimestre", "veille", "week-end"})
#: What stands behind these is not what is counted: "ils étaient 1.400 cette année".
_THESE = frozenset({"ce", "ces", "cet", "cette", "chaque"})
#: Adverbs that taggers take for nouns: "un grièvement blessé".
_HOW_BADLY = frozenset({"gravement", "grievement", "legerement", "mortellement", "serieusement"})
#: "au plus tard" bounds a time.
_OF_TIME = frozenset({"tard", "tot", "vite"})
#: Participles that are nouns behind a number, whatever taggers take them for: "un million de déplacés".
_VICTIMS = frozenset({"morts", "blesses", "deplaces", "refugies", "disparus"})
_WHOSE = frozenset({"ses", "leurs", "nos", "mes", "vos", "ces"})
#: Adjectives that may stand before somebody who is one: "un premier garde a été tué".
_FIRST = frozenset({"premier", "premiere", "jeune", "haut"})
#: What stands behind an auxiliary where one alone has died: "un garde a été tué", "une femme est morte".
_DEAD = frozenset({"mort", "morte", "decede", "decedee", "peri", "succombe", "tue", "tuee", "assassine", "assassinee", "execute", "executee"})
#: Between a number and the "un" that goes on with it lie at most so many words: "six gardes ont été tués et un grièvement blessé".
_LIST_GAP = 5
#: "et un autre", "l'un des deux" count nothing.
_NO_ONES = frozenset({"autre", "nombre", "des", "du", "d'entre", "de", "tel", "telle", "seul", "seule", "certain", "certaine", "peu"})


@dataclass(frozen=True, slots=True)
class Bound:
    """An entry of fr/bounds."""

    phrase: str
    bound: str
    example: str
    behind: bool = False


@dataclass(frozen=True, slots=True)
class _Counted:
    """The noun phrase behind a number: its head word, where it ends, how it reads."""

    head: int
    end: int
    what: str


@functools.cache
def _bounds_behind() -> Phrases[str]:
    return Phrases((cut(e.phrase), e.bound) for e in load("fr/bounds", Bound) if e.behind)


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
        before: int | None = None  # where the last quantity ended
        while i < len(self.words):
            number = self._number(i) or self._one(i, before)
            if number is None:
                i += 1
                continue
            ends = range_at(self.words, self.folded, number)
            quantity = self._quantity(number, ends) if ends is None or not ends.change else self._quantity(ends.upper, None)
            if quantity is not None:
                yield quantity
            i = before = number.last if ends is None else ends.upper.last

    def _number(self, i: int) -> Number | None:
        if not (self.words[i].text[0].isdigit() or is_numeral(self.folded[i])):
            return None
        number = read_number(self.words, i)
        return None if number is None or self._is_no_count(number) else number

    def _one(self, i: int, before: int | None) -> Number | None:
        """The "un" that counts since other numbers stand beside it: "deux morts et un blessé", "la mort d'un colonel et de trois gardes"."""
        if self.folded[i] not in ("un", "une") or self._fold_at(i + 1) in _NO_ONES:
            return None
        goes_on = before is not None and i - before <= _LIST_GAP and self._fold_at(i - 1) == "et"
        noun = i + 1 + (self._fold_at(i + 1) in _FIRST)
        if goes_on or (self._is_noun_at(noun) and (self._leads_to_number(noun) or self._has_died(self._end(noun)))):
            return Number(i, i + 1, 1.0)
        return None

    def _has_died(self, i: int) -> bool:
        """True for an auxiliary and the participle of dying at word `i` and on."""
        if i >= len(self.words) or self.words[i].pos not in ("AUX", "VERB"):
            return False
        return self._fold_at(i + 1 + (self._fold_at(i + 1) == "ete")) in _DEAD

    def _leads_to_number(self, noun: int) -> bool:
        """True for the "un" of "un civil et deux soldats", "un soldat a été tué et trois autres blessés", "un an au maximum"."""
        link = self._end(noun)
        if self._bound_behind(link)[1]:
            return True
        at = link + 1 + (self._fold_at(link + 1) in ("de", "d'"))
        if self._fold_at(link) == "et" and at < len(self.words) and self._number(at) is not None:
            return True
        ands = [k for k in range(link, min(link + _LIST_GAP + 1, len(self.words) - 2)) if self.folded[k] == "et"]
        return any(self._fold_at(k + 2) == "autres" and self._number(k + 1) is not None for k in ands)

    def _is_no_count(self, number: Number) -> bool:
        before, after = self._fold_at(number.first - 1), self._fold_at(number.last)
        if number.first == 0 and after in _ITEM_MARKS:
            return True
        word = self.words[number.first].text
        dated = after in group("calendar") - {"mars"} or (after == "mars" and word.isdigit() and number.value <= 31)
        dated = dated or (before in group("calendar") and self._is_of_date(number))
        if dated or (after in _CLOCK and number.value <= 24 and before in ("a", "vers", "des", "depuis", "avant", "apres", "jusqu'a")):
            return True
        if before in _LABELS or after in ("e", "er", "eme", "ieme") or (after in ("ans", "an") and self._is_age(number)):
            return True
        return number.last == number.first + 1 and _YEAR.fullmatch(word) is not None and self._counted(number) is None

    def _is_of_date(self, number: Number) -> bool:
        """True for a day or year behind a weekday or month ("jeudi 12", "mai 2020"), not for what happened then: "tué jeudi huit gardes"."""
        return self._counted(number) is None or _YEAR.fullmatch(self.words[number.first].text) is not None

    def _is_age(self, number: Number) -> bool:
        """True for "âgé de 28 ans", and ", 28 ans," beside a name."""
        back = {self._fold_at(number.first - k) for k in (1, 2)}
        closed = self._fold_at(number.first - 1) in (",", "(") and self._fold_at(number.last + 1) in (",", ")", ".", "")
        return bool(back & _AGED) or closed

    def _fold_at(self, i: int) -> str:
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def _quantity(self, number: Number, ends: Range | None) -> Quantity | None:
        low, last = (number, number) if ends is None else (ends.lower, ends.upper)
        counted = self._counted(last)
        if counted is None and (self._is_label(low) or (low.value == 0 and not self._fold_at(low.last).isalpha()) or self._is_quoted(low)):
            return None
        head = low.last - 1 if counted is None else counted.head
        first, bound = self._bound(low)
        end = last.last if counted is None else counted.end
        if bound == "":
            end, bound = self._bound_behind(end)
        bound = bound or ("about" if low.about else "")
        limits = _limits(bound, low.value) if ends is None else (low.value, last.value)
        return Quantity(
            self._span(first, end), self._span(low.first, last.last), low.value, bound or "exact" if ends is None else "range",
            "" if counted is None else counted.what, self.words[head].i, *limits,
        )  # fmt: skip

    def _span(self, first: int, end: int) -> Span:
        return Span(self.words[first].start, self.words[end - 1].end)

    def _is_label(self, number: Number) -> bool:
        """True for the number of something rather than a number of something: "Nord Stream 2", "la phase 2"."""
        at = number.first - 1
        return at >= 0 and self.words[at].pos in ("NOUN", "PROPN") and self.words[number.first].text[0].isdigit()

    def _is_quoted(self, number: Number) -> bool:
        """True for a number alone between quotation marks, which is a name: le dossier « 4000 »."""
        return self._fold_at(number.first - 1) in _QUOTES and self._fold_at(number.last) in _QUOTES

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

    def _bound_behind(self, end: int) -> tuple[int, str]:
        """Where the words behind a quantity end that tell how exact it is ("300 morts au moins"), and what they tell; not "au plus tard"."""
        match = _bounds_behind().at(self.folded, end)
        if match is None or self._fold_at(match.last) in _OF_TIME or read_number(self.words, match.last) is not None:
            return end, ""
        return match.last, match.value

    def _may_skip(self, i: int) -> bool:
        return self.folded[i] in ("entre",)

    def _counted(self, number: Number) -> _Counted | None:
        """The noun that a number counts, with its adjectives and one complement without article."""
        at = number.last
        if self._fold_at(at) in _PERCENT or (self._fold_at(at) == "pour" and self._fold_at(at + 1) == "cent"):
            return self._share(at)
        if number.takes_of and self._fold_at(at) in ("de", "d'", "des"):
            at += 1
        at += self._whole(at)
        while at < len(self.words) and self._leads_on(at):
            at += 1
        if at + 2 < len(self.words) and self.folded[at] in _NUMBERS and self.folded[at + 1] in ("de", "d'", "des") and self._is_noun(at + 2):
            at += 2
        if at >= len(self.words) or not self._is_noun(at):
            return None
        return _Counted(at, end := self._end(at), self._reading(at, end))

    def _whole(self, i: int) -> int:
        """How many words lead to the noun of a whole, of which a number is a part: "des neuf" in "quatre des neuf membres", "de ses"."""
        if self._fold_at(i) == "de" and self._fold_at(i + 1) in _WHOSE:
            return 2
        inner = read_number(self.words, i + 1) if self._fold_at(i) == "des" and i + 1 < len(self.words) else None
        return 0 if inner is None else inner.last - i

    def _leads_on(self, i: int) -> bool:
        """True for a word that may stand between a number and its noun: "trois autres soldats", "300 « volontaires »"."""
        word = self.words[i]
        if word.text in _QUOTES:
            return self._is_noun_at(i + 1)
        if self.folded[i] in _THESE or (self.folded[i] in _THE and self._fold_at(i + 1) in _TIMES):
            return False
        return (word.pos in ("ADJ", "DET", "NUM") and word.text[0].islower() and not self._is_noun(i)) or self.folded[i] in _HOW_BADLY

    def _is_noun_at(self, i: int) -> bool:
        return i < len(self.words) and self._is_noun(i)

    def _is_noun(self, i: int) -> bool:
        token = self.words[i]
        return (
            (token.pos == "NOUN" and self.folded[i] not in _HOW_BADLY | _ON_THE_SIDE_OF)
            or (token.pos in ("PROPN", "ADJ") and bool(states_of(token.text)) and token.text[0].isupper())
            or self.folded[i] in _VICTIMS
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
        while end < len(self.words) and _bounds_behind().at(self.folded, end) is None:
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


def _limits(bound: str, value: float) -> tuple[float | None, float | None]:
    if bound == "at_least":
        return value, None
    if bound == "at_most":
        return None, value
    return (None, None) if bound == "about" else (value, value)
