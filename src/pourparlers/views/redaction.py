"""Names to be hidden: how they may be written, and what stands in their place."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from rapidfuzz import fuzz

from pourparlers.model.mention import Actor
from pourparlers.model.naming import folded_words

#: Words of names that tell nothing about who it is, and how short a word may be and yet be hidden by itself.
_PARTICLES = frozenset({"al", "ben", "bin", "d", "da", "de", "del", "der", "des", "di", "dos", "du", "el", "la", "le", "les", "ould", "van", "von"})
_SHORTEST = 3
#: From this likeness on (of 100), two family names are spellings of one.
_ALIKE = 85
#: What may stand within a name unseen, and between its words.
_UNSEEN = "[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]*"
_BETWEEN = r"[\W_]{0,3}"
#: Letters that decompose into nothing that resembles them.
_LIKE = {"o": "øØ", "d": "đĐ", "l": "łŁ", "i": "ı", "h": "ħĦ"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the names hidden. cuts: the stretches (start, end) of the old text that were replaced, and how long each now is."""

    text: str
    cuts: tuple[tuple[int, int, int], ...]

    def moved(self, offset: int, end: bool = False) -> int:
        """Where an offset of the old text lies in the new one; one within a name at its beginning, or at its end if it ends a passage."""
        shift = 0
        for first, last, length in self.cuts:
            if offset <= first:
                break
            if offset < last:
                return first + shift + (length if end else 0)
            shift += length - (last - first)
        return offset + shift


class Redaction:
    """Hides names in texts. Each has its label, always the same: "[nom masqué A]" for the first."""

    def __init__(self, names: Sequence[str], known: Iterable[Actor] = ()) -> None:
        """names: as a person writes them. known: the actors of the dossier, among which other spellings are sought."""
        actors = tuple({(actor.name, actor.kind): actor for actor in known}.values())
        self.labels = tuple(f"[nom masqué {_letter(i)}]" for i in range(len(names)))
        terms = [(term, i) for i, name in enumerate(names) for term in _terms(name, actors)]
        ordered = sorted(dict.fromkeys(terms), key=lambda item: (-len(" ".join(item[0])), item))
        self._owners = tuple(owner for _, owner in ordered)
        patterns = (f"({_written(words)})" for words, _ in ordered)
        self._pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(patterns)})(?![^\W\d_])") if ordered else None

    def hide(self, text: str) -> str:
        """The text with the names hidden."""
        return text if self._pattern is None else self._pattern.sub(self._label, text)

    def passage(self, text: str) -> Passage:
        """The text with the names hidden, and where they were."""
        found = [] if self._pattern is None else list(self._pattern.finditer(text))
        return Passage(self.hide(text), tuple((match.start(), match.end(), len(self._label(match))) for match in found))

    def address(self, url: str | None) -> str | None:
        """An address that holds none of the names; None for one that does."""
        return url if url is None or self.hide(unquote(url)) == unquote(url) else None

    def _label(self, match: "re.Match[str]") -> str:
        return self.labels[self._owners[(match.lastindex or 1) - 1]]


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _terms(name: str, actors: Sequence[Actor]) -> list[tuple[str, ...]]:
    """The words by which a name is found: all together, and for a person each by itself; so too for the other spellings of it."""
    words = tuple(folded_words(name))
    if not words:
        return []
    kinds = {actor.kind for actor in actors if tuple(folded_words(actor.name)) == words}
    if not (kinds <= {"person"} if kinds else _looks_personal(name)):
        return [words]
    spellings = [words, *(other for actor in actors if actor.kind == "person" and _same(words, other := tuple(folded_words(actor.name))))]
    alone = ((word,) for word in itertools.chain(*spellings) if len(word) >= _SHORTEST and word not in _PARTICLES)
    return [*spellings, *alone]


def _looks_personal(name: str) -> bool:
    """True when each word of a name that tells something begins with a capital."""
    return all(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", name) if word.lower() not in _PARTICLES)


def _same(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when two names of people may be one: family names alike, and first names alike where both have one."""
    if not other or fuzz.ratio(words[-1], other[-1]) < _ALIKE or words[-1][0] != other[-1][0]:
        return False
    return len(words) == 1 or len(other) == 1 or fuzz.ratio(words[0], other[0]) >= _ALIKE


def _written(words: tuple[str, ...]) -> str:
    """A pattern for some words in any case, with or without accents."""
    return _BETWEEN.join("".join(f"{_letters()[char]}{_UNSEEN}" if char in _letters() else re.escape(char) for char in word) for word in words)


@functools.cache
def _letters() -> dict[str, str]:
    """For each folded letter the class of all that fold to it."""
    found: dict[str, list[str]] = {}
    for char in map(chr, (*range(0x41, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000), *range(0xFF21, 0xFF5B))):
        base = "".join(c for c in unicodedata.normalize("NFKD", char.lower()) if not unicodedata.combining(c))
        if len(base) == 1 and base.isalpha():
            found.setdefault(base, []).append(char)
    return {base: f"[{re.escape(''.join([*chars, *_LIKE.get(base, '')]))}]" for base, chars in found.items()}
