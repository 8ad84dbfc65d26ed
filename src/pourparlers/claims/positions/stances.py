"""Words of demanding, offering, accepting and refusing: the lexicon, and where its words stand in a text."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: Universal Dependencies' tags under which a word of each category may be found; the tagger takes participles for adjectives and back.
_TAGS = {"verb": ("VERB", "ADJ", "NOUN"), "noun": ("NOUN", "VERB"), "adjective": ("ADJ", "VERB", "NOUN", "ADV")}
#: Endings of regular verbs in -er, longest first: the tagger leaves some forms as they are ("réclame").
_ENDINGS = (
    "eraient",
    "erions",
    "erait",
    "eront",
    "erons",
    "aient",
    "èrent",
    "era",
    "ait",
    "ant",
    "ent",
    "ées",
    "ons",
    "és",
    "ée",
    "é",
    "es",
    "e",
    "a",
)
_REFLEXIVES = frozenset(("se", "s'", "s’", "me", "m'", "m’", "nous"))


@dataclass(frozen=True, slots=True)
class Stance:
    """An entry of ``data/fr/stances.yaml``; the file explains its fields."""

    lemma: str
    category: str
    stance: str
    frames: tuple[str, ...]
    example: str
    addressee: str | None = None
    negated: str | None = None
    reflexive: bool = False
    things: str = "any"
    on_talks: str | None = None
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that takes a stance. stance: that of the word, turned round when it is negated."""

    token: Token
    entry: Stance
    stance: str
    negated: bool = False


@functools.cache
def lexicon() -> dict[str, tuple[Stance, ...]]:
    """The entries by lemma."""
    found: dict[str, tuple[Stance, ...]] = {}
    for entry in load("fr/stances", Stance):
        found[entry.lemma] = (*found.get(entry.lemma, ()), entry)
    return found


def find_cues(annotated: Annotated) -> Iterator[Cue]:
    """The words of a document that take a stance, in order."""
    for token in annotated.tokens:
        for entry in entries_of(token):
            cue = _cue(annotated, token, entry)
            if cue is not None:
                yield cue


def entries_of(token: Token) -> tuple[Stance, ...]:
    """The entries whose word a token may be."""
    entries = lexicon().get(token.lemma)
    if entries is None:
        entries = lexicon().get(verb_lemma(token) or "", ())
    found = [e for e in entries if token.pos in _TAGS[e.category] and _form_fits(token, e)]
    return (*found, *_participles(token))


def _participles(token: Token) -> Iterator[Stance]:
    """Adjectives that the tagger takes for participles: "disposée", "opposés"."""
    if token.pos == "VERB":
        form = token.lower.removesuffix("s").removesuffix("e")
        yield from (e for e in lexicon().get(form, ()) if e.category == "adjective")


def _form_fits(token: Token, entry: Stance) -> bool:
    """A noun is never a verb by its tag alone: "la demande" is one, "demande" after a subject is not."""
    if entry.category == "verb" and token.pos == "NOUN":
        return token.lemma == entry.lemma
    return not (entry.category == "noun" and token.pos == "VERB") or token.lower == entry.lemma


def verb_lemma(token: Token) -> str | None:
    """The infinitive in -er of a form that the tagger did not lemmatise, if the lexicon knows it."""
    if token.pos not in ("VERB", "ADJ"):
        return None
    form = token.lower
    for ending in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and (guess := stem.removesuffix("e") + "er") in lexicon():
            return guess
    return None


def _cue(annotated: Annotated, token: Token, entry: Stance) -> Cue | None:
    if entry.category == "verb" and reflexive(annotated, token) != entry.reflexive and (entry.reflexive or _other_sense(entry)):
        return None
    negated = _negated(annotated, token, entry)
    stance = entry.negated if negated else entry.stance
    return None if stance is None else Cue(token, entry, stance, negated)


def _other_sense(entry: Stance) -> bool:
    """True when the lexicon has the same verb as a reflexive one of another sense."""
    return any(e.reflexive for e in lexicon()[entry.lemma])


def reflexive(annotated: Annotated, verb: Token) -> bool:
    """True for "s'est engagé": a reflexive pronoun stands among the two words before the verb and its auxiliary."""
    return any(t.lower in _REFLEXIVES for t in annotated.dependents(verb, "expl", "obj", "iobj", "dep") if t.i < verb.i and t.pos == "PRON")


def _negated(annotated: Annotated, token: Token, entry: Stance) -> bool:
    if entry.category == "verb":
        return verb_group(annotated, token).negated or _never(annotated, token)
    governor = annotated.tokens[token.head]
    by_copula = verb_group(annotated, token).negated
    return by_copula or (governor.i != token.i and governor.pos in ("VERB", "AUX") and verb_group(annotated, governor).negated)


def _never(annotated: Annotated, verb: Token) -> bool:
    """ "ne saurait accepter": negation without "pas"."""
    governor = annotated.tokens[verb.head]
    below = {t.lower for t in (*annotated.dependents(verb), *annotated.dependents(governor))}
    return bool(below & {"ne", "n'", "n’"}) and (governor.lower.startswith("saurai") or "saurait" in below or "sauraient" in below)
