"""Behind or ahead? Tense and aspect of the words around an expression choose between the last and the next."""

import re
from dataclasses import dataclass
from functools import cache

from pourparlers.dating.words import Words
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: How many words away a cue still counts.
_REACH = 18

_FUTURE = re.compile(r"[a-zàâéèêëîïôûüç]{2,}r(?:a|ont|ai|ons|ez)")
#: A past participle right before an expression tells on its own: « annoncées mercredi », « décédé lundi ».
_PARTICIPLE = re.compile(r"[a-zàâéèêëîïôûüç]{3,}(?:é|ée|és|ées|ie|ies|ue|ues)")
_STOPS = frozenset('.!?;\n«»"“”')


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


def direction_from_words(words: Words, first: int, last: int) -> str:
    """ "past", "future" or "" (not told): the nearest cue before the words [first, last) in their sentence, else the nearest after them."""
    if first > 0 and _PARTICIPLE.fullmatch(words.forms[first - 1].lower()) is not None:
        return cues().get(words.forms[first - 1].lower()) or "past"
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        form = words.forms[i]
        if form in _STOPS:
            break
        if found := _cue(form):
            return found
    for i in range(last, min(len(words.forms), last + _REACH)):
        form = words.forms[i]
        if form in _STOPS:
            break
        if found := _cue(form):
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
