"""The words that report: verbs with what they take, phrases that name a source, nouns for texts and nameless speakers."""

import functools
from dataclasses import dataclass

from pourparlers.claims.particles import ONESELF, THAT
from pourparlers.lexicon import Phrases, load, read_yaml
from pourparlers.model.annotated import Annotated, Token


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """An entry of data/fr/reporting.yaml, where the fields are explained."""

    verb: str
    takes: tuple[str, ...]
    example: str
    deeds: tuple[str, ...] = ()
    asserts: tuple[str, ...] | None = None

    @property
    def reports(self) -> frozenset[str]:
        """What the verb may report: with "que" an infinitive as well ("prévient vouloir partir"), unless that is a deed ("espère partir")."""
        return frozenset((*self.takes, "inf")) if "que" in self.takes and "inf" not in self.deeds else frozenset(self.takes)

    @property
    def reflexive(self) -> bool:
        return self.verb.startswith(("se ", "s'"))

    @property
    def clitic(self) -> str:
        """The "y" of "y voir", the "en" of "s'en prendre", "" for other verbs."""
        return next((word for word in self.verb.removeprefix("s'").split()[:1] if word in ("en", "y")), "")

    @property
    def asserted(self) -> frozenset[str]:
        """What the verb tells as true."""
        return frozenset(_ASSERTED if self.asserts is None else self.asserts)

    @property
    def words(self) -> tuple[str, ...]:
        """The infinitive without "se", "en" or "y", and the words that follow it in a phrase."""
        return tuple(self.verb.removeprefix("y ").removeprefix("se ").removeprefix("s'").removeprefix("en ").split())


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """An entry of data/fr/sources.yaml."""

    words: str
    example: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """An entry of data/fr/utterances.yaml. kind: "text", "charge" or "person"."""

    noun: str
    kind: str
    example: str


