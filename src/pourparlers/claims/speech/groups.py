"""The words of a reporting verb: auxiliaries, clitics, negation, and the verb that carries an infinitive."""

import functools
import re
from dataclasses import dataclass

from pourparlers.claims.particles import NOT, QUOTES
from pourparlers.claims.speech.lexicon import is_reflexive
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

_CLITICS = frozenset(("ne", "n'", "n’", "se", "s'", "s’", "y", "en", "lui", "leur", "l'", "l’", "le", "la", "les", "me", "nous"))
_NEGATIONS = frozenset(("pas", "jamais", "plus", "rien", "guère", "nullement", "ni", "aucun", "aucune"))
#: What denies as a subject, and so many words before a verb it may stand.
_NOBODY, _SUBJECT = frozenset(("aucun", "aucune", "ni", "nul", "nulle", "personne")), 8
#: How far an auxiliary may stand from its participle: "a, de son côté, dénoncé".
_FAR = 8


#: Forms that are past participles and nothing else: "dit", "fait" and "cite" are presents as well.
_PARTICIPLE = re.compile(r"(?:ée?s?|us?|ues|is|ises|erte?s?)$")


@dataclass(frozen=True, slots=True)
class Carrier:
    """An entry of data/fr/carriers.yaml."""

    verb: str
    example: str


@functools.cache
def _carriers() -> frozenset[str]:
    return frozenset(c.verb for c in load("fr/carriers", Carrier))


@dataclass(frozen=True, slots=True)
class Group:
    """The words of a reporting verb, tokens first to last. bearer: the verb that has the subject: the verb itself, or what carries it
    ("continue de dire"). form: "finite", "passive", "participle" (affirmant), "bare" (a past participle alone), "infinitive"."""

    verb: Token
    bearer: Token
    first: int
    last: int
    form: str
    negated: bool


def group_of(annotated: Annotated, verb: Token, last: int) -> Group:
    """The group of a verb whose phrase ends at token `last` ("état" in "a fait état")."""
    bearer = _bearer(annotated, verb)
    first = _group_start(annotated, bearer)
    form = _form(annotated, bearer, first)
    return Group(verb, bearer, first, last, form, bearer.lemma != "cesser" and _negated(annotated, first, verb.i))


def _bearer(annotated: Annotated, verb: Token) -> Token:
    """For an infinitive, the verb that carries it ("n'a cessé de vanter")."""
    if not verb.has("VerbForm=Inf"):
        return verb
    for token in reversed(annotated.tokens[max(0, verb.i - 5) : verb.i]):
        if token.lemma in _carriers() and token.pos in ("VERB", "AUX") and token.sentence == verb.sentence:
            return token
        if token.pos == "ADJ" and f"{token.lower.removesuffix('e').removesuffix('é')}er" in _carriers() and is_reflexive(annotated, token):
            return token  # taggers take "borné" in "s'est borné à dire" for an adjective
        if token.pos in ("NOUN", "PROPN", "VERB"):
            break
    return verb


def _group_start(annotated: Annotated, verb: Token) -> int:
    helpers = [t.i for t in annotated.dependents(verb, "aux", "expl", "iobj") if _is_helper(annotated, t, verb)]
    first = min([verb.i, *helpers])
    if first == verb.i and looks_like_participle(verb):
        first = _auxiliary_before(annotated, verb)
    present = verb.lower.endswith("ant")
    while first > 0 and annotated.tokens[first - 1].lower in _CLITICS and (present or annotated.tokens[first - 1].pos != "DET"):
        if annotated.tokens[first - 1].lower == "en" and present:
            break
        first -= 1
    return first


def _is_helper(annotated: Annotated, token: Token, verb: Token) -> bool:
    """An auxiliary or clitic of the verb: not "il" in "il s'est inquiété", which the parser takes for impersonal."""
    return token.i < verb.i and token.dep != "expl:subj" and not _quotation_between(annotated, token, verb)


def _quotation_between(annotated: Annotated, left: Token, right: Token) -> bool:
    return any(t.text in QUOTES for t in annotated.tokens[left.i : right.i])


def _auxiliary_before(annotated: Annotated, verb: Token) -> int:
    """Where the parser hung the auxiliary elsewhere: the nearest one to the left, over adverbials such as "de son côté", "quant à lui"."""
    for token in reversed(annotated.tokens[max(0, verb.i - _FAR) : verb.i]):
        if _is_auxiliary(token) and token.sentence == verb.sentence:
            return token.i
        if token.pos in ("VERB", "CCONJ", "SCONJ"):
            break
    return verb.i


def looks_like_participle(verb: Token) -> bool:
    """True for what is written like a past participle and nothing else."""
    return _PARTICIPLE.search(verb.lower) is not None


def _is_auxiliary(token: Token) -> bool:
    return token.lemma in ("avoir", "être") or token.dep.startswith("aux")


def _form(annotated: Annotated, verb: Token, first: int) -> str:
    auxiliaries = [t for t in annotated.tokens[first : verb.i] if _is_auxiliary(t)]
    if verb.lower.endswith("ant") and not verb.has("VerbForm=Fin"):
        return "participle"
    if verb.has("VerbForm=Inf") and verb.lower.endswith("r"):
        return "infinitive"
    if not auxiliaries:
        return "bare" if looks_like_participle(verb) else "finite"
    if auxiliaries[0].lower.endswith("ant"):
        return "participle"
    if auxiliaries[0].lower in ("avoir", "être"):
        return "infinitive"
    return "passive" if auxiliaries[-1].lemma == "être" and not is_reflexive(annotated, verb) and verb.lemma != "convenir" else "finite"


def _negated(annotated: Annotated, first: int, last: int) -> bool:
    """ "n'a pas dit", "ne dit pas", "ni le maire ni le préfet n'ont dit"; in "dit ne pas vouloir" the negation belongs to what is said."""
    words = {t.lower for t in annotated.tokens[first : last + 1]}
    if not words & NOT:
        return False
    after = annotated.tokens[last + 1].lower if last + 1 < len(annotated.tokens) else ""
    start = annotated.sentences[annotated.tokens[first].sentence].first
    before = {t.lower for t in annotated.tokens[max(start, first - _SUBJECT) : first]}
    return bool((words | {after}) & _NEGATIONS) or bool(before & _NOBODY)
