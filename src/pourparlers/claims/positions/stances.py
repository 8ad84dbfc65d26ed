"""Words of demanding, offering, accepting and refusing: the lexicon, and where its words stand in a text."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.claims.groups import group
from pourparlers.claims.particles import NOT, OF, THAT, THE
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.calendar import MONTHS

#: Universal Dependencies' tags under which a word of each category may be found.
_TAGS = {"verb": ("VERB",), "provision": ("VERB",), "noun": ("NOUN",), "adjective": ("ADJ",)}
_CUES = frozenset(("VERB", "NOUN", "PROPN", "ADJ"))
#: Words whose entries are remembered.
_WORDS = 4096
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
_FINITE_ENDINGS = ("aient", "ait", "ent", "e")
_PARTICIPLES = ("é", "ée", "és", "ées")
_REFLEXIVES = frozenset(("se", "s'", "s’", "me", "m'", "m’"))
#: "Il accuse le voisin de vouloir la guerre" tells nothing of the voisin's position.
_ACCUSING = frozenset(("accuser", "soupçonner", "reprocher", "blâmer"))
#: So many words before what he is accused of somebody may be.
_ACCUSED = 10
#: Verbs of agreeing that several do, and have done only once a finite verb tells it.
_TOGETHER = frozenset(("accorder", "convenir", "entendre", "mettre", "tomber"))
#: Words before "que" that make a wish of what follows, and how far before the verb they may stand.
_WISHING = frozenset(("afin", "avant", "condition", "espoir", "espérer", "moins", "pour", "pourvu", "sans", "tant"))
_WISH = 8
_SUPPOSED = 4
_REFUSING = frozenset(("refuser", "rechigner", "répugner"))
#: What a verb governs may begin so.
_GOVERNED = frozenset(("à", "au", "aux", "que", "qu'", "qu’", "le", "la", "l'", "l’", "les", "un", "une", "des"))
#: How far before an adjective the verb that tells it may stand, and how many words those phrases have.
_NEAR = 5
_PHRASE = 2


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
    verbs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    bearer: bool = False
    whole: bool = False
    heads: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that takes a stance. stance: that of the word, turned round when it is negated."""

    token: Token
    entry: Stance
    stance: str
    negated: bool = False


@functools.cache
def times() -> frozenset[str]:
    """Nouns of days and times, which are neither things asked nor those who are asked."""
    return group("times") | frozenset(MONTHS)


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
        if token.pos not in _CUES:
            continue
        for entry in _nouns(token) if is_noun(annotated, token) and not bare_verb(annotated, token) else _of_verb_or_other(annotated, token):
            cue = _cue(annotated, token, entry)
            if cue is not None:
                yield cue


def entries_of(token: Token) -> tuple[Stance, ...]:
    """The entries whose word a token may be."""
    return _entries(token.lemma, token.lower, token.pos) if token.pos in _CUES else ()


@functools.lru_cache(maxsize=_WORDS)
def _entries(lemma: str, form: str, tag: str) -> tuple[Stance, ...]:
    entries = tuple(e for e in lexicon().get(lemma, ()) if tag in _TAGS[e.category])
    verbs = entries or tuple(e for e in lexicon().get(_verb_lemma(form, tag) or "", ()) if e.category in ("verb", "provision"))
    return (*verbs, *(e for e in _participles(form, tag) if e not in verbs))


def is_noun(annotated: Annotated, token: Token) -> bool:
    """True for a noun, and for a form that the tagger takes for a verb though an article stands before it ("l'offre")."""
    if token.pos != "VERB" or token.i == 0 or token.has("VerbForm=Part"):
        return token.pos in ("NOUN", "PROPN")
    return annotated.tokens[token.i - 1].pos == "DET" or annotated.tokens[token.i - 1].lower in ("du", "des", "au", "aux")