_BEFORE_PARTICIPLE = frozenset(("en", "le", "la", "les", "l'", "l’", "lui", "leur"))
#: Parts of speech that taggers give to verbs, rightly or wrongly.
_TAGS = frozenset(("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "X"))
_HAVE = frozenset(("a", "ont", "avait", "avaient"))
_MARKS = frozenset(',"»”')
#: What most verbs assert, where an entry says nothing else.
_ASSERTED = ("que", "inf", "incise")
#: Verbs that report nothing with "se": "se réclamant du Front".
_ANOTHER_WITH_SE = frozenset(("appeler", "réclamer", "refuser"))
#: How many words may stand between the verb and the rest of its phrase: "prend les médiateurs étrangers à témoin".
_PHRASE_GAP = 6
#: How many words before a verb its "y" or "en" may stand: "y a pourtant toujours vu".
_CLITIC_GAP = 4


@functools.cache
def verbs() -> tuple[ReportingVerb, ...]:
    """All reporting verbs."""
    return load("fr/reporting", ReportingVerb)


@functools.cache
def utterances() -> dict[str, Utterance]:
    """Nouns for texts and nameless speakers, by lemma."""
    return {u.noun: u for u in load("fr/utterances", Utterance)}


@functools.cache
def bodies() -> frozenset[str]:
    """Nouns for bodies that speak, as data/fr/bodies.yaml lists them."""
    return frozenset(entry["form"] for entry in read_yaml("fr/bodies")["entries"])


@functools.cache
def source_phrases() -> Phrases[str]:
    """Phrases before a source, as sequences of tokens."""
    return Phrases((_tokens(s.words), s.words) for s in load("fr/sources", SourcePhrase))


def _tokens(words: str) -> list[str]:
    return words.replace("'", "' ").split()


@functools.cache
def _by_lemma() -> dict[str, tuple[ReportingVerb, ...]]:
    found: dict[str, list[ReportingVerb]] = {}
    for verb in verbs():
        found.setdefault(verb.words[0], []).append(verb)
    # Longer phrases first: "faire état" before a bare "faire" could match.
    return {lemma: tuple(sorted(group, key=lambda v: (-len(v.words), not v.reflexive, v.verb))) for lemma, group in found.items()}


@functools.cache
def _forms() -> dict[str, str]:
    """Forms of regular verbs in -er that lemmatizers take for nouns or leave as they are: "estime", "répètent", "annonça"."""
    return {form: lemma for lemma in _by_lemma() if lemma.endswith("er") for form in _regular_forms(lemma)}


def _regular_forms(lemma: str) -> list[str]:
    stem = lemma[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    forms = [strong + ending for strong in _strong_stems(stem) for ending in ("e", "es", "ent")]
    forms += [stem + ending for ending in ("é", "ée", "és", "ées", "èrent")]
    return forms + [soft + ending for ending in ("ait", "aient", "ant", "a")]


def _strong_stems(stem: str) -> tuple[str, ...]:
    """The stem before a silent ending: "répèt" of "répét"; "appell" and "martèl", which only usage tells apart, both."""
    if len(stem) > 1 and stem[-2] in "ée":
        grave = stem[:-2] + "è" + stem[-1]
        return (grave,) if stem[-2] == "é" else (grave, stem + stem[-1])
    return (stem,)


#: Forms that taggers take for adverbs in -ment: "l'armée dément".
_MISTAGGED = {"dément": "démentir"}


def reporting_verb(annotated: Annotated, token: Token) -> ReportingVerb | None:
    """The reporting verb whose form this token is, the rest of its phrase and its "se" being there."""
    lemma = _lemma(token)
    if lemma is None or (token.pos not in ("VERB", "AUX") and not _acts_as_verb(annotated, token)):
        return None
    for verb in _by_lemma()[lemma]:
        if verb.reflexive != is_reflexive(annotated, token) and (verb.reflexive or lemma in _ANOTHER_WITH_SE):
            continue
        if verb.clitic and not _follows(annotated, token, verb.clitic):
            continue
        if len(verb.words) == 1 or phrase_end(annotated, token, verb) is not None:
            return verb
    return None


def _lemma(token: Token) -> str | None:
    """The verb whose form a token is: by the table of regular forms first, which is surer than the lemmatizer."""
    if token.lower in _MISTAGGED:
        return _MISTAGGED[token.lower]
    if token.pos not in _TAGS:
        return None
    regular = _forms().get(token.lower)
    if regular is not None:
        return regular
    return token.lemma if token.pos in ("VERB", "AUX") and token.lemma in _by_lemma() else None


def _acts_as_verb(annotated: Annotated, token: Token) -> bool:
    """A form tagged as a noun or adjective is a verb all the same with a subject of its own, after an auxiliary, before "que" or "de" and an
    infinitive, after "se", or inserted after a mark; one in -ant after a pronoun as well ("le qualifiant de")."""
    if any(True for _ in annotated.dependents(token, "nsubj", "aux")):
        return True
    near, after = annotated.tokens[max(0, token.i - 3) : token.i], annotated.tokens[token.i + 1 : token.i + 3]
    if token.lower in _MISTAGGED:
        return any(t.pos in ("NOUN", "PROPN", "PRON") for t in near[-1:])
    if any(t.pos == "AUX" or t.lower in _HAVE for t in near) or any(t.text in _MARKS or t.lower in ONESELF for t in near[-1:]):
        return True
    if token.lower.endswith("ant"):
        return any(t.lower in _BEFORE_PARTICIPLE for t in near[-1:])
    return any(t.lower in THAT for t in after[:1]) or (len(after) == 2 and after[0].pos == "ADP" and after[1].has("VerbForm=Inf"))


def is_reflexive(annotated: Annotated, token: Token) -> bool:
    """True for a verb with "se" before it or before its auxiliary."""
    for t in reversed(annotated.tokens[max(0, token.i - 6) : token.i]):
        if t.lower in ONESELF:
            return True
        if t.pos not in ("AUX", "ADV", "PRON", "PUNCT"):
            return False
    return False


def _follows(annotated: Annotated, token: Token, clitic: str) -> bool:
    """True for a verb with that pronoun before it or before its auxiliary."""
    return any(t.lower == clitic for t in annotated.tokens[max(0, token.i - _CLITIC_GAP) : token.i])


def phrase_end(annotated: Annotated, token: Token, verb: ReportingVerb) -> int | None:
    """The index of the last word of the verb's phrase ("état" in "fait état"), the token's own for a single word, None when words lack."""
    at = token.i
    for word in verb.words[1:]:
        near = annotated.tokens[at + 1 : at + 2 + _PHRASE_GAP]
        found = next((t.i for t in near if t.lower == word), None)
        if found is None:
            return None
        at = found
    return at


def does_by_saying(annotated: Annotated, token: Token) -> bool:
    """True for "condamne", "exige", "réitère": what is done by telling it, so that whoever tells it of himself makes a statement."""
    verb = reporting_verb(annotated, token)
    return verb is not None and verb.asserts == ()
