"""Places in a French sentence: where something is ("en Norvège", "à la Maison Blanche"), and after "de" ("de la Norvège")."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparlers.chronicle.french import article_of, contract, of
from pourparlers.lexicon import load, read_yaml
from pourparlers.model.mention import Place
from pourparlers.model.naming import elides

#: What puts something at a place, the longer first; and what does so with an article, which the place then has after "de" too.
_WHERE = r"à la|à l['’]|dans la|dans les?|dans l['’]|sur la|sur le|sur l['’]|en|à|aux?"
_WITH_ARTICLE = {"à la ": "la ", "à l'": "l'", "au ": "le ", "aux ": "les "}
_WIDE = ("region", "area")


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """An entry of ``fr/place_nouns``."""

    noun: str
    there: str
    example: str


@dataclass(frozen=True, slots=True)
class PlacePrefix:
    """An entry of ``fr/place_prefixes``."""

    prefix: str
    there: str
    example: str


@functools.cache
def _nouns() -> dict[str, str]:
    return {entry.noun: entry.there for entry in load("fr/place_nouns", PlaceNoun)}


@functools.cache
def _areas() -> dict[str, str]:
    """Lands and seas whose example tells how one is there: name -> "en ", "dans l'"…"""
    found = {}
    for entry in read_yaml("world/areas")["entries"]:
        there = _as_written(entry["name"], (entry["example"],))
        if there is not None and entry["name"][:1].isupper():
            found[entry["name"]] = there.removesuffix(entry["name"])
    return found


@functools.cache
def _seats() -> dict[str, str]:
    """Palaces and the like, with the article that their example has: "Maison Blanche" -> "la "."""
    pattern = r"^(Le |La |L['’]|Les )?"
    found = {}
    for entry in read_yaml("world/seats")["entries"]:
        match = re.match(pattern + re.escape(entry["name"]), entry["example"])
        if match and match.group(1):
            found[entry["name"]] = match.group(1).lower().replace("’", "'")
    return found


def at(place: Place, passages: Iterable[str] = ()) -> str:
    """A place with its preposition: "à Karlstad", "en Norvège", "dans la région de Karlstad"; else the one that the passages use.

    In brackets when none of them tells.
    """
    name = place.name
    article = article_of(name)
    if article is not None:
        return _in_state(name, article)
    if name in _seats():
        return contract(f"à {_seats()[name]}{name}")
    there = _by_noun(place)
    if there is not None:
        return there + name[:1].lower() + name[1:]
    if place.precision in _WIDE:
        return _in_region(place, passages)
    if name[:1].islower():
        return f"({name})"
    head, _, rest = name.partition(" ")
    return contract(f"à {head.lower()} {rest}") if head in ("Le", "Les") else f"à {name}"


def _by_noun(place: Place) -> str | None:
    first, _, rest = place.name.partition(" ")
    there = None if first[:1].isupper() and rest[:1].isupper() else _nouns().get(first.lower())  # "Camp David" is no camp
    return there if place.precision != "city" or place.name[:1].islower() else None


def _in_region(place: Place, passages: Iterable[str]) -> str:
    """As the world data or the passages have it; else by how its name begins and, for a known one (of another it may be a town), ends."""
    name = place.name
    if name in _areas():
        return _areas()[name] + name
    written = _as_written(name, passages)
    if written is not None:
        return written
    for entry in load("fr/place_prefixes", PlacePrefix):
        if name.startswith(entry.prefix):
            return f"{entry.there}{name}"
    known = place.precision == "region" or place.lat is not None or place.country is not None
    feminine = known and name[:1].isupper() and " " not in name and (name.endswith("e") or elides(name))
    return f"en {name}" if feminine else f"({name})"


def of_place(place: Place, passages: Sequence[str] = ()) -> str:
    """A place after "de": "de Karlstad", "de la Norvège", "du Nord-Norge", "de la vallée de l'Orne"; in brackets when its article is unknown."""
    name = place.name
    article = article_of(name)
    if article is not None or name in _seats():
        return of((_seats()[name] if article is None else article) + name)
    there = at(place, passages)
    if there.startswith("("):
        return there
    head, _, rest = name.partition(" ")
    if place.precision not in _WIDE and head in ("Le", "Les"):
        return contract(f"de {head.lower()} {rest}")
    lead, written = there[: len(there) - len(name)], there[len(there) - len(name) :]
    if lead == "à ":
        return of(name)
    return contract(f"de {_article_in(lead, written)}{written}")


def _article_in(lead: str, name: str) -> str:
    """The article of a place, by what puts something there: "la " for "dans la " and "en "."""
    if lead == "en ":
        return "l'" if elides(name) else "la "
    return _WITH_ARTICLE.get(lead) or next((a for a in ("les ", "le ", "la ", "l'") if lead.endswith(a)), "le " if lead.endswith("du ") else "")


def _as_written(name: str, passages: Iterable[str]) -> str | None:
    """The place with the preposition by which a passage puts something there: "dans le Kivu"."""
    pattern = re.compile(rf"(?<!\w)({_WHERE}) ?{re.escape(name)}(?!\w)", re.IGNORECASE)
    for passage in passages:
        match = pattern.search(passage)
        if match:
            word = match.group(1).lower().replace("’", "'")
            return word + ("" if word.endswith("'") else " ") + name
    return None


def _in_state(name: str, article: str) -> str:
    for entry in read_yaml("world/states")["entries"]:
        if entry["name"] == name:
            match = re.search(rf" (en|au|aux|à) {re.escape(name)}\.$", entry["example"])
            if match:
                return f"{match.group(1)} {name}"
    return contract(f"à {article}{name}")
