"""The tense, mood, voice and negation of a verb with its auxiliaries.

The tagger often takes a conditional for an imperfect and a past participle for a finite form, so the endings of French verbs are read here as well.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.claims.particles import NOT, ONESELF
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: Ends of the stems on which the future and the conditional are built ("sera", "auraient", "mettrait"), save those that verbs in -rer
#: share: "tr" is "mettr" or "paraîtr" here, never the "montr" of "montrait".
_FUTURE_STEM = re.compile(
    r"(?:er|ir|ndr|udr|rdr|ettr|attr|[aoi][iî]tr|evr|uivr|(?:^|sur|re)vivr|^aur|^saur|clur|mpr|ourr|(?:^|en|re|pré)verr|querr|incr)$"
)
#: Endings of the imperfect and the conditional, and of the future.
_IMPERFECT_ENDING = re.compile(r"(?<=..)(?:ais|ait|ions|iez|aient)$")
_FUTURE_ENDING = re.compile(r"(?<=..)(?:ai|as|a|ons|ez|ont)$")
_PRESENTS_IN_AIT = frozenset(("défait", "extrait", "fais", "fait", "sais", "sait", "satisfait", "soustrait", "trait", "vais"))
#: Forms in -a that are no simple past of a verb in -er.
_PRESENTS_IN_A = frozenset(("a", "va"))
_PAST_FORMS = frozenset(("eut", "eurent", "fut", "furent"))
_SUBJUNCTIVE_FORMS = frozenset(("soit", "soient", "ait", "aient", "ayez", "ayons", "soyons", "soyez", "puisse", "puissent", "fasse", "fassent"))
_NEGATIONS = frozenset(("pas", "jamais", "plus", "aucun", "aucune", "rien", "nullement", "guère", "ni", "point", "personne"))
_MODALS = frozenset(("pouvoir", "devoir", "vouloir", "falloir", "aller", "venir"))
#: Verbs without a passive, whose "être" makes a compound tense: "ils sont convenus d'une trêve".
_NEVER_PASSIVE = frozenset(
    ("aller", "arriver", "convenir", "entrer", "mourir", "parvenir", "partir", "rester", "revenir", "survenir", "tomber", "venir")
)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An entry of data/fr/future_look_alikes.yaml."""

    stem: str
    example: str


