"""Descriptions of armed movements: "les rebelles verts", "l'ex-guérilla verte" and "le groupe rebelle vert du pays" are of one movement, for they
say no more of it than "vert"."""

import functools
import re

from pourparlers.lexicon.groups import groups
from pourparlers.lexicon.load import read_yaml
from pourparlers.model.naming import LINKS, fold, folded_words

_IN_BRACKETS = re.compile(r"\([^()]*\)")
#: Endings of French words that tell number and gender, not what is meant; the longest first.
_ENDINGS = ("iennes", "ienne", "iens", "ien", "ues", "ue", "es", "e", "s")
#: Letters that a word keeps when its ending goes.
_KEPT = 3


@functools.lru_cache(maxsize=65536)
def movement_words(name: str) -> frozenset[str] | None:
    """What the description of a movement says of which it is, in stems: "guérilla maoïste" -> maoist; the empty set for "les rebelles", and where
    only a state's adjective tells; None for what describes no movement, several ("des groupes rebelles"), or a part ("la guérilla dissidente")."""
    words = _words(name)
    return None if words is None or not words & _stems("armed") else _telling(words)


@functools.lru_cache(maxsize=65536)
def followers_words(name: str) -> frozenset[str] | None:
    """What a description of people, or a title, says of the movement whose they are: "chef maoïste" -> maoist; None where it says nothing."""
    words = _words(name)
    if words is None or not words & (_stems("people") | _stems("armed")):
        return None
    return _telling(words) or (frozenset() if words & _stems("armed") else None)


def bare_words(name: str) -> frozenset[str]:
    """What a name of people says that holds no other word than one: "maoïstes" -> maoist; nothing of others."""
    words = _words(name)
    return _telling(words) if words is not None and len(words) == 1 and name[-1:] == "s" else frozenset()


def is_junta(name: str) -> bool:
    """True for those who took power by arms, of whom nothing else is told but their state: "la junte malienne", "les putschistes"."""
    words = _words(name)
    return words is not None and bool(words & _stems("juntas")) and words <= _stems("juntas") | _stems("silent") | _demonyms()


def is_opposition(name: str) -> bool:
    """True for those against a government of whom nothing else is told but their state: "l'opposition", "l'opposition zambienne"."""
    words = _words(name)
    return words is not None and _stem("opposition") in words and words <= _stems("opposed") | _stems("silent") | _demonyms()


def is_of_opposition(title: str, state: str | None) -> bool:
    """True for a title or description of people against the government of a state, not of another: "cheffe de l'opposition", "opposant zambien"."""
    words = _words(title)
    if words is None or not words & _stems("opposed"):
        return False
    return words <= _stems("opposed") | _stems("silent") | _stems("people") | _demonyms_of(state)


def is_of_junta(title: str) -> bool:
    """True for a title or description of people of a junta: "responsable de la junte"."""
    words = _words(title)
    known = _stems("juntas") | _stems("silent") | _stems("people") | _demonyms()
    return words is not None and bool(words & _stems("juntas")) and words <= known


def tells_fighters(name: str) -> bool:
    """True for a description that begins with those who fight: "hommes armés du Front", "rébellion du lac"."""
    return _first_stem(name) in _stems("fighters") | _stems("armed")


def tells_people(name: str) -> bool:
    """True for a title or description that begins with people of a body: "leader du Front"."""
    return _first_stem(name) in _stems("people")


def tells_government(name: str) -> bool:
    """True for a title or a body of some government's, which does not tell whose: "négociatrice gouvernementale", "forces loyalistes", "Premier
    ministre"."""
    words = {_stem(word) for word in _pieces(name)}
    known = _stems("governmental") | _stems("people") | _stems("silent")
    return (bool(words & _stems("governmental")) and words <= known) or has_national_title(name)


def has_national_title(name: str) -> bool:
    """True for a title that a state alone gives, when nothing follows it: "Premier ministre"."""
    return fold(name) in groups("fr/movements")["national"]


def has_office_of_state(name: str) -> bool:
    """True for the holder of an office that a state has one of, with what tells of which state: "président zambien"."""
    folded = fold(name)
    return any(folded.startswith(f"{title} ") for title in groups("fr/movements")["national"])


def opposes_state(name: str) -> bool:
    """True for those who are against the state whose adjective they bear: "chef de l'opposition zambienne", "rebelles zambiens"."""
    return bool({_stem(word) for word in _pieces(name)} & (_stems("armed") | _stems("opposed")))


def _pieces(name: str) -> list[str]:
    return [word for word in folded_words(_IN_BRACKETS.sub(" ", name)) if word not in LINKS]


def _first_stem(name: str) -> str:
    return _stem(next(iter(_pieces(name)), ""))


def _words(name: str) -> frozenset[str] | None:
    """The stems of a description; None where it holds a proper name, tells of several movements, or of a part of one."""
    if any(piece[:1].isupper() for piece in name.split()[1:]) or name.isupper():
        return None
    pieces = _pieces(name)
    words = frozenset(map(_stem, pieces))
    several = any(piece.endswith("s") and _stem(piece) in _stems("bodies") for piece in pieces) or {"guerillas", "rebellions"} & set(pieces)
    return None if several or words & _stems("parts") or not words else words


def _telling(words: frozenset[str]) -> frozenset[str]:
    return words - _stems("armed") - _stems("bodies") - _stems("people") - _stems("silent") - _demonyms()


def _stem(word: str) -> str:
    """A word without its ending: "maoïstes", "maoïste" -> maoist; "touareg", "touarègues" -> touareg."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _KEPT), "")
    return word.removesuffix(ending)


@functools.cache
def _stems(group: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in groups("fr/movements")[group])


@functools.cache
def _demonyms_of(state: str | None) -> frozenset[str]:
    """The adjectives of one state; none of None."""
    adjectives = (str(word) for entry in read_yaml("world/states")["entries"] if entry["name"] == state for word in entry.get("adjectives", ()))
    return frozenset(_stem(word) for adjective in adjectives for word in folded_words(adjective))


@functools.cache
def _demonyms() -> frozenset[str]:
    """The adjectives of states: a state has often more than one rebellion."""
    adjectives = (str(word) for entry in read_yaml("world/states")["entries"] for word in entry.get("adjectives", ()))
    return frozenset(_stem(word) for adjective in adjectives for word in folded_words(adjective))
