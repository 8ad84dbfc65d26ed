"""Pronouns and the like that come back to an actor: "il", "-t-elle", "selon lui", "ce dernier", "celle-ci", "l'intéressé"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pourparlers.mentions.words import fold, group
from pourparlers.model.annotated import Token

_SUBJECTS = {"il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True)}
_STRONG = {"lui": ("m", False), "elle": ("f", False), "eux": ("m", True), "elles": ("f", True)}
_NEAR = {"celui-ci": ("m", False), "celle-ci": ("f", False), "ceux-ci": ("m", True), "celles-ci": ("f", True)}
_LAST = {"dernier": ("m", False), "derniere": ("f", False), "derniers": ("m", True), "dernieres": ("f", True)}
_CONCERNED = {"interesse": ("m", False), "interessee": ("f", False)}
_THIS = frozenset({"ce", "cet", "cette", "ces"})


#: Verbs behind which "il" may still stand for nobody: "il doit être convenu que".
_HELPING = frozenset({"avoir", "devoir", "pouvoir", "être"})
_FIRST = frozenset({*_SUBJECTS, *_STRONG, *_NEAR, *_THIS, "l'"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of the third person that ends before word `end`. last: it means whoever was spoken of last ("ce dernier", "celui-ci")."""

    end: int
    gender: str
    plural: bool
    last: bool = False


def read_pronoun(words: Sequence[Token], i: int) -> Pronoun | None:
    """The pronoun that begins at word `i`, None for other words and for impersonal "il"."""
    word = fold(words[i].text)
    if word.startswith("-"):
        word = word.rpartition("-")[2]
    if word not in _FIRST:
        return None
    if word in _SUBJECTS and not (word == "il" and _is_impersonal(words, i)):
        return Pronoun(i + 1, *_SUBJECTS[word])
    if word in _STRONG and i and fold(words[i - 1].text) in ("selon", "d'apres", "pour", "apres"):
        return Pronoun(i + 1, *_STRONG[word])
    if word in _NEAR:
        return Pronoun(i + 1, *_NEAR[word], last=True)
    if word == "l'" and i + 1 < len(words) and fold(words[i + 1].text) in _CONCERNED and not _counts(words, i + 2):
        return Pronoun(i + 2, *_CONCERNED[fold(words[i + 1].text)], last=True)
    if word in _THIS and i + 1 < len(words) and fold(words[i + 1].text) in _LAST and not _counts(words, i + 2):
        return Pronoun(i + 2, *_LAST[fold(words[i + 1].text)], last=True)
    return None


def _counts(words: Sequence[Token], i: int) -> bool:
    """True when a noun follows ("ces derniers jours")."""
    return i < len(words) and words[i].pos in ("NOUN", "ADJ", "PROPN")


def _is_impersonal(words: Sequence[Token], i: int) -> bool:
    """True for "il faut", "il y a", "il est possible que", "il a été convenu de"."""
    after = words[i + 1 : i + 7]
    if words[i].text.startswith("-"):
        return i > 0 and words[i - 1].lemma == "être" and any(w.pos == "VERB" for w in after[:1])
    if any(w.lower == "y" for w in after[:2]) and any(w.lemma == "avoir" for w in after[:3]):
        return True
    for last, word in pairwise(words[i : i + 7]):
        if word.pos == "PUNCT":
            return False
        if word.lemma in group("impersonal"):
            return True
        if fold(word.text) in group("impersonal_attributes"):
            return last.lemma != "avoir"  # "il a exclu" is somebody's act, "il est exclu" nobody's
        if word.pos in ("NOUN", "SCONJ") or (word.pos == "VERB" and word.lemma not in _HELPING):
            return False
    return False