def bare_verb(annotated: Annotated, token: Token) -> bool:
    """True for a form of a verb that the tagger takes for a noun though nothing that a noun wants stands before it, and what the verb governs
    follows: "la Ligue, réunie mardi, demande à être consultée", "a consenti à une trêve"."""
    if token.pos != "NOUN" or token.i == 0 or token.i + 1 >= len(annotated.tokens):
        return False
    before, behind = annotated.tokens[token.i - 1], annotated.tokens[token.i + 1]
    if before.sentence != token.sentence or not _verbs_like(token):
        return False
    return _governed(annotated, behind) and (_ends_subject(annotated, before) or before.lemma == "avoir")


def _verbs_like(noun: Token) -> tuple[Stance, ...]:
    """The entries of the verb of which a word that the tagger takes for a noun may be a form: "presse", "consenti", "refusé"."""
    lower = noun.lower
    return tuple(e for e in lexicon().get((lower.removesuffix("é") + "e" if lower.endswith("é") else lower) + "r", ()) if e.category == "verb")


def _governed(annotated: Annotated, behind: Token) -> bool:
    """True for a word with which a verb's complement begins: "presse les généraux", "menace de partir", "compte obtenir"."""
    act = annotated.tokens[behind.i + 1] if behind.i + 1 < len(annotated.tokens) else behind
    return behind.lower in _GOVERNED or (behind.lower in OF and act.has("VerbForm=Inf")) or behind.has("VerbForm=Inf")


def _ends_subject(annotated: Annotated, before: Token) -> bool:
    """True for a word behind which the verb of its clause may stand: a mark, "qui", a name, whatever the tagger takes it for."""
    name = before.pos == "PROPN" or (before.text[:1].isupper() and before.i > annotated.sentences[before.sentence].first)
    return name or before.text in (",", ")", "»") or before.lower in ("et", "qui", "mais")


def _of_verb_or_other(annotated: Annotated, token: Token) -> tuple[Stance, ...]:
    if bare_verb(annotated, token):
        return _verbs_like(token)
    return entries_of(token)


def _nouns(token: Token) -> tuple[Stance, ...]:
    names = {token.lemma, token.lower, token.lower.removesuffix("s")}
    return tuple(e for name in sorted(names) for e in lexicon().get(name, ()) if e.category == "noun")


def _participles(form: str, tag: str) -> tuple[Stance, ...]:
    """Adjectives that the tagger takes for participles, or gives a verb's lemma: "disposée", "opposés"."""
    if tag not in ("VERB", "ADJ"):
        return ()
    return tuple(e for e in lexicon().get(form.removesuffix("s").removesuffix("e"), ()) if e.category == "adjective")


def _verb_lemma(form: str, tag: str) -> str | None:
    """The infinitive in -er of a form that the tagger did not lemmatise ("réclame") or took for an adjective ("insiste", "a conditionné"), if the
    lexicon knows it."""
    if tag not in ("VERB", "ADJ"):
        return None
    for ending in _ENDINGS if tag == "VERB" else (*_FINITE_ENDINGS, *_PARTICIPLES):
        stem = form.removesuffix(ending)
        if stem != form and (guess := stem.removesuffix("e") + "er") in lexicon():
            return guess
    return None


def _cue(annotated: Annotated, token: Token, entry: Stance) -> Cue | None:
    if not _sense_fits(annotated, token, entry):
        return None
    negated = _negated(annotated, token, entry)
    stance = entry.negated if negated else entry.stance
    return None if stance is None else Cue(token, entry, stance, negated)


