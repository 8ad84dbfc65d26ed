"""What happened to those who are counted: killed, wounded, evacuated, exchanged."""

import functools
from dataclasses import dataclass

from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token

#: How many words may stand between a number's noun and the verb that tells the fate, where the parser does not join them.
_NEAR = 9


#: Auxiliaries, and the words that may stand between a number and them: "treize d'entre eux", "trois autres".
_HAVE_BEEN = frozenset(
    ("a", "ont", "avait", "avaient", "est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "aurait", "auraient")
)
_OTHERS = frozenset(("d'", "d’", "entre", "eux", "elles", "autre", "autres", "d'entre", "d’entre"))


@dataclass(frozen=True, slots=True)
class Fate:
    """An entry of ``data/fr/fates.yaml``; the file explains its fields."""

    phrase: str
    kind: str
    participle: str
    example: str
    people: bool = False
    subject: bool = False
    noun: bool = False


@functools.cache
def _by_head() -> dict[str, tuple[Fate, ...]]:
    """The entries by the first word of their phrase, longer phrases first."""
    found: dict[str, tuple[Fate, ...]] = {}
    for fate in sorted(load("fr/fates", Fate), key=lambda f: -len(f.phrase)):
        head = fate.phrase.split()[0]
        found[head] = (*found.get(head, ()), fate)
    return found


def fate_of(annotated: Annotated, noun: Token, near: bool = True) -> Fate | None:
    """What happened to what a noun counts: by the verb it belongs to or by its participle; with `near`, else by the nearest word of its
    clause that tells a fate."""
    for token in (*_ahead(annotated, noun), *_own(annotated, noun), *(_around(annotated, noun) if near else ())):
        fate = _fate(annotated, token)
        if fate is not None and _befalls(annotated, fate, token, noun):
            return fate
    return None


def fate_by_phrase(phrase: str) -> Fate:
    """The entry of a phrase. Raises StopIteration for one that the lexicon does not have."""
    fates: tuple[Fate, ...] = load("fr/fates", Fate)
    return next(fate for fate in fates if fate.phrase == phrase)


def _befalls(annotated: Annotated, fate: Fate, told: Token, noun: Token) -> bool:
    """True when the fate is that of those counted: before a passive, behind an active verb, on either side of one that befalls its subject.
    "Deux policiers ont arrêté un passant" arrests no policeman; voters stand before their vote."""
    if fate.kind == "votes":
        return noun.i < told.i
    if fate.noun:
        return told.i < noun.i and _hangs_on(annotated, noun, told)
    if told.pos not in ("VERB", "AUX") or fate.subject or len(fate.phrase.split()) > 1:
        return True
    group = verb_group(annotated, told)
    participle = group.mood == "participle" and not group.perfect and not told.lower.endswith("ant")
    return noun.i < told.i if group.passive or participle else noun.i > told.i


def _hangs_on(annotated: Annotated, noun: Token, told: Token) -> bool:
    """True for "l'arrestation de vingt personnes": "de" and the number alone stand between."""
    between = annotated.tokens[told.i + 1 : noun.i]
    return bool(between) and between[0].lower in ("de", "d'", "d’", "des") and not any(t.pos in ("VERB", "NOUN", "PUNCT") for t in _plain(between))


def _plain(between: tuple[Token, ...]) -> list[Token]:
    """The words between two nouns but nouns of number ("une vingtaine de")."""
    return [t for t in between if not t.lower.endswith(("aine", "millier", "million", "millions"))]


def _ahead(annotated: Annotated, noun: Token) -> list[Token]:
    """The participle of the finite verb right behind a noun or number: "une dizaine d'autres ont été blessées"."""
    last, finite = annotated.sentences[noun.sentence].last, False
    for token in annotated.tokens[noun.i + 1 : min(last, noun.i + 1 + _NEAR)]:
        if finite and token.has("VerbForm=Part") and token.pos == "VERB":
            return [token]
        finite = finite or token.lower in _HAVE_BEEN
        if not (token.lower in _HAVE_BEEN or token.pos in ("ADV", "AUX") or (not finite and token.lower in _OTHERS)):
            return []
    return []


def _own(annotated: Annotated, noun: Token) -> list[Token]:
    governor = annotated.tokens[noun.head]
    return [*annotated.dependents(noun, "acl", "amod"), *([governor] if governor.i != noun.i else [])]


def _around(annotated: Annotated, noun: Token) -> list[Token]:
    sentence = annotated.sentences[noun.sentence]
    near = annotated.tokens[max(sentence.first, noun.i - _NEAR) : min(sentence.last, noun.i + _NEAR)]
    return sorted(_same_clause(near, noun), key=lambda t: abs(t.i - noun.i))


def _same_clause(near: tuple[Token, ...], noun: Token) -> list[Token]:
    """The words around a noun up to the marks that end its clause."""
    ends = [t.i for t in near if t.text in (";", ":", ".") or (t.text == "," and t.i > noun.i)]
    first = max((i for i in ends if i < noun.i), default=-1)
    last = min((i for i in ends if i > noun.i), default=noun.i + _NEAR)
    return [t for t in near if first < t.i < last]


@functools.cache
def _by_participle() -> dict[str, Fate]:
    return {fate.participle: fate for fate in load("fr/fates", Fate) if fate.participle and fate.phrase.endswith("er")}


def _fate(annotated: Annotated, token: Token) -> Fate | None:
    if token.pos == "ADJ":  # a participle that the tagger takes for an adjective ("réfugiées")
        return _by_participle().get(_without_agreement(token.lower)) or _by_phrase(annotated, token)
    return _by_phrase(annotated, token)


def _by_phrase(annotated: Annotated, token: Token) -> Fate | None:
    if token.lemma == "mort" and token.pos == "NOUN" and not _event_noun(annotated, token):
        return None
    for fate in _by_head().get(token.lemma, ()):
        rest = fate.phrase.split()[1:]
        behind = annotated.tokens[token.i + 1 : token.i + 1 + len(rest)]
        if [_without_agreement(t.lower) for t in behind] == [_without_agreement(word) for word in rest]:
            return fate
    return None


def _without_agreement(form: str) -> str:
    """A form without the endings of gender and number: "disparues" gives "disparu"."""
    return form.removesuffix("s").removesuffix("e")


def _event_noun(annotated: Annotated, token: Token) -> bool:
    """ "la mort de treize militaires", "quatre civils sont morts"; not "treize morts"."""
    before = annotated.tokens[token.i - 1] if token.i else token
    return before.pos == "AUX" or (token.lower == "mort" and before.pos in ("DET", "ADJ") and before.lower not in ("un", "une"))


def agreeing(annotated: Annotated, participle: str, noun: Token) -> str:
    """A participle in the gender and number of a noun: "tué" and "personnes" give "tuées"."""
    if not participle or " " in participle:
        return participle
    article = annotated.tokens[noun.i - 1].lower if noun.i else ""
    feminine = "e" if noun.has("Gender=Fem") and article != "un" else ""
    plural = "" if noun.has("Number=Sing") or participle.endswith("s") else "s"
    return participle + feminine + plural
