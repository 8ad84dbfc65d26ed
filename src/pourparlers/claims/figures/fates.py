"""What happened to those who are counted: killed, wounded, evacuated, exchanged."""

import functools
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How many words may stand between a number's noun and the verb that tells the fate, where the parser does not join them.
_NEAR = 9


@dataclass(frozen=True, slots=True)
class Fate:
    """An entry of ``data/fr/fates.yaml``; the file explains its fields."""

    phrase: str
    kind: str
    participle: str
    example: str


@functools.cache
def _by_head() -> dict[str, tuple[Fate, ...]]:
    """The entries by the first word of their phrase, longer phrases first."""
    found: dict[str, tuple[Fate, ...]] = {}
    for fate in sorted(load("fr/fates", Fate), key=lambda f: -len(f.phrase)):
        head = fate.phrase.split()[0]
        found[head] = (*found.get(head, ()), fate)
    return found


def fate_of(annotated: Annotated, noun: Token) -> Fate | None:
    """What happened to what a noun counts: by the verb it belongs to, by its participle, else by the nearest word of its clause that tells a fate."""
    for token in _related(annotated, noun):
        fate = _fate(annotated, token)
        if fate is not None:
            return fate
    return None


def _related(annotated: Annotated, noun: Token) -> list[Token]:
    governor = annotated.tokens[noun.head]
    own = [*annotated.dependents(noun, "acl", "amod"), *([governor] if governor.i != noun.i else [])]
    sentence = annotated.sentences[noun.sentence]
    near = annotated.tokens[max(sentence.first, noun.i - _NEAR) : min(sentence.last, noun.i + _NEAR)]
    return own + sorted(_same_clause(near, noun), key=lambda t: abs(t.i - noun.i))


def _same_clause(near: tuple[Token, ...], noun: Token) -> list[Token]:
    """The words around a noun up to the marks that end its clause."""
    ends = [t.i for t in near if t.text in (";", ":", ".") or (t.text == "," and t.i > noun.i)]
    first = max((i for i in ends if i < noun.i), default=-1)
    last = min((i for i in ends if i > noun.i), default=noun.i + _NEAR)
    return [t for t in near if first < t.i < last]


def _fate(annotated: Annotated, token: Token) -> Fate | None:
    for fate in _by_head().get(token.lemma, ()):
        rest = fate.phrase.split()[1:]
        if [t.lower for t in annotated.tokens[token.i + 1 : token.i + 1 + len(rest)]] == rest:
            return fate
    return None


def agreeing(participle: str, noun: Token) -> str:
    """A participle in the gender and number of a noun: "tué" and "personnes" give "tuées"."""
    if not participle or " " in participle:
        return participle
    feminine = "e" if noun.has("Gender=Fem") else ""
    plural = "" if noun.has("Number=Sing") or participle.endswith("s") else "s"
    return participle + feminine + plural
