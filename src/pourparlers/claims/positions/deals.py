"""Deals named with those who made them: "l'accord de désarmement entre le royaume et son voisin" is accepted by both."""

from collections.abc import Iterator

from pourparlers.claims.groups import group
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import reach, span_of
from pourparlers.claims.positions.issues import classify
from pourparlers.claims.positions.texts import kind_of
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token

_BETWEEN = "entre"
#: Articles and demonstratives of a deal that exists; "un accord" may be wished for only.
_DEFINITE = frozenset(("l'", "l’", "le", "la", "les", "des", "du", "aux", "au", "cet", "ce", "ces", "cette"))
#: How far behind its noun "entre" may stand.
_NEAR = 8


def from_deals(annotated: Annotated) -> Iterator[Candidate]:
    """The deals named with their parties, in order."""
    for token in annotated.tokens:
        if not _made(annotated, token):
            continue
        begin = token.i - 1 if token.i and annotated.tokens[token.i - 1].pos == "DET" else token.i
        span = span_of(annotated, begin, reach(annotated, token.i))
        about = classify([annotated.document.quote(span)])
        if about is not None and about.at_stake:
            yield Candidate("accepts", span, about, token, f"deal:{token.lemma}", text=True)


def _made(annotated: Annotated, noun: Token) -> bool:
    """True for the noun of a deal that exists and whose parties are named, and for what two sides are told to have come to."""
    if noun.lemma in group("ententes"):
        verb = annotated.tokens[noun.head]
        return noun.dep == "obj" and verb.lemma in group("making_known") and _names_parties(annotated, noun)
    if kind_of(noun) != "deal" or _is_over(annotated, noun):
        return False
    return _signed(annotated, noun) or (_exists(annotated, noun) and _names_parties(annotated, noun))


def _signed(annotated: Annotated, noun: Token) -> bool:
    """ "un accord de trêve a été signé entre …": the verb makes the deal one that exists."""
    verb = annotated.tokens[noun.head]
    return (
        noun.dep == "nsubj:pass" and verb.lemma in group("sealing") and not verb_group(annotated, verb).negated and _between_behind(annotated, verb)
    )


def _is_over(annotated: Annotated, noun: Token) -> bool:
    """True for what ends in the clause that it opens: "la trêve entre le roi et la Ligue a expiré", "prend fin"; not "la trêve, qui expire lundi"."""
    for token in annotated.tokens[noun.i + 1 : annotated.sentences[noun.sentence].last]:
        if token.pos == "PUNCT" or token.pos == "SCONJ" or token.has("PronType=Rel"):
            return False
        if {token.lemma, token.lemma + "r"} & group("ending") or (token.lower == "fin" and annotated.tokens[token.i - 1].lemma == "prendre"):
            return True
    return False


def _between_behind(annotated: Annotated, verb: Token) -> bool:
    return any(t.lower == _BETWEEN and t.sentence == verb.sentence for t in annotated.tokens[verb.i + 1 : verb.i + 1 + _NEAR])


def _exists(annotated: Annotated, noun: Token) -> bool:
    before = annotated.tokens[noun.i - 1] if noun.i else None
    return before is None or before.sentence != noun.sentence or before.lower in _DEFINITE


def _names_parties(annotated: Annotated, noun: Token) -> bool:
    return any(t.lower == _BETWEEN and t.sentence == noun.sentence for t in annotated.tokens[noun.i + 1 : noun.i + 1 + _NEAR])
