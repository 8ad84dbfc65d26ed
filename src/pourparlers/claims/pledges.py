"""Whether anybody is bound by a truce, a corridor or an exchange that is named: what the words around its noun tell."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How many words up the tree may tell what becomes of a noun ("convenus d'ouvrir un couloir").
_HIGHEST = 4
#: Relations above which another clause begins: what stands there is not said of the noun.
_OWN_CLAUSE = ("acl", "advcl", "parataxis", "ccomp")
#: What may stand between a noun and a word just before it ("sans le moindre cessez-le-feu", "pas de véritable trêve").
_BETWEEN = frozenset(("DET", "ADJ", "NUM"))
#: So far from a noun may stand what puts it out of the question.
_NEAR = 8
_OF = frozenset(("de", "d'", "d’", "du"))
#: Before a quoted noun taggers take the elided "d'" apart: "faute d'« accord détaillé »".
_OPENING_MARKS = frozenset(("«", "“", '"', "d", "'", "’"))
_AIMS = frozenset(("pour", "afin"))
_NEGATORS = frozenset(("ne", "n'", "n’", "pas", "jamais"))


@dataclass(frozen=True, slots=True)
class Pledge:
    """An entry of ``data/fr/pledges.yaml``; the file explains its fields."""

    lemma: str
    effect: str
    place: str
    example: str


@functools.cache
def _effects(place: str) -> dict[str, str]:
    return {entry.lemma: entry.effect for entry in load("fr/pledges", Pledge) if entry.place == place}


def effect_on(annotated: Annotated, noun: Token) -> str | None:
    """ "agreed", "missing" or "wished" for the noun of a commitment, as the words around it tell; None when they tell nothing."""
    return before(annotated, noun) or _out_of_question(annotated, noun) or _beside(annotated, noun) or _above(annotated, noun)


def before(annotated: Annotated, noun: Token) -> str | None:
    """ "missing" or "wished" as the words before a noun tell: "sans cessez-le-feu", "faute de trêve", "pas de trêve"."""
    first = annotated.sentences[noun.sentence].first
    for token in reversed(annotated.tokens[first : noun.i]):
        effect = _effects("before").get(token.lemma) or _effects("before").get(token.lower)
        if effect is not None:
            return effect
        if token.lower == "pas":
            return "missing"
        if token.pos not in _BETWEEN and token.lower not in _OF and token.text not in _OPENING_MARKS:
            return None
    return None


def _out_of_question(annotated: Annotated, noun: Token) -> str | None:
    """ "De trêve, il n'est pas question", "il n'est pas question de trêve"."""
    sentence = annotated.sentences[noun.sentence]
    for token in annotated.tokens[max(sentence.first, noun.i - _NEAR) : min(sentence.last, noun.i + _NEAR)]:
        if token.lower == "question" and any(t.lower in ("pas", "plus") for t in annotated.tokens[max(sentence.first, token.i - 2) : token.i]):
            return "missing"
    return None


def _beside(annotated: Annotated, noun: Token) -> str | None:
    """ "une possible trêve", "la trêve reste introuvable", "ce n'est pas une trêve", "de trêve, point"."""
    behind = annotated.tokens[noun.i + 1 : noun.i + 3]
    if [t.text for t in behind[:1]] == [","] and [t.lower for t in behind[1:]] == ["point"]:
        return "missing"
    if any(True for _ in annotated.dependents(noun, "cop")) and any(t.lower in _NEGATORS for t in annotated.dependents(noun)):
        return "missing"
    told = [*annotated.dependents(noun, "amod")]
    if noun.dep.startswith("nsubj"):
        governor = annotated.tokens[noun.head]
        told += [governor, *annotated.dependents(governor, "xcomp", "acomp", "amod", "obj", "advmod")]
    return next((effect for t in told if (effect := _effects("beside").get(t.lemma)) is not None), None)


def _above(annotated: Annotated, noun: Token) -> str | None:
    for token in _governors(annotated, noun):
        if token.pos in ("VERB", "AUX") and verb_group(annotated, token).negated:
            return "missing"
        effect = _effects("above").get(token.lemma)
        if effect is not None:
            return effect
        aimed_at = token.has("VerbForm=Inf") and any(t.lower in _AIMS for t in annotated.dependents(token, "mark", "case"))
        if aimed_at:
            return "wished"
    return None


def _governors(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """The words above a noun in its clause, nearest first; a subject's verb does not decide on it."""
    token = noun
    for _ in range(_HIGHEST):
        if token.head == token.i or token.dep.startswith(_OWN_CLAUSE) or (token.dep.startswith("nsubj") and not _passive(token)):
            return
        token = annotated.tokens[token.head]
        yield token


def _passive(token: Token) -> bool:
    return token.dep == "nsubj:pass"