@functools.cache
def _look_alikes() -> frozenset[str]:
    return frozenset(entry.stem for entry in load("fr/future_look_alikes", LookAlike))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what goes with it.

    head: the verb itself ("accepté" in "n'aurait pas accepté"). first: the leftmost of auxiliaries and head.
    mood: "indicative", "conditional", "subjunctive", "imperative", "infinitive", "participle".
    tense: "present", "past" (passé composé, passé simple), "imperfect", "pluperfect", "future", "" where the mood has none.
    perfect: a compound tense. modal: lemma of the verb that governs it as an infinitive ("pouvoir", "devoir", "aller"), None when none does;
    mood, tense and negation are then those of the whole.
    """

    head: Token
    first: Token
    mood: str
    tense: str
    perfect: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None

    @property
    def finite(self) -> bool:
        return self.mood not in ("infinitive", "participle")


def is_verb(token: Token) -> bool:
    """True for the head of a verb group: a verb, or an auxiliary that stands alone ("est" in "la paix est")."""
    return token.pos == "VERB" or (token.pos == "AUX" and not token.dep.startswith(("aux", "cop")))


def verb_group(annotated: Annotated, token: Token) -> VerbGroup:
    """The group of a predicate: a verb, or a noun or adjective with a copula ("est prêt")."""
    helpers = tuple(annotated.dependents(token, "aux", "cop"))
    bearer = next((h for h in helpers if not h.has("VerbForm=Part")), helpers[0] if helpers else token)
    modal = _modal(annotated, token)
    reflexive = _is_reflexive(annotated, token, helpers)  # "s'est produite" is a compound tense, a passive to many parsers
    active = reflexive or token.lemma in _NEVER_PASSIVE
    had = bool(helpers) and all(h.lemma == "avoir" for h in helpers)  # "a averti" is no passive, whatever the tagger makes of it
    passive = not active and (any(h.dep == "aux:pass" for h in helpers) or (token.has("Voice=Pass") and not had))
    negated = _negated(annotated, token)
    first = min((token, *helpers), key=lambda t: t.i)
    if modal is not None and bearer.has("VerbForm=Inf"):
        outer = verb_group(annotated, modal)
        return VerbGroup(token, first, outer.mood, outer.tense, outer.perfect, passive, negated or outer.negated, modal.lemma)
    mood, tense = _mood_and_tense(bearer)
    compound = any(h.dep in ("aux", "aux:tense") or (active and _is_auxiliary(h, tense)) for h in helpers)
    return VerbGroup(token, first, mood, _compound(tense) if compound else tense, compound, passive, negated)


def _is_auxiliary(being: Token, tense: str) -> bool:
    """True for the "être" of a compound tense, of which parsers make a passive or a copula: "se sont ouvertes"."""
    return being.dep == "aux:pass" or (being.dep == "cop" and tense == "present")


def _is_reflexive(annotated: Annotated, verb: Token, helpers: Sequence[Token]) -> bool:
    """True for "se serait produite": "se" right before the first auxiliary."""
    first = min((h.i for h in helpers), default=verb.i)
    return first < verb.i and first > 0 and annotated.tokens[first - 1].lower in ONESELF


def _modal(annotated: Annotated, token: Token) -> Token | None:
    """The modal that governs an infinitive."""
    governor = annotated.tokens[token.head]
    if governor.i == token.i or governor.lemma not in _MODALS or token.dep.partition(":")[0] not in ("xcomp", "ccomp", "obj", "obl", "advcl"):
        return None
    return governor if governor.i < token.i else None


def _negated(annotated: Annotated, token: Token) -> bool:
    """A verb is negated by "ne … pas"; "ne" alone is literary or goes with "que", and "pas" alone may belong to a noun."""
    below = tuple(annotated.dependents(token))
    helpers = tuple(d for t in below if t.dep.startswith(("aux", "cop")) for d in annotated.dependents(t))
    words = {t.lower for t in (*below, *helpers)}
    neither = any(t.lower == "ni" for t in annotated.tokens[token.i + 1 : token.i + 2])  # "n'a siégé ni en mai, ni en juin"
    return bool(words & NOT) and (bool(words & _NEGATIONS) or neither or _subject_negated(annotated, below))


def _subject_negated(annotated: Annotated, below: tuple[Token, ...]) -> bool:
    """ "Aucune avancée n'a été annoncée"."""
    return any(d.lower in _NEGATIONS for t in below if t.dep.startswith(("nsubj", "obj")) for d in (t, *annotated.dependents(t)))


def _compound(tense: str) -> str:
    return {"present": "past", "imperfect": "pluperfect", "past": "pluperfect"}.get(tense, tense)


def _mood_and_tense(token: Token) -> tuple[str, str]:
    if token.has("VerbForm=Inf"):
        return "infinitive", ""
    if token.lower.endswith("ant"):  # no finite form does
        return "participle", "present"
    by_form = mood_and_tense_by_form(token.lower)
    if by_form is not None:
        return by_form
    if _is_simple_past(token):
        return "indicative", "past"
    if token.has("VerbForm=Part"):
        return "participle", "past" if token.has("Tense=Past") else "present"
    if token.has("Mood=Sub") or token.lower in _SUBJUNCTIVE_FORMS:
        return "subjunctive", "present"
    if token.has("Mood=Imp"):
        return "imperative", "present"
    tenses = {"Tense=Past": "past", "Tense=Imp": "imperfect", "Tense=Pres": "present"}
    return "indicative", next((v for k, v in tenses.items() if token.has(k)), "present")


def _is_simple_past(token: Token) -> bool:
    """True for "décréta" and "décrétèrent", which taggers take for the present; "libèrent" is one, "libérèrent" none."""
    form = token.lower
    if token.pos != "VERB" or not token.lemma.endswith("er"):
        return False
    plural = form.endswith("èrent") and (form.endswith("érèrent") or not token.lemma.endswith("érer"))
    return plural or (form.endswith("a") and form not in _PRESENTS_IN_A)


def mood_and_tense_by_form(form: str) -> tuple[str, str] | None:
    """Mood and tense where the ending of a form tells them, else None: future, conditional, imperfect, and a few irregular pasts.

    >>> mood_and_tense_by_form("auraient")
    ('conditional', 'present')
    >>> mood_and_tense_by_form("déclarait")
    ('indicative', 'imperfect')
    """
    if form in _PAST_FORMS:
        return "indicative", "past"
    if form in _SUBJUNCTIVE_FORMS:
        return "subjunctive", "present"
    if form in _PRESENTS_IN_AIT:
        return None
    stem = _IMPERFECT_ENDING.sub("", form)
    if stem != form:
        return ("conditional", "present") if _is_future_stem(stem) else ("indicative", "imperfect")
    stem = _FUTURE_ENDING.sub("", form)
    return ("indicative", "future") if stem != form and _is_future_stem(stem) else None


def _is_future_stem(stem: str) -> bool:
    return _FUTURE_STEM.search(stem) is not None and stem not in _look_alikes()
