"""Patterns of expressions: data/fr/time_patterns.yaml compiled to regular expressions over the letters of `words`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pourparlers.dating.words import Alphabet, Words, alphabet
from pourparlers.lexicon import load

_SYNTAX = re.compile(r"[()?*|<>!]|[^\s()?*|<>!]+")

#: What must stand before a pattern whose article is "must": an article, a preposition with one, or a word in its place.
_ARTICLES = "ARTICLED"


@dataclass(frozen=True, slots=True)
class Pattern:
    """An entry of data/fr/time_patterns.yaml."""

    name: str
    pattern: str
    op: str
    kind: str
    article: str
    example: str
    slots: dict[str, str] = field(default_factory=dict)
    guard: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to run: its regular expression, and the class that each of its named groups takes its value from."""

    pattern: Pattern
    regex: re.Pattern[str]
    classes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that matched the words [first, last), and the words of its named groups."""

    compiled: Compiled
    first: int
    last: int
    parts: dict[str, int]

    @property
    def pattern(self) -> Pattern:
        return self.compiled.pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns, by the letters that an expression may begin with."""

    by_letter: dict[str, tuple[Compiled, ...]]
    starts: re.Pattern[str]

    def find(self, words: Words, accept: Callable[[Found, Words], bool]) -> Iterator[Found]:
        """The expressions of a text, in order, without overlap: at each word the longest that is accepted, then the first of the file."""
        position = 0
        while (start := self.starts.search(words.letters, position)) is not None:
            options = sorted(self._at(words.letters, start.start()), key=lambda f: -f.last)
            found = next((option for option in options if accept(option, words)), None)
            position = start.end() if found is None else found.last
            if found is not None:
                yield found

    def _at(self, letters: str, first: int) -> Iterator[Found]:
        """The patterns that match from a word on, in the order of the file."""
        for compiled in self.by_letter[letters[first]]:
            match = compiled.regex.match(letters, first)
            if match is not None:
                parts = {name: match.start(name) for name in compiled.classes if match.start(name) >= 0}
                yield Found(compiled, first, match.end(), parts)


@cache
def grammar() -> Grammar:
    """The French grammar."""
    letters = alphabet()
    compiled = [compile_pattern(pattern, letters) for pattern in load("fr/time_patterns", Pattern)]
    known = sorted({letter for c in compiled for letter in _first_letters(c)})
    by_letter = {letter: tuple(c for c in compiled if letter in _first_letters(c)) for letter in known}
    return Grammar(by_letter, re.compile(f"[{''.join(known)}]"))


def compile_pattern(pattern: Pattern, letters: Alphabet) -> Compiled:
    """The regular expression of a pattern. Raises re.error when its parentheses do not match, ValueError for a class that no word has."""
    before, core, after = _sections(pattern.pattern)
    writer = _Writer(letters)
    article = _context(_ARTICLES, letters, "?<") if pattern.article == "must" else ""
    written = article + _context(before, letters, "?<") + writer.write(core) + _context(after, letters, "?")
    return Compiled(pattern, re.compile(written), writer.classes)


def _sections(text: str) -> tuple[str, str, str]:
    """The context before, the expression, the context after; a context that is not there is empty."""
    before, less, rest = text.partition(" < ")
    if not less:
        before, rest = "", text
    core, _, after = rest.partition(" > ")
    return before, core, after


def _context(text: str, letters: Alphabet, look: str) -> str:
    if not text:
        return ""
    if "(" in text:
        return f"({look}={_Writer(letters).write(text)})"
    negated = text.startswith("!")
    words = [_any_letter(names, letters) for names in text.removeprefix("!").split()]
    return f"({look}{'!' if negated else '='}{''.join(words)})"


def _any_letter(names: str, letters: Alphabet) -> str:
    return f"[{''.join(_letters_of(name, letters) for name in names.split('|'))}]"


def _letters_of(name: str, letters: Alphabet) -> str:
    found = letters.letters_of(name)
    if not found:
        raise ValueError(f"no word has the class {name!r}")
    return found


class _Writer:
    """Writes a pattern as a regular expression and collects its named groups.

    A name that occurs twice in alternatives gets "_" behind it for each time before, since names must be unique.
    """

    def __init__(self, letters: Alphabet) -> None:
        self._letters = letters
        self.classes: dict[str, str] = {}

    def write(self, pattern: str) -> str:
        return "".join(self._piece(piece) for piece in _SYNTAX.findall(pattern))

    def _piece(self, piece: str) -> str:
        if piece == "(":
            return "(?:"
        if piece == "*":
            return "{0,8}"
        if piece in (")", "|", "?"):
            return piece
        name, equals, group = piece.rpartition("=")
        choice = f"[{_letters_of(group, self._letters)}]"
        if not equals:
            return choice
        while name in self.classes:
            name += "_"
        self.classes[name] = group
        return f"(?P<{name}>{choice})"


def _first_letters(compiled: Compiled) -> frozenset[str]:
    """The letters that the expression itself may begin with."""
    return _first_of(compiled.pattern.pattern)


@cache
def _first_of(text: str) -> frozenset[str]:
    return frozenset(_firsts(_SYNTAX.findall(_sections(text)[1])))


def _firsts(pieces: list[str]) -> set[str]:
    """The letters with which a sequence of pieces may begin: those of its pieces up to the first that must be there."""
    found: set[str] = set()
    for alternatives, optional in _items(pieces):
        for alternative in alternatives:
            found |= _firsts(alternative) if len(alternative) > 1 else set(_letters_of(alternative[0].rpartition("=")[2], alphabet()))
        if not optional:
            break
    return found


def _items(pieces: list[str]) -> Iterator[tuple[list[list[str]], bool]]:
    """The items of a sequence: each a list of alternatives, and whether it may be left out."""
    i = 0
    while i < len(pieces):
        if pieces[i] == "(":
            end = _closing(pieces, i)
            alternatives, i = _split_alternatives(pieces[i + 1 : end]), end + 1
        else:
            alternatives, i = [[pieces[i]]], i + 1
        optional = i < len(pieces) and pieces[i] in "?*"
        i += optional
        yield alternatives, optional


def _closing(pieces: list[str], opening: int) -> int:
    depth = 0
    for i in range(opening, len(pieces)):
        depth += {"(": 1, ")": -1}.get(pieces[i], 0)
        if depth == 0:
            return i
    raise ValueError(f"a parenthesis is not closed in {' '.join(pieces)!r}")


def _split_alternatives(pieces: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "|" and depth == 0:
            found.append([])
        else:
            found[-1].append(piece)
    return found
