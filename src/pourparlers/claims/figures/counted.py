"""What is counted: kinds of figures by their noun, and the figures that do not matter."""

import functools
from dataclasses import dataclass

from pourparlers.claims.figures.fates import Fate
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.positions.sides import names_people
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.mention import Quantity
from pourparlers.model.text import Span

#: A noun that the lexicon does not know makes a figure from this number on.
_MANY = 10
#: Up to this number "les trois X" refers back to things told before rather than counting them.
_FEW = 5
#: Up to this number people to whom nothing is told to have happened are no figure ("deux personnes présentes").
_PAIR = 3
_DEFINITE = frozenset(("les", "des", "ces", "ses", "leurs", "nos", "aux"))
_OF = frozenset(("de", "d'", "d’", "à"))
#: Nouns for those who make up a body, which is no figure unless something happened to them.
_SEATS = frozenset(("membre",))
#: Nouns of what lasts a time that parties set: the time is then a figure.
_TERMS = frozenset(("délai", "transition", "mandat", "durée", "ultimatum", "moratoire", "échéance", "sursis", "pause"))
_WITHIN, _THOUGHT = frozenset(("dans",)), frozenset(("réflexion",))
#: Words before and behind a time by which it is a deadline.
_SETTING = frozenset(("sous", "bout"))
_CEILING = frozenset(("maximum", "max"))
_REACH = 6

#: How many words around a number may tell that it was voted.
_WINDOW = 40
BALLOTS = frozenset(("pour", "contre"))
_VOTING = frozenset(("voter", "vote", "scrutin", "adopter", "approuver", "rejeter", "prononcer", "majorité"))


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


def noun_kind(noun: Token) -> str | None:
    """The kind of a noun, by its lemma or, where the tagger errs, its form; None for one that the lexicon does not know."""
    forms = (noun.lemma, noun.lower, noun.lower.removesuffix("s"))
    return next((kinds()[form] for form in forms if form in kinds()), None)


def kind_of(annotated: Annotated, quantity: Quantity, noun: Token, fate: Fate | None) -> str | None:
    """The kind of figure a quantity makes, "people" when their fate must tell; None for what does not matter.
    noun: the noun counted, which may stand with an earlier number ("neuf ont été interceptées"). fate: their fate, if it is told."""
    kind, happened = noun_kind(noun), fate is not None
    if noun.lower in BALLOTS or (fate is not None and fate.kind == "votes" and kind in ("none", "people", None)):
        return "votes"
    if kind == "share" or is_share(annotated, quantity):
        return None if whole_of(annotated, quantity) is None else "other"
    if kind == "term":
        return None if term_of(annotated, quantity) is None else "other"
    if _refers_back(annotated, quantity) or (kind == "none" and not (happened and names_people(noun))):
        return None
    if not happened and noun.lemma in _SEATS and _makes_up(annotated, quantity):
        return None
    if quantity.value == 1 and not happened and kind in ("other", "people", None):
        return None
    if kind is None and fate is not None and (fate.people or names_people(noun) or noun.text[:1].isupper()):
        return "people"  # "deux bergers ont été enlevés", "dix Irlandais ont été tués"
    if kind is None:
        return "other" if quantity.value >= _MANY or happened else None
    if kind == "none":
        return "people"  # "deux ministres ont été tués"
    return None if kind == "people" and quantity.value <= _PAIR and not happened else kind


def _makes_up(annotated: Annotated, quantity: Quantity) -> bool:
    """True for all those of a body: "un comité de douze membres", "ses quinze membres"."""
    number = annotated.token_at(quantity.span.start)
    before = None if number is None or number.i == 0 else annotated.tokens[number.i - 1]
    return before is not None and (before.lower in _OF or before.lower in _DEFINITE)


def is_ballot(annotated: Annotated, number: Token) -> bool:
    """True for a number before "pour" or "contre" in a sentence that tells of a vote: "23 pour, 2 contre et 22 abstentions"."""
    behind = annotated.tokens[number.i + 1 : number.i + 3]
    if not behind or behind[0].lower not in BALLOTS or (len(behind) > 1 and behind[1].text[:1].isalpha() and behind[1].lower not in ("et", "puis")):
        return False
    near = annotated.tokens[max(0, number.i - _WINDOW) : number.i + _WINDOW]
    return any(t.sentence == number.sentence and (noun_kind(t) == "votes" or t.lemma in _VOTING) for t in near)


def is_share(annotated: Annotated, quantity: Quantity) -> bool:
    """True for per cents."""
    return "%" in annotated.document.text[quantity.number.start : quantity.number.end + 3]


def whole_of(annotated: Annotated, quantity: Quantity) -> Span | None:
    """The whole of which a figure is a share ("des ogives" in "90% des ogives"), with its preposition; None for rates and votes."""
    behind = annotated.tokens_in(Span(quantity.number.end, quantity.number.end + 12))
    opening = next((t for t in behind if t.lower in OF_THE), None)
    if opening is None:
        return None
    noun = next((t for t in annotated.tokens[opening.i + 1 : opening.i + 5] if t.pos in ("NOUN", "PROPN")), None)
    return None if noun is None or noun_kind(noun) == "votes" else Span(opening.start, noun.end)


def term_of(annotated: Annotated, quantity: Quantity) -> str | None:
    """What a stretch of time is the length of: "transition" in "une transition de trois ans", "délai" for a deadline; None when parties do
    not set it."""
    number = annotated.token_at(quantity.number.start)
    if number is None:
        return None
    sentence = annotated.sentences[number.sentence]
    before = annotated.tokens[max(sentence.first, number.i - _REACH) : number.i]
    named = next((t for t in reversed(before) if t.lemma in _TERMS), None)
    if named is not None:
        return None if _is_within(annotated, named, number) else named.lemma
    behind = annotated.tokens[number.i : min(sentence.last, number.i + 5)]
    set_by_words = any(t.lower in _SETTING for t in before[-2:]) or any(t.lower in _CEILING for t in behind)
    return "délai" if set_by_words else None


def _is_within(annotated: Annotated, noun: Token, number: Token) -> bool:
    """True for "dans un délai de sept jours", "un délai de réflexion de dix jours": when something is done, no time that parties set."""
    opens = any(t.lower in _WITHIN for t in annotated.tokens[max(0, noun.i - 2) : noun.i]) and number.i - noun.i <= 2
    return noun.lemma == "délai" and (opens or any(t.lemma in _THOUGHT for t in annotated.tokens[noun.i : number.i]))


def _refers_back(annotated: Annotated, quantity: Quantity) -> bool:
    """ "les deux soldats", "ces trois roquettes": told before. A number of many with an article is a figure ("les 500 délégués")."""
    number = annotated.token_at(quantity.span.start)
    if number is None or number.i == 0 or quantity.value > _FEW:
        return False
    before = annotated.tokens[number.i - 1]
    return number.lower in _DEFINITE or (before.lower in _DEFINITE and before.sentence == number.sentence)
