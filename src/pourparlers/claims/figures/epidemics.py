"""Figures of illness, which news of every kind bring along and which are none of a conflict's."""

import functools
import re
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How many sentences before a figure may tell that it counts the ill.
_BACK = 2
#: Sentences whose illness is remembered: each number of a sentence asks for it.
_REMEMBERED = 64
#: Nouns that count the ill as well as the victims of a war.
_EITHER = frozenset(("mort", "décès", "personne", "victime", "cas", "décédé", "contamination", "malade"))


@dataclass(frozen=True, slots=True)
class Illness:
    """An entry of ``data/fr/epidemics.yaml``; the file explains its fields."""

    word: str
    violence: bool
    example: str


@functools.cache
def _words(violence: bool) -> re.Pattern[str]:
    """The beginnings of words of violence, or of illness."""
    stems = "|".join(re.escape(entry.word) for entry in load("fr/epidemics", Illness) if entry.violence is violence)
    return re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE)


def counts_the_ill(annotated: Annotated, number: Token, noun: Token) -> bool:
    """True for a number in a sentence on an illness, and for one of dead or cases shortly behind such a sentence, unless violence is told."""
    sentence = annotated.sentences[number.sentence]
    text = annotated.document.quote(sentence.span)
    if _tells(text, violence=True):
        return False
    if _tells(text, violence=False):
        return True
    before = annotated.sentences[max(0, sentence.i - _BACK) : sentence.i]
    return noun.lemma in _EITHER and any(_tells(annotated.document.quote(s.span), violence=False) for s in before)


@functools.lru_cache(maxsize=_REMEMBERED)
def _tells(text: str, *, violence: bool) -> bool:
    return _words(violence).search(text) is not None
