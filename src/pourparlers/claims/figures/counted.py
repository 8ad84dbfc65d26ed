"""What is counted: kinds of figures by their noun, and the figures that do not matter."""

import functools
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.mention import Quantity

#: A noun that the lexicon does not know makes a figure from this number on.
_MANY = 10
#: Up to this number "les trois X" refers back to things told before rather than counting them.
_FEW = 5
_DEFINITE = frozenset(("les", "des", "ces", "ses", "leurs", "nos", "aux", "ces"))
_TERMS = frozenset(("délai", "transition", "mandat", "période", "durée", "ultimatum", "moratoire", "échéance", "sursis"))
_PARTITIVE = frozenset(("un", "une", "l'", "l’"))


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry of ``data/fr/counted.yaml``; the file explains its fields."""

    lemma: str
    kind: str
    example: str


@functools.cache
def kinds() -> dict[str, str]:
    """Lemma -> kind."""
    return {entry.lemma: entry.kind for entry in load("fr/counted", Counted)}


def kind_of(annotated: Annotated, quantity: Quantity, noun: Token | None) -> str | None:
    """The kind of figure a quantity makes, "people" when their fate must tell; None for what does not matter.
    noun: the noun counted, which may stand with an earlier number ("neuf ont été interceptées")."""
    if noun is None:
        return None
    kind = kinds().get(noun.lemma) or kinds().get(noun.lower.removesuffix("s"))
    if "%" in annotated.document.quote(quantity.span) or noun.lemma == "pourcent":
        return None
    if kind == "term":
        return "other" if _sets_a_term(annotated, quantity) else None
    if kind == "none" or (kind is None and quantity.value < _MANY):
        return None
    return None if _refers_back(annotated, quantity) else kind or "other"


def _sets_a_term(annotated: Annotated, quantity: Quantity) -> bool:
    """True for a stretch of time that is a deadline or the length of something agreed: "un délai de 50 jours", "une transition de trois ans"."""
    number = annotated.token_at(quantity.number.start)
    if number is None:
        return False
    before = annotated.tokens[max(0, number.i - 4) : number.i]
    return any(t.lemma in _TERMS for t in before)


def _refers_back(annotated: Annotated, quantity: Quantity) -> bool:
    """ "les deux soldats", "ces trois roquettes": told before. A number of many with an article is a figure ("les 500 délégués")."""
    number = annotated.token_at(quantity.span.start)
    if number is None or number.i == 0 or quantity.value > _FEW:
        return False
    before = annotated.tokens[number.i - 1]
    return number.lower in _DEFINITE or (before.lower in _DEFINITE and before.sentence == number.sentence)
