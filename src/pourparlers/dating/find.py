"""Text -> drafts of its temporal expressions, in order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pourparlers.dating.patterns import Found, grammar
from pourparlers.dating.shape import Draft, shape
from pourparlers.dating.words import UNKNOWN, Words, alphabet
from pourparlers.model.relation import relation

#: How far before a number of years words may tell that it is an age.
_AGE_REACH = 4

#: Between two members of a list there is nothing but these.
_LINKS = frozenset({",", ";", "-", "/", "à", "au", "aux", "et", "le", "les", "ou", "puis"})


def find_drafts(words: Words) -> tuple[Draft, ...]:
    """The temporal expressions of a text, in order, without overlap."""
    drafts = [_with_article(shape(found, words), found, words) for found in grammar().find(words) if _GUARDS[found.pattern.guard](found, words)]
    return tuple(_lend(drafts, words))


def _with_article(draft: Draft, found: Found, words: Words) -> Draft:
    """The draft with the article, demonstrative or possessive before it, when its pattern takes one."""
    if found.pattern.article == "no" or found.first == 0 or words.letters[found.first - 1] not in _determiners():
        return draft
    return replace(draft, first=found.first - 1, span=words.span(found.first - 1, found.last))


def _determiners() -> str:
    letters = alphabet()
    return letters.letters_of("ART") + letters.letters_of("DEM") + letters.letters_of("POSS")


def _lend(drafts: list[Draft], words: Words) -> Iterator[Draft]:
    """Members of a list without month, year or unit take those of the member after them ("les 6 et 13 avril", "8 à 24 mois")."""
    lender: Draft | None = None
    lent: list[Draft] = []
    for draft in reversed(drafts):
        near = lender is not None and all(form.lower() in _LINKS for form in words.forms[draft.last : lender.first])
        made = _borrowed(draft, lender) if lender is not None and near and draft.borrows else draft
        lent.append(made)
        lender = made
    return iter(reversed(lent))


def _borrowed(draft: Draft, lender: Draft) -> Draft:
    if draft.relation.op == "duration" and lender.relation.op == "duration":
        unit = re.sub(r"[\d.X]+", "", lender.relation.get("value") or "")
        number = draft.relation.get("n") or "X"
        value = f"PT{number}{unit[2:]}" if unit.startswith("PT") else f"P{number}{unit[1:]}"
        return replace(draft, relation=relation("duration", value=value))
    if draft.relation.op == "day" and lender.relation.op == "day":
        slots = {name: lender.relation.get(name) for name in ("m", "y")}
        direction = lender.relation.get("dir")
        made = draft.relation.with_slots(**slots, dir=direction)
        return replace(draft, relation=made, hangs=lender.hangs, open=draft.open and lender.open, borrows=lender.borrows)
    return draft


def _is_counting(found: Found, words: Words) -> bool:
    """True when what follows is a plural noun: « 2000 soldats » is no year, « mercredi 12 personnes » no day."""
    if found.last >= len(words.forms) or words.letters[found.last] != UNKNOWN:
        return False
    form = words.forms[found.last]
    return form.islower() and len(form) > 3 and form[-1] in "sx"


def _is_age(found: Found, words: Words) -> bool:
    """True for « âgé de 40 ans », « , 40 ans, », « enfants de 2 à 12 ans »."""
    last = words.forms[found.last - 1].lower()
    if last not in ("ans", "an", "mois"):
        return False
    letters, first = words.letters, found.first
    before = letters[max(0, first - _AGE_REACH) : first]
    if any(letter in before for letter in alphabet().letters_of("AGED")):
        return True
    if last != "ans":
        return False
    opened = first > 0 and words.forms[first - 1] in (",", "(")
    closed = found.last < len(letters) and words.forms[found.last] in (",", ")", ".", ";")
    of_people = first > 1 and words.forms[first - 1] in ("de", "d'") and letters[first - 2] in alphabet().letters_of("PEOPLE")
    return (opened and closed) or of_people


_GUARDS: dict[str, Callable[[Found, Words], bool]] = {
    "": lambda _found, _words: True,
    "age": lambda found, words: not _is_age(found, words),
    "count": lambda found, words: not _is_counting(found, words),
}
