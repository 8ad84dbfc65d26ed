"""Which noun each number of a document counts: its own, or that of a number before it ("neuf ont été interceptées")."""

import re
from collections.abc import Iterator, Sequence

from pourparlers.claims.context import Context
from pourparlers.claims.figures.counted import is_ballot, noun_kind
from pourparlers.claims.groups import group
from pourparlers.claims.particles import OF
from pourparlers.claims.positions.sides import names_people
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.calendar import MONTHS
from pourparlers.model.mention import Quantity
from pourparlers.model.text import Span

#: Words before a number of four figures by which it is a year, whatever stands behind ("élu en 1983 député").
_BEFORE_YEARS = frozenset(("en", "depuis", "dès", "fin", "début", "mi", "courant"))
#: How many words before a number the noun that it counts may stand, where no number before counts it.
_BACK = 60
_NUMBERS = frozenset(("nombre", "total"))
_ESTIMATING = frozenset(("chiffrer", "estimer", "évaluer"))
_LISTING = frozenset((",", "et", "ou", "puis", "-", "le", "les"))
_AMID_DIGITS = re.compile(r"\d[ \xa0./-]$")
_THEY, _ARE = frozenset(("ils", "elles", "nous")), frozenset(("sont", "étaient", "seraient", "seront", "sommes", "étions"))
_VICTIMS = frozenset(("killed", "wounded", "missing"))
_EACH = frozenset(("respectivement",))
#: So many nouns back the one that a bare number counts is looked for.
_LAST = 40
#: What stands between a number and those of whom it holds: "40 morts, douze côté rebelle".
_ON_THE_SIDE_OF = "côté"
#: Kinds of nouns that a number in the next sentence does not take up, and kinds that no "d'entre eux" means.
_APART = frozenset(("none", "term", "share"))
_NO_GROUPS = _APART | {"money"}


def counted(context: Context) -> Iterator[tuple[Quantity, Token]]:
    """The quantities with the noun they count: their own, else that of the number before them in this or the last sentence."""
    told: list[Token] = []  # the nouns counted so far
    until = -1
    for quantity in context.mentions.quantities:
        inner = quantity.span.end <= until  # "neuf membres" in "quatre des neuf membres"
        until = max(until, quantity.span.end)
        if is_year(context, quantity):
            continue
        noun = _own_noun(context, quantity)
        if noun is not None:
            told.append(noun)
        elif not _counts_nobody(context, quantity) and not _out_of(context, quantity):
            noun = _noun_before(context, quantity, told)
            noun = None if noun is not None and _is_anew(context, quantity, noun) else noun
        if noun is not None and not inner:
            yield quantity, noun


def _noun_before(context: Context, quantity: Quantity, told: Sequence[Token]) -> Token | None:
    """The noun that a number without one counts: that whose number it is said to be, the last, or in a list taken up by "respectivement" the one
    at the same place in it."""
    head = context.annotated.tokens[quantity.head]
    number_of = _number_of(context.annotated, head, max((noun.i for noun in told), default=-1))
    if number_of is not None:
        return number_of
    estimated = _estimated(context.annotated, quantity)
    if estimated is not None:
        return estimated
    near = [
        noun for noun in told[-_LAST:] if noun.sentence == head.sentence or (noun.sentence == head.sentence - 1 and noun_kind(noun) not in _APART)
    ]
    if _is_part(context, quantity):
        near = [noun for noun in near if noun_kind(noun) not in _NO_GROUPS]
    alike = _taken_up(context, head)
    if quantity.number.start in alike:
        return near[alike.index(quantity.number.start) - len(alike)] if len(near) >= len(alike) else None
    return near[-1] if near else _antecedent(context, quantity)


def _number_of(annotated: Annotated, number: Token, after: int) -> Token | None:
    """X in "le nombre de X est passé à 300", in the sentence of the number, behind the last noun counted (token `after`)."""
    sentence = annotated.sentences[number.sentence]
    for token in annotated.tokens[max(sentence.first, after + 1, number.i - _BACK) : number.i]:
        behind = annotated.tokens[token.i + 1 : token.i + 3]
        if token.lemma in _NUMBERS and len(behind) == 2 and behind[0].lower in OF and behind[1].pos in ("NOUN", "VERB", "ADJ"):
            return behind[1]
    return None


def _estimated(annotated: Annotated, quantity: Quantity) -> Token | None:
    """The people of whom an estimate is told: "les prisonniers politiques, estimés à une centaine"."""
    first = annotated.tokens_in(quantity.span)[0]
    sentence = annotated.sentences[first.sentence]
    before = annotated.tokens[max(sentence.first, first.i - 2) : first.i]
    if len(before) != 2 or before[1].lower != "à" or before[0].lemma not in _ESTIMATING:
        return None
    verb = before[0]
    return _people(annotated.tokens[max(sentence.first, verb.i - _BACK) : verb.i])


def _people(before: Sequence[Token]) -> Token | None:
    """The last noun for people in the plural among tokens."""
    return next((t for t in reversed(before) if t.pos == "NOUN" and t.has("Number=Plur") and names_people(t)), None)


