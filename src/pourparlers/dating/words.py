"""Text -> words with classes: the alphabet that the patterns of expressions are written in.

Every distinct set of classes is one letter of a private alphabet, so that a text becomes a string as long as its words, over which patterns run as
ordinary regular expressions. A word without a class is ".", a line break "\\n".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pourparlers.dating.numbers import cardinals, ordinals
from pourparlers.lexicon import Phrases, load, read_yaml
from pourparlers.model.text import Span

UNKNOWN = "."

_TOKEN = re.compile(
    r"[Aa]ujourd['’]hui|AUJOURD['’]HUI|[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*"  # a word with its hyphens; an elided one with its apostrophe
    r"|\d{1,3}(?:[.\u202f\xa0 ]\d{3})+(?!\d)|\d++,\d+|\d++(?:er|ère|ème|eme|e|nd|nde)?(?![^\W\d_])|\d+"
    r"|\n|[^\w\s]"
)
_NUMBER = re.compile(r"(\d{1,9})(er|ère|ème|eme|e|nd|nde)?")
_PATTERN_WORD = re.compile(r"[^\s()?*<>|!=]+")

#: Opening quotation marks and what closes them.
_CLOSING = {"«": "»", "“": "”", '"': '"'}

#: Numbers that can be a year in the news.
_YEARS = range(1500, 2200)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """An entry of data/fr/time_words.yaml."""

    group: str
    words: tuple[str, ...]
    example: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their offsets and forms, and the letter of each, joined."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    letters: str

    def span(self, first: int, last: int) -> Span:
        """The span of the words [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def quoted(self) -> tuple[int, ...]:
        """For each word the number of the passage in quotation marks that holds it, 0 outside. Straight marks close at the end of a line."""
        found, number, inside = [], 0, ""
        for form in self.forms:
            if not inside and form in _CLOSING:
                number, inside = number + 1, _CLOSING[form]
            elif inside and (form == inside or (form == "\n" and inside == '"')):
                inside = ""
            found.append(number if inside else 0)
        return tuple(found)


class Alphabet:
    """The classes of every known word, and a letter for each set of classes."""

    def __init__(self, values: dict[str, dict[str, str]]) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self._values = values
        self._forms: dict[str, str] = {}
        self._words: dict[str, str] = {}
        phrases: list[tuple[tuple[str, ...], str]] = []
        for word, classes in values.items():
            letter = self._letter(frozenset(classes))
            parts = tuple(_TOKEN.findall(word))
            if len(parts) == 1:
                self._forms.update(dict.fromkeys(_spellings(word), letter))
                self._words.update(dict.fromkeys(_spellings(word), word))
            else:
                phrases.append((parts, letter))
        self._phrases: Phrases[str] = Phrases(phrases)
        self._heads = frozenset(form for parts, _ in phrases for form in _spellings(parts[0]))
        for form in _all_number_shapes():
            self._letter(form)

    def _letter(self, classes: frozenset[str]) -> str:
        return self._letters.setdefault(classes, chr(0xE000 + len(self._letters)))

    def letters_of(self, name: str) -> str:
        """The letters of all words of a class."""
        return "".join(letter for classes, letter in self._letters.items() if name in classes)

    def value(self, form: str, name: str) -> str | None:
        """What a word brings as a member of a class: "1" for "lundi" as WEEKDAY; None when it does not belong to it."""
        folded = self._words.get(form) or " ".join(_fold(form).split())
        classes = self._values.get(folded)
        if classes is not None:
            return classes.get(name)
        number = _NUMBER.fullmatch(folded)
        if number is not None and name in _number_classes(number[1], number[2]):
            return str(int(number[1]))
        return folded.replace(",", ".") if name == "DECIMAL" else None

    def read(self, text: str) -> Words:
        """The words of a text. Phrases of the lexicon are one word; a hyphenated word that is unknown is split if a part is known."""
        raw = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        starts: list[int] = []
        ends: list[int] = []
        forms: list[str] = []
        letters: list[str] = []
        skip = 0
        for i, (form, start) in enumerate(raw):
            if i < skip:
                continue
            letter = self._forms.get(form)
            if form in self._heads and (phrase := self._phrase(raw, i)) is not None:
                skip, letter = phrase
                end = raw[skip - 1][1] + len(raw[skip - 1][0])
                form = text[start:end]
            if letter is None and "-" in form and len(form) > 1:
                for part, offset, part_letter in self._split(form):
                    starts.append(start + offset)
                    ends.append(start + offset + len(part))
                    forms.append(part)
                    letters.append(part_letter)
                continue
            starts.append(start)
            ends.append(start + len(form))
            forms.append(form)
            letters.append(letter or (UNKNOWN if _is_glued(raw, i) else self._unlisted(form)))
        return Words(tuple(starts), tuple(ends), tuple(forms), "".join(letters))

    def _phrase(self, raw: list[tuple[str, int]], first: int) -> tuple[int, str] | None:
        """The end and the letter of the phrase that starts at a word, if one does."""
        match = self._phrases.at([_fold(form) for form, _ in raw[first : first + 6]], 0)
        return None if match is None else (first + match.last, match.value)

    def _unlisted(self, form: str) -> str:
        if form == "\n":
            return form
        if not form[0].isdecimal():
            return UNKNOWN
        number = _NUMBER.fullmatch(form)
        if number is not None:
            return self._letters.get(_number_classes(number[1], number[2]), UNKNOWN)
        return self._letters[frozenset({"DECIMAL"})] if "," in form else UNKNOWN

    def _split(self, form: str) -> Iterator[tuple[str, int, str]]:
        """The parts of a hyphenated word, if one of them is known; else the whole."""
        parts = form.split("-")
        letters = [self._forms.get(part, UNKNOWN) for part in parts]
        if all(letter == UNKNOWN for letter in letters):
            yield form, 0, UNKNOWN
            return
        offset = 0
        for part, letter in zip(parts, letters, strict=True):
            yield part, offset, letter
            offset += len(part) + 1


@cache
def alphabet() -> Alphabet:
    """The alphabet of the French lexicons: words, numbers, and the words that patterns name themselves."""
    values: dict[str, dict[str, str]] = {}
    for entry in time_words():
        for word in entry.words:
            values.setdefault(word, {})[entry.group] = entry.value
    for word, number in cardinals().items():
        values.setdefault(word, {}).update({"COUNT": str(number), "NUM": str(number)})
    for word, number in ordinals().items():
        values.setdefault(word, {})["ORD"] = str(number)
        if word == "premier":
            values[word]["FIRST"] = "1"
    for entry in read_yaml("fr/time_patterns")["entries"]:
        for word in _PATTERN_WORD.findall(entry["pattern"]):
            if word == word.lower():
                values.setdefault(word, {})[word] = ""
    return Alphabet(values)


def time_words() -> tuple[TimeWord, ...]:
    """The entries of data/fr/time_words.yaml."""
    return load("fr/time_words", TimeWord)


def _is_glued(raw: list[tuple[str, int]], i: int) -> bool:
    """True for a number with letters behind it that are neither an hour nor a unit: « 5G », « 3D »."""
    form, start = raw[i]
    if i + 1 == len(raw) or raw[i + 1][1] != start + len(form) or not form[-1].isdecimal():
        return False
    following = raw[i + 1][0]
    return following[0].isalpha() and following.lower() not in ("h", "mn", "min", "s")


def _fold(form: str) -> str:
    return form.lower().replace("’", "'")


def _spellings(word: str) -> Iterable[str]:
    """A word as it may be written: capitals, capitals without accents, both apostrophes."""
    capitals = word.upper()
    bare = "".join(c for c in unicodedata.normalize("NFD", capitals) if not unicodedata.combining(c))
    first = word[:1].upper() + word[1:]
    title = "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
    unaccented = bare[:1] + word[1:]
    shapes = (word, first, title, unaccented, capitals, bare, capitals[:-1] + word[-1])  # the last for "XIXe"
    return [form for shape in shapes for form in (shape, shape.replace("'", "’"))]


@cache
def _number_classes(digits: str, suffix: str | None) -> frozenset[str]:
    """The classes of a number written in digits, with the suffix of an ordinal or without."""
    number, length = int(digits), len(digits)
    short = length <= 2
    if suffix is not None:
        first = {"DAYNUM", "FIRST"} if number == 1 and suffix == "er" else set()
        return frozenset({"ORD"} | first) if number > 0 and length <= 3 else frozenset({"NUM"})
    classes = {
        "NUM": True,
        "COUNT": length <= 4,
        "DAYNUM": short and 1 <= number <= 31,
        "HOUR": short and number <= 24,
        "MINUTE": length == 2 and number < 60,
        "MONTHNUM": short and 1 <= number <= 12,
        "YEAR": length == 4 and number in _YEARS,
        "YY": length == 2,
        "YYLATE": length == 2 and number > 31,
    }
    return frozenset(name for name, holds in classes.items() if holds)


def _all_number_shapes() -> list[frozenset[str]]:
    samples = [str(n) for n in range(100)] + [f"{n:02}" for n in range(10)] + ["100", "1000", "2000", "10000"]
    shapes = {_number_classes(s, None) for s in samples} | {_number_classes(s, e) for s in ("1", "2", "1000") for e in ("er", "e")}
    return sorted([*shapes, frozenset({"DECIMAL"})], key=sorted)