def _sense_fits(annotated: Annotated, token: Token, entry: Stance) -> bool:
    if entry.category in ("verb", "provision"):
        if _is_accusation(annotated, token) or _is_means(annotated, token) or _wished(annotated, token) or _unmeant(annotated, token):
            return False
        if token.pos == "ADJ" and token.lower.endswith(_PARTICIPLES) and not _compound(annotated, token):
            return False
        together = entry.stance == "accepts" and entry.lemma in _TOGETHER and token.has("VerbForm=Inf")  # "tenter de s'entendre" is no agreement
        return reflexive(annotated, token) == entry.reflexive and not together
    if entry.category == "noun":
        before = annotated.tokens[max(0, token.i - 4) : token.i]
        if (before and before[-1].lemma in entry.unless) or _is_blamed(before):
            return False
        return not entry.verbs or any(t.lemma in entry.verbs for t in before)
    return (token.pos == "ADJ" and token.lemma == entry.lemma) or _predicative(annotated, token)


def _is_blamed(before: tuple[Token, ...]) -> bool:
    """True behind "par son": "la Ligue, par sa volonté de s'armer, nuit à la paix" is what somebody holds against her."""
    return len(before) > 1 and before[-2].lower == "par" and before[-1].has("Poss=Yes")


def _is_accusation(annotated: Annotated, verb: Token) -> bool:
    """True for what somebody is accused of, whatever the parser hangs it on: "il est accusé par la Ligue de vouloir la guerre", "a reproché au roi
    d'avoir menti, abandonnant l'accord"."""
    if verb.lower.endswith("ant") and not verb.has("VerbForm=Fin"):
        return _adds_to_charge(annotated, verb)
    if not verb.has("VerbForm=Inf"):
        return False
    before = annotated.tokens[max(annotated.sentences[verb.sentence].first, verb.i - _ACCUSED) : verb.i]
    accused = bool(before) and before[-1].lower in OF and any(t.lemma in _ACCUSING for t in before)
    return accused or annotated.tokens[verb.head].lemma in _ACCUSING


def _adds_to_charge(annotated: Annotated, participle: Token) -> bool:
    """True for a participle behind the infinitive that tells what somebody is accused of."""
    before = annotated.tokens[annotated.sentences[participle.sentence].first : participle.i]
    charge = next((t.i for t in reversed(before) if t.lemma in _ACCUSING), None)
    told = () if charge is None else annotated.tokens[charge + 1 : participle.i]
    return any(t.has("VerbForm=Inf") for t in told) and not any(t.has("VerbForm=Fin") or t.text == ";" for t in told)


def _is_means(annotated: Annotated, verb: Token) -> bool:
    """True for "des sanctions votées pour la contraindre à partir": whoever votes them asks, and the text does not tell who."""
    if not verb.has("VerbForm=Inf") or verb.i < 2:
        return False
    maker = annotated.tokens[verb.head]
    verb = maker if maker.has("VerbForm=Inf") and 2 <= maker.i < verb.i <= maker.i + 2 else verb
    led, clitic = annotated.tokens[verb.i - 2 : verb.i]
    ordered = (annotated.tokens[verb.head], annotated.tokens[max(led.i - 1, 0)])
    return led.lower == "pour" and clitic.lower in THE and any(t.dep.startswith("acl") and t.has("Tense=Past") for t in ordered)


def _compound(annotated: Annotated, participle: Token) -> bool:
    """True for a participle with a form of "avoir": "a de nouveau conditionné"."""
    return any(t.lemma == "avoir" for t in annotated.dependents(participle, "aux"))


def _wished(annotated: Annotated, verb: Token) -> bool:
    """True for a verb behind "pour que", "l'espoir que", "tant que", "si": what somebody would like another to do, or supposes."""
    first = verb_group(annotated, verb).first.i
    before = annotated.tokens[max(annotated.sentences[verb.sentence].first, first - _WISH) : first]
    that = next((t.i for t in reversed(before) if t.lower in THAT or t.text == "," or t.has("VerbForm=Fin")), 0)
    if any(t.lower in ("si", "s'il", "s'ils") for t in annotated.tokens[max(that, first - _SUPPOSED) : first]):
        return True
    return annotated.tokens[that].lower.startswith("qu") and annotated.tokens[that - 1].lemma in _WISHING if that else False


