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

#: What is called after the feast on which it was made.
_CALLED = frozenset({"accord", "accords", "paix", "pacte"})

#: The highest number of a day of the month.
_LONGEST_MONTH = 31

#: How far before a number the noun may stand whose number it is, and what may stand between.
_NUMBERED_REACH = 6
_NUMBER_LINKS = frozenset({",", "et", "ou", "n", "°", "no"})

#: What counts things, of which a name with a number is a model.
_COUNTING = frozenset({"des", "les", "leurs", "plusieurs", "quelques", "ses", "un", "une"})

#: How far before « depuis deux ans » words may tell that nothing began then.
_BEGUN_REACH = 16

#: Between two members of a list there is nothing but these.
_LINKS = frozenset({",", ";", "-", "/", "à", "au", "aux", "en", "et", "le", "les", "ou", "puis"})


def find_drafts(words: Words) -> tuple[Draft, ...]:
    """The temporal expressions of a text, in order, without overlap."""
    drafts = [_with_article(shape(found, words), found, words) for found in grammar().find(words, _is_meant)]
    return tuple(_lend(drafts, words))


def _is_meant(found: Found, words: Words) -> bool:
    return _GUARDS[found.pattern.guard](found, words)


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
        if lender is not None and near:
            draft = _borrowed(draft, lender) if draft.borrows else _with_year(draft, lender)
        lent.append(draft)
        lender = draft
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


def _with_year(draft: Draft, lender: Draft) -> Draft:
    """« le 3 mars et le 5 mars 2021 »: a date without a year takes that of the date after it; the year before when its month is a later one."""
    month, later, year = draft.relation.number("m"), lender.relation.number("m"), lender.relation.number("y")
    lacks = draft.relation.op == lender.relation.op and draft.open and draft.relation.get("y") is None
    if not lacks or draft.relation.op not in ("day", "month") or month is None or later is None or year is None:
        return draft
    return replace(draft, relation=draft.relation.with_slots(y=str(year - (month > later))), hangs="none", open=False)


def _counts_nothing(found: Found, words: Words) -> bool:
    """False when a noun follows that the number counts or numbers: « 2000 soldats », « mercredi 12 personnes », « le 1er régiment »."""
    form = _unknown_after(found, words)
    if form is None:
        return True
    ordinal = words.forms[found.last - 1][-1:].isalpha()
    return not (ordinal or (len(form) > 3 and form[-1] in "sx"))


def _unknown_after(found: Found, words: Words) -> str | None:
    """The word in lower case, without a class or for people, that follows, if one does: likely a noun."""
    if found.last >= len(words.forms) or words.letters[found.last] not in UNKNOWN + alphabet().letters_of("PEOPLE"):
        return None
    form = words.forms[found.last]
    return form if form.islower() else None


def _is_duration(found: Found, words: Words) -> bool:
    """False for ages, and for « une seconde fois »."""
    last = words.forms[found.last - 1].lower()
    if last == "seconde":
        return _unknown_after(found, words) is None
    return not _is_age(found, words)


def _is_age(found: Found, words: Words) -> bool:
    """True for « âgé de 40 ans », « , 40 ans, », « un chauffeur de 38 ans », « enfants de 2 à 12 ans », « les 6-16 ans »."""
    years = words.forms[found.last - 1 : found.last + 3]
    if "AGED" in _classes(found, words):
        return True
    if not any(form in ("ans", "an") for form in years):
        return False
    return _stands_between_commas(found, words) or _is_age_group(found, words) or _belongs_to_people(found, words)


def _classes(found: Found, words: Words) -> frozenset[str]:
    """Which of AGED, PEOPLE and SPANNED the few words before belong to."""
    before = words.letters[max(0, found.first - _AGE_REACH) : found.first]
    return frozenset(group for group in ("AGED", "PEOPLE", "SPANNED") if any(letter in before for letter in alphabet().letters_of(group)))


def _stands_between_commas(found: Found, words: Words) -> bool:
    opened = found.first > 0 and words.forms[found.first - 1] in (",", "(")
    return opened and found.last < len(words.forms) and words.forms[found.last] in (",", ")", ".", ";")


