"""Lemmas that a token may have: the tagger's, which news French beats often ("bombarde", "pourparlers"), and those that its ending allows."""

import functools
import re

from pourparlers.model.annotated import Token

_FIRST_GROUP = re.compile(r"(?:er|é|ée|és|ées|e|es|ent|ez|ons|ait|aient|a|èrent|ant|era|eront|erait|eraient)$")
_SECOND_GROUP = re.compile(r"(?:ir|i|ie|is|ies|it|issent|issait|issaient|irent|issant|ira|iront|irait|iraient)$")
_OPENED = re.compile(r"ert(?:e?s?)$")  # "ouverte", "offerts"
_PARTICIPLE = re.compile(r"(?:é|i|u|it|rt|is)e?s?$")
_AUXILIARIES = frozenset(("avoir", "être"))
_PRESENT_PARTICIPLES = ("ant", "ants", "ante", "antes")
_SHORTEST_STEM = 3
#: Words whose lemmas are remembered: each is asked for many times in a text.
_REMEMBERED = 10_000
#: Verbs that taggers take for nouns.
_NO_NOUNS = frozenset(("menace", "propose"))
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "X", "NUM"))
_DETERMINERS = frozenset(("DET", "NUM"))


def verb_lemmas(token: Token, before: Token | None = None) -> tuple[str, ...]:
    """Infinitives that a form may belong to, the tagger's first; empty for a token that cannot be a verb. before: the token before it."""
    if token.pos not in _VERBAL and not _participle(token, before):
        return ()
    if token.lemma in _AUXILIARIES:  # "nous sommes" summons nobody
        return (token.lemma,)
    if token.lower.endswith(_PRESENT_PARTICIPLES) and before is not None and before.pos == "DET":  # "l'occupant"
        return ()
    return tuple(dict.fromkeys((token.lemma, *(_infinitives(token.lower)))))


def _participle(token: Token, before: Token | None) -> bool:
    """True for a participle or a third person that the tagger took for an adjective, or, after an auxiliary, for a noun."""
    if token.pos == "NOUN" and token.lower in _NO_NOUNS:  # "refuse de signer et menace de partir"
        return before is not None and before.pos == "CCONJ"
    if token.pos == "ADJ" and token.lower.endswith("ant"):  # ", menaçant de": no "ton menaçant"
        return before is not None and before.pos in ("CCONJ", "PUNCT")
    if token.pos == "ADJ":
        return _PARTICIPLE.search(token.lower) is not None or token.lower.endswith(("ent", "ait"))
    return token.pos == "NOUN" and before is not None and before.lemma in _AUXILIARIES and _PARTICIPLE.search(token.lower) is not None


def looks_like_participle(token: Token) -> bool:
    """True for the form of a past participle ("conclue"), whatever the tagger makes of it."""
    return _PARTICIPLE.search(token.lower) is not None


def qualifies_like_verb(token: Token) -> bool:
    """True for a participle that the tagger takes for a noun: "entrée" in "la trêve, entrée en vigueur samedi, tient"."""
    return token.pos == "NOUN" and token.dep.startswith("acl") and looks_like_participle(token)


@functools.lru_cache(maxsize=_REMEMBERED)
def _infinitives(form: str) -> tuple[str, ...]:
    found = []
    for ending, infinitive in ((_FIRST_GROUP, "er"), (_SECOND_GROUP, "ir"), (_OPENED, "rir")):
        stem = ending.sub("", form)
        if stem != form and len(stem) >= _SHORTEST_STEM:
            found.append(stem + infinitive)
            if stem.endswith("ge") and infinitive == "er":
                found.append(stem[:-1] + infinitive)
            if stem.endswith("ç"):
                found.append(stem[:-1] + "c" + infinitive)
    return tuple(found)


def noun_lemmas(token: Token, before: Token | None) -> tuple[str, ...]:
    """Singulars that a form may belong to; a verb counts only after a determiner ("des lancers"). before: the token before it."""
    if token.pos not in _NOMINAL and not (token.pos in _VERBAL and before is not None and before.pos in _DETERMINERS):
        return ()
    return word_lemmas(token)


def word_lemmas(token: Token) -> tuple[str, ...]:
    """Singular and masculine forms of any word."""
    return _word_lemmas(token.text, token.lemma)


@functools.lru_cache(maxsize=_REMEMBERED)
def _word_lemmas(written: str, lemma: str) -> tuple[str, ...]:
    form = written.lower()
    found = [lemma.lower(), form]
    if form.endswith(("s", "x")):
        found.append(form[:-1])
        form = form[:-1]
    if form.endswith("e"):
        found.append(form[:-1])
    if form.endswith("aux"):
        found.append(form[:-3] + "al")
    if form.endswith("elle"):
        found.append(form[:-2])
    if "oe" in form:  # "manoeuvre"
        found.append(form.replace("oe", "œ"))
    if written.startswith("E"):  # capitals often stand without their accent
        found += ["é" + word[1:] for word in found]
    return tuple(dict.fromkeys(found))