def _predicative(annotated: Annotated, token: Token) -> bool:
    """True for a participle that tells an attitude: with a form of "être", behind "se dire", or apart at the head of its sentence."""
    helpers = tuple(annotated.dependents(token, "cop", "aux"))
    if helpers:
        return any(t.lemma in group("attitudes") for t in helpers) and all(t.lower != "été" for t in helpers)
    governor = annotated.tokens[token.head]
    told = governor.i != token.i and _tells_attitude(governor)
    return told or attitude_before(annotated, token) is not None or token.i <= annotated.sentences[token.sentence].first + 1


def attitude_before(annotated: Annotated, token: Token) -> Token | None:
    """The verb just before a word whose attitude it tells, over an adverb or a day: "s'est dit mardi disposé à"."""
    aside = 0
    for before in reversed(annotated.tokens[max(annotated.sentences[token.sentence].first, token.i - _NEAR) : token.i]):
        if before.pos == "VERB" and _tells_attitude(before):
            return before
        if before.lower in group("asides"):
            aside = before.i
        elif not (aside and aside - before.i <= _PHRASE) and before.pos != "ADV" and before.lower not in times():
            return None
    return None


def _tells_attitude(verb: Token) -> bool:
    return bool({verb.lemma, verb.lemma + "r"} & group("attitudes"))


def reflexive(annotated: Annotated, verb: Token) -> bool:
    """True for "s'est engagé": a reflexive pronoun stands just before the verb and its auxiliaries."""
    i = verb.i - 1
    while i >= 0 and annotated.tokens[i].sentence == verb.sentence and annotated.tokens[i].pos in ("AUX", "ADV", "PRON"):
        if annotated.tokens[i].lower in _REFLEXIVES:
            return True
        if annotated.tokens[i].lower == "nous" and i > 0 and annotated.tokens[i - 1].lower == "nous":
            return True
        i -= 1
    return False


def _unmeant(annotated: Annotated, verb: Token) -> bool:
    """True for "affirme n'avoir pas voulu tuer": who denies that he wished to do what was done refuses nothing."""
    having = any(t.lower == "avoir" for t in annotated.dependents(verb, "aux"))
    return having and verb.lower == "voulu" and verb_group(annotated, verb).negated


def _negated(annotated: Annotated, token: Token, entry: Stance) -> bool:
    if entry.category == "verb":
        return verb_group(annotated, token).negated or _never(annotated, token) or _refused(annotated, token)
    governor = annotated.tokens[token.head]
    told = attitude_before(annotated, token) if entry.category == "adjective" else None
    if verb_group(annotated, token).negated or (told is not None and verb_group(annotated, told).negated):
        return True
    governed = entry.category == "adjective" or token.dep.startswith(("obj", "xcomp"))
    return governed and governor.i != token.i and governor.pos in ("VERB", "AUX") and verb_group(annotated, governor).negated


def _refused(annotated: Annotated, verb: Token) -> bool:
    """ "refuse de répondre favorablement à"."""
    before = annotated.tokens[max(annotated.sentences[verb.sentence].first, verb.i - _NEAR) : verb.i]
    linked = bool(before) and before[-1].lower in ("de", "d'", "d’", "à") and verb.has("VerbForm=Inf")
    return linked and any({t.lemma, t.lemma + "r"} & _REFUSING for t in before)


def _never(annotated: Annotated, verb: Token) -> bool:
    """ "ne saurait accepter", "n'entend pas accepter": the negation of the verb that governs an infinitive."""
    governor = annotated.tokens[verb.head]
    if governor.i == verb.i or not verb.has("VerbForm=Inf"):
        return False
    below = {t.lower for t in annotated.dependents(governor)} | {t.lower for t in annotated.dependents(verb)}
    return bool(below & NOT) and governor.lower.startswith(("saurai", "peut", "peuvent", "pouv", "pourr"))