def _is_age_group(found: Found, words: Words) -> bool:
    """« les 6-16 ans », « des 18-25 ans »; found either at the first number or at the second."""
    around = words.forms[max(0, found.first - 3) : found.last + 1]
    return "-" in around and any(form.lower() in ("les", "des", "aux") for form in around)


def _belongs_to_people(found: Found, words: Words) -> bool:
    """« de 38 ans » after a noun that lasts for no time of its own, and « de 2 à 12 ans » after people."""
    before = [form.lower() for form in words.forms[max(0, found.first - _AGE_REACH) : found.first]]
    told = _classes(found, words)
    if "PEOPLE" in told and "de" in before:
        return True
    following = words.forms[found.last] if found.last < len(words.forms) else ""
    return before[-1:] == ["de"] and before[-2:-1] != [","] and "SPANNED" not in told and following != "de"


def _is_lower(found: Found, words: Words) -> bool:
    """False for the capitalised season of a name: « le Printemps marseillais »."""
    return words.forms[found.first][0].islower()


def _is_adjective(found: Found, words: Words) -> bool:
    """False for a newspaper: « le quotidien », « un hebdomadaire »; « au quotidien » is daily."""
    before = words.forms[found.first - 1].lower() if found.first > 0 else ""
    return alphabet().value(before, "ARTICLED") is None or before == "au"


def _is_feast(found: Found, words: Words) -> bool:
    """False for common nouns (« l'ascension du col »), family names (« Anne Noël ») and names of texts (« l'accord du Vendredi saint »)."""
    form = words.forms[found.first]
    before = words.forms[found.first - 1] if found.first > 0 else "."
    named = before[0].isupper() and words.letters[found.first - 1] == UNKNOWN
    called = before == "du" and found.first > 1 and words.forms[found.first - 2].lower() in _CALLED
    return (form[0].isupper() or " " in form or form[0].isdecimal()) and not named and not called


def _is_day_number(found: Found, words: Words) -> bool:
    """True for a number that a day of the month can have: « le trois mai »."""
    value = alphabet().value(words.forms[found.parts["d"]], "COUNT")
    return value is not None and 1 <= int(value) <= _LONGEST_MONTH


def _is_year(found: Found, words: Words) -> bool:
    """False also for numbers of texts: « la résolution 1701 », « les résolutions 1559 et 1701 »."""
    for i in range(found.first - 1, max(-1, found.first - _NUMBERED_REACH), -1):
        if alphabet().value(words.forms[i], "NUMBERED") is not None:
            return False
        if not (words.forms[i].isdecimal() or words.forms[i] in _NUMBER_LINKS):
            break
    return not _numbers_a_model(found, words) and _counts_nothing(found, words)


def _numbers_a_model(found: Found, words: Words) -> bool:
    """True for « deux Mirage 2000 », « des Volga 2105 »: a name in the singular that is counted; not « les Jeux 2024 »."""
    if found.first < 2:
        return False
    name, before = words.forms[found.first - 1], words.forms[found.first - 2].lower()
    is_name = name.istitle() and name[-1] not in "sx" and words.letters[found.first - 1] == UNKNOWN
    return is_name and (before in _COUNTING or alphabet().value(before, "COUNT") is not None)


def _is_begun(found: Found, words: Words) -> bool:
    """False for « la première rencontre depuis deux ans », « il était détenu depuis deux ans »: what is told of did not begin then."""
    for form in reversed(words.forms[max(0, found.first - _BEGUN_REACH) : found.first]):
        if form in (".", ";", "\n"):
            break
        if alphabet().value(form, "UNBEGUN") is not None:
            return False
    return _is_duration(found, words)


def _is_long(found: Found, words: Words) -> bool:
    """True for a unit that news count themselves in: « au cours de la semaine », not « au cours de la seconde »."""
    return alphabet().value(words.forms[found.last - 1], "UNIT") in ("week", "weekend", "month", "year")


_GUARDS: dict[str, Callable[[Found, Words], bool]] = {
    "": lambda _found, _words: True,
    "adjective": _is_adjective,
    "begun": _is_begun,
    "count": _counts_nothing,
    "day": _is_day_number,
    "duration": _is_duration,
    "feast": _is_feast,
    "long": _is_long,
    "lower": _is_lower,
    "year": _is_year,
}
