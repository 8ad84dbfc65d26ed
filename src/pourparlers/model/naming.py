"""Words and names without what spelling varies on: case, accents, apostrophes, articles, acronyms in brackets."""

import functools
import re
import unicodedata
from collections.abc import Sequence

_PIECE = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiou")
#: Nouns of bodies whose h is mute; that of foreign names is heard ("de Hanoï", "le Honduras").
_MUTE = ("hebdomadaire", "hopital", "hotel")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "–": "-"})
#: Words that tell nothing about who is named.
LINKS = frozenset(
    {"a", "al", "au", "aux", "d", "de", "des", "du", "el", "en", "et", "l", "la", "le", "les", "m", "mm", "mme", "pour", "sur", "un", "une"}
)
#: "Un" behind another word of a name is a given name of its own: "Tran Un", "Tran Mi-un".
_GIVEN = re.compile(r"\w(?:[ -]Un|-un)(?!\w)")
#: Words that make another name of a name.
_APART = frozenset({"bissau", "est", "equatorial", "equatoriale", "nord", "occidental", "occidentale", "oriental", "orientale", "ouest", "sud"})


def fold(text: str) -> str:
    """Lower case, without accents, one kind of apostrophe, white space squeezed: "L’Élysée" -> "l'elysee"."""
    lowered = text.translate(_APOSTROPHES).lower()
    if lowered.isascii():
        return " ".join(lowered.split())
    return " ".join(unicodedata.normalize("NFKD", lowered).translate(_MARKS).split())


class _Marks(dict[int, int | None]):
    """For `str.translate`: every character as it is, but for combining marks, which go. Each is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS = _Marks()


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, cut at apostrophes and hyphens: "L'ex-président" -> l, ex, president."""
    return _PIECE.findall(fold(text))


def elides(name: str) -> bool:
    """True for a word before which "le" and "de" lose their vowel: "l'Irak", "l'Ypres", but "le Yémen", "la Hongrie"."""
    word = fold(name)
    return word[:1] in _VOWELS or (word[:1] == "y" and word[1:2] not in _VOWELS) or word.startswith(_MUTE)


def first_noun(name: str) -> str:
    """The noun that a description begins with, as it is written: "rébellion" of "ex-rébellion du lac"."""
    return name.partition(" ")[0].removeprefix("ex-")


@functools.lru_cache(maxsize=65536)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell who it is: "le Front de libération (FL)" -> front, liberation."""
    outside = re.sub(r"\([^()]*\)", " ", fold(name))
    words = frozenset(w for w in _PIECE.findall(outside) if w not in LINKS)
    if _GIVEN.search(name):
        words |= {"un"}
    return words or frozenset(_PIECE.findall(fold(name)))


@functools.lru_cache(maxsize=65536)
def acronyms(name: str) -> frozenset[str]:
    """What a name is abbreviated to: words in brackets or in capitals, and its own initials when there are three or more."""
    found = {fold(w) for inner in re.findall(r"\(([^()]*)\)", name) for w in _PIECE.findall(inner)}
    found |= {fold(w) for w in _PIECE.findall(name) if len(w) > 1 and w.isupper()}
    content = [w for w in _PIECE.findall(fold(re.sub(r"\([^()]*\)", " ", name))) if w not in LINKS]
    if len(content) >= 3:
        found.add("".join(w[0] for w in content))
    return frozenset(found)


@functools.lru_cache(maxsize=262144)
def same_name(left: str, right: str) -> bool:
    """True when two names can be one: the words of one are among those of the other ("M. Keïta", "Ibrahim Boubacar Keïta"),
    or one is the other's acronym. "Soudan" and "Soudan du Sud" are two."""
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    if (a <= b or b <= a) and not (a ^ b) & _APART:
        return True
    return bool(acronyms(left) & (acronyms(right) | b)) or bool(acronyms(right) & a)


def listed(names: Sequence[str]) -> str:
    """ "A", "A et B", "A, B et C"."""
    return " et ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