def _antecedent(context: Context, quantity: Quantity) -> Token | None:
    """The people before "dont" ("les gardes, dont une vingtaine ont été arrêtés") or, for "treize d'entre eux" and "ils étaient 3.000", those last
    named in the plural."""
    annotated = context.annotated
    first = annotated.tokens_in(quantity.span)[0]
    sentence = annotated.sentences[first.sentence]
    if first.i > sentence.first and annotated.tokens[first.i - 1].lower == "dont":
        before = annotated.tokens[max(sentence.first, first.i - _BACK) : first.i - 1]
    elif _is_part(context, quantity) or annotated.tokens[first.i - 1].lower in _ARE:
        before = annotated.tokens[max(annotated.sentences[max(0, sentence.i - 1)].first, first.i - _BACK) : first.i]
    else:
        return None
    return _people(before)


def _is_anew(context: Context, quantity: Quantity, noun: Token) -> bool:
    """True for "ils étaient une quarantaine": those of whom a pronoun speaks are not the dead of the sentence before."""
    head = context.annotated.tokens_in(quantity.span)[0]
    before = context.annotated.tokens[max(0, head.i - 2) : head.i]
    said = [t.lower for t in before if t.sentence == head.sentence]
    return len(said) == 2 and said[0] in _THEY and said[1] in _ARE and noun_kind(noun) in _VICTIMS


def _is_part(context: Context, quantity: Quantity) -> bool:
    """True for "quatre d'entre eux": people or things told before, never money or time."""
    behind = context.annotated.tokens_in(Span(quantity.number.end, quantity.number.end + len(" d'entre")))
    return any(t.lower == "entre" or t.lower.endswith("'entre") for t in behind)


def _taken_up(context: Context, number: Token) -> list[int]:
    """Where the numbers stand that "respectivement" deals out, in its sentence: those without a noun, in order. Empty without that word."""
    sentence = context.annotated.sentences[number.sentence]
    if not any(t.lower in _EACH for t in context.annotated.sentence_tokens(sentence)):
        return []
    inside = [q for q in context.mentions.quantities if sentence.span.covers(q.number)]
    return [q.number.start for q in inside if _own_noun(context, q) is None and not is_year(context, q)]


def _own_noun(context: Context, quantity: Quantity) -> Token | None:
    """The noun that stands with a number; a listed one also where the tagger takes it for something else ("soixante rebelles")."""
    head = context.annotated.tokens[quantity.head]
    if any(c.isalpha() for c in quantity.what) and (head.text == "%" or any(c.isalpha() for c in head.text)):
        return head if head.lower not in _EACH else None
    number = context.annotated.token_at(quantity.number.end - 1)
    behind = context.annotated.tokens[number.i + 1 : number.i + 2] if number is not None else ()
    if number is not None and is_ballot(context.annotated, number):
        return behind[0]
    return next(
        (t for t in behind if t.sentence == head.sentence and t.lower != _ON_THE_SIDE_OF and (noun_kind(t) is not None or _is_named(t))), None
    )


def _is_named(token: Token) -> bool:
    """True for a name in the plural: "22 Nations"."""
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text[1:].islower() and token.text.endswith("s")


def _out_of(context: Context, quantity: Quantity) -> bool:
    """True for the whole of which another number is a part: "40 drones sur 60", "dix députés sur les 128"."""
    number = context.annotated.token_at(quantity.number.start)
    before = () if number is None else [t.lower for t in context.annotated.tokens[max(0, number.i - 2) : number.i]]
    return before[-1:] == ["sur"] or before == ["sur", "les"]


def is_year(context: Context, quantity: Quantity) -> bool:
    """True for a year: four figures without a noun of their own right behind ("en 2016 la plupart"), or behind "en" and the like."""
    written = context.document.quote(quantity.number)
    if not (len(written) == len("2000") and written.isdigit() and 1800 <= quantity.value <= 2100):
        return False
    number = context.annotated.token_at(quantity.number.start)
    if number is None:
        return False
    before = context.annotated.tokens[number.i - 1].lower if number.i else ""
    behind = next(iter(context.annotated.tokens[number.i + 1 : number.i + 2]), None)
    counts = behind is not None and behind.sentence == number.sentence and behind.pos in ("NOUN", "PROPN", "ADJ", "ADP")
    return before in _BEFORE_YEARS or before in MONTHS or not counts


def _counts_nobody(context: Context, quantity: Quantity) -> bool:
    """True for a number in a list of days, ages or distances: "les 9, 10 et 12 juin", "de 7 et 9 ans"; and for the end of a longer run of
    digits, as of a telephone."""
    if _AMID_DIGITS.search(context.document.text, max(0, quantity.number.start - 2), quantity.number.start) is not None:
        return True
    if any(t.kind in ("DATE", "TIME") and t.span.overlaps(quantity.number) for t in context.dated.times):
        return True
    number = context.annotated.token_at(quantity.number.end - 1)
    if number is None:
        return False
    behind = context.annotated.tokens_in(Span(quantity.number.end, context.annotated.sentences[number.sentence].end))
    ahead = next((t for t in behind if t.text and not t.text[0].isdigit() and t.lower not in _LISTING and t.lower != "1er"), None)
    return ahead is not None and (ahead.lower in MONTHS or ahead.lower in group("measures"))
