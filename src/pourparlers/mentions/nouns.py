"""Nouns for people and for bodies of people, in every form they take."""

import functools
from dataclasses import dataclass, replace

from pourparlers.lexicon import load
from pourparlers.mentions.words import fold, plural

#: Elements set before a title with a hyphen; what follows tells the office.
_PREFIXES = ("vice-", "ex-", "sous-", "co-", "néo-")


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of fr/people; its `fields` say what each means."""

    form: str
    example: str
    feminine: str | None = None
    gender: str | None = None
    plural: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An entry of fr/bodies."""

    form: str
    gender: str
    example: str
    plural_only: bool = False
    singular_only: bool = False
    part: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a noun. kind: "person" or "body". lemma: the singular, folded. gender: "m", "f" or "" when the form does not tell.

    office: of a person; part: of a body; named: names of its own follow it ("le groupe X").
    """

    lemma: str
    kind: str
    gender: str
    plural: bool
    office: str | None = None
    part: str | None = None
    named: bool = False


@functools.lru_cache(maxsize=32768)
def noun(word: str) -> Noun | None:
    """The noun of that form, if it is one of ours. "ex-" and "vice-" are looked through."""
    key = fold(word)
    found = _forms().get(key)
    if found is not None:
        return found
    for prefix in _PREFIXES:
        if key.startswith(fold(prefix)):
            found = _forms().get(key[len(prefix) :])
            return replace(found, lemma=key) if found is not None else None
    return None


@functools.cache
def _forms() -> dict[str, Noun]:
    forms: dict[str, Noun] = {}
    for body in load("fr/bodies", Body):
        base = Noun(fold(body.form), "body", body.gender, body.plural_only, part=body.part, named=body.named)
        forms[fold(body.form)] = base
        if not body.singular_only:
            forms.setdefault(fold(plural(body.form)), replace(base, plural=True))
    for person in load("fr/people", Person):
        forms |= _person_forms(person)
    return forms


def _person_forms(person: Person) -> dict[str, Noun]:
    masculine = "" if person.feminine is None else "m"
    base = Noun(fold(person.form), "person", person.gender or masculine, plural=False, office=person.office)
    many = fold(person.plural or plural(person.form))
    forms = {fold(person.form): base}
    forms.setdefault(many, replace(base, plural=True))
    if person.feminine is not None:
        forms.setdefault(fold(person.feminine), replace(base, gender="f"))
        forms.setdefault(fold(plural(person.feminine)), replace(base, gender="f", plural=True))
    return forms
