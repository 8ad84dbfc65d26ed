"""Behind or ahead? Tense and aspect of the words around an expression choose between the last and the next."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pourparlers.dating.words import Words
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: How many words away a cue still counts.
_REACH = 18

_FUTURE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}r(?:a|ont|ai|ons|ez)")
#: A past participle right before an expression tells on its own: « annoncées mercredi ». Nouns like it: « la sécurité vendredi ».
_PARTICIPLE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}(?<!it)(?<!et)(?:é|ée|és|ées)")
_STOPS = frozenset(".!?;\n")


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of data/fr/time_cues.yaml."""

    direction: str
    words: tuple[str, ...]
    example: str


@cache
def cues() -> dict[str, str]:
    """Every cue word and its direction."""
    return {word: entry.direction for entry in load("fr/time_cues", Cue) for word in entry.words}


def direction_from_words(words: Words, quoted: Sequence[int], first: int, last: int) -> str:
    """ "past", "future" or "" (not told): the nearest cue before the words [first, last) in their sentence, else the nearest after them.

    quoted: for each word the number of its quotation. What others say inside quotation marks tells nothing of the words outside, nor the reverse.
    """
    if first > 0 and _PARTICIPLE.fullmatch(words.forms[first - 1]) is not None:
        told = cues().get(words.forms[first - 1], "past")
        if told:
            return told
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    after = range(last, min(len(words.forms), last + _REACH))
    return _first_cue(words, quoted, quoted[first], before) or _first_cue(words, quoted, quoted[first], after)


def _first_cue(words: Words, quoted: Sequence[int], here: int, indices: Iterable[int]) -> str:
    for i in indices:
        form = words.forms[i]
        if quoted[i] != here:
            if here != 0:
                break
        elif form in _STOPS:
            break
        elif found := _cue(form):
            return found
    return ""


def _cue(form: str) -> str:
    folded = form.lower()
    told = cues().get(folded)
    if told is not None:
        return told
    return "future" if _FUTURE.fullmatch(folded) is not None else ""


def direction_from_syntax(annotated: Annotated, span: Span) -> str:
    """ "past", "future" or "" from the verb that governs an expression."""
    tokens = annotated.tokens_in(span)
    if not tokens:
        return ""
    for governor in annotated.ancestors(tokens[0]):
        if governor.pos in ("VERB", "AUX") and not span.covers(governor.span):
            return _of_verb(annotated, governor)
    return ""


def _of_verb(annotated: Annotated, verb: Token) -> str:
    lexical = cues().get(verb.lower)
    if lexical == "future":
        return "future"
    helpers = list(annotated.dependents(verb, "aux", "cop"))
    for token in (*helpers, verb):
        if token.has("Tense=Fut"):
            return "future"
        if token.lower in ("va", "vont", "doit", "doivent", "devrait", "devraient", "pourrait", "pourraient"):
            return "future"
    if any(t.lemma in ("avoir", "être") for t in helpers) and verb.has("VerbForm=Part"):
        return "past"
    if verb.has("Tense=Past") or verb.has("Tense=Imp"):
        return "past"
    return ""
