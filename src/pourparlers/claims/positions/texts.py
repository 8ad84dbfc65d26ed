"""What accords and plans lay down: the clauses of a deal are accepted by its signatories, those of a plan offered by its author."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.clauses import agent_of_passive, subject
from pourparlers.claims.groups import group
from pourparlers.claims.positions.stances import Cue
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token


@dataclass(frozen=True, slots=True)
class Text:
    """An entry of ``data/fr/texts.yaml``; the file explains its fields."""

    lemma: str
    kind: str
    example: str


@functools.cache
def texts() -> dict[str, str]:
    """Lemma -> kind of the nouns of what parties negotiate over."""
    return {entry.lemma: entry.kind for entry in load("fr/texts", Text)}


def text_of(annotated: Annotated, cue: Cue) -> Token | None:
    """The deal or plan that is the subject of a verb ("le plan prévoit"); None when its subject is something else, and for what somebody is named to
    do with the text ("la trêve proposée par la Ligue")."""
    found = subject(annotated, cue.token)
    if found is None or (cue.token.has("Tense=Past") and cue.token.has("VerbForm=Part") and agent_of_passive(annotated, cue.token) is not None):
        return None
    if texts().get(found.lemma) in ("deal", "plan"):
        return found
    refers = found.lower in ("celui-ci", "celle-ci", "il", "elle", "qui") or texts().get(found.lemma) == "part"
    return _meant(annotated, found) if refers else None


def _meant(annotated: Annotated, pronoun: Token) -> Token | None:
    """The text that a pronoun stands for: the last one named in this sentence or the one before."""
    for token in _before(annotated, pronoun):
        if texts().get(token.lemma) in ("deal", "plan"):
            return token
        if pronoun.sentence - token.sentence > 1:
            return None
    return None


def _before(annotated: Annotated, token: Token) -> Iterator[Token]:
    for i in range(token.i - 1, -1, -1):
        yield annotated.tokens[i]


def kind_of(token: Token) -> str | None:
    """ "deal" or "plan" for the noun of a text, else None."""
    kind = texts().get(token.lemma)
    return kind if kind in ("deal", "plan") else None


def mentions_of(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """A noun of a text and the earlier nouns that may name the same text, nearest first."""
    yield noun
    for token in _before(annotated, noun):
        if kind_of(token) is not None and (token.lemma == noun.lemma or kind_of(noun) == "plan" == kind_of(token)):
            yield token


def put_forward_by(annotated: Annotated, noun: Token) -> Token | None:
    """The subject of a verb that puts a text forward: "le médiateur a transmis un projet d'accord"."""
    governor = annotated.tokens[noun.head]
    if governor.lemma in group("putting_forward") and noun.dep.startswith("obj"):
        return subject(annotated, governor)
    return None
