"""Names in a French sentence: with their article, after "de" and "à", and in lists."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pourparlers.lexicon import load, read_yaml
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold

_VOWELS = frozenset("aeiouyh")
#: What puts something at a place, the longer first.
_WHERE = "à la|à l['’]|dans la|dans les?|dans l['’]|sur la|sur le|sur l['’]|en|à|aux?"
_ORDINALS = ("Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième", "Huitième", "Neuvième", "Dixième")
_CONTRACTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}


@dataclass(frozen=True, slots=True)
class BareName:
    """An entry of ``fr/bare_names``."""

    name: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """An entry of ``fr/place_nouns``."""

    noun: str
    there: str
    example: str


@functools.cache
def _articles() -> dict[str, str]:
    """States and organisations of the world: name -> "le ", "la ", "l'", "les " or ""."""
    bare = {entry.name for entry in load("fr/bare_names", BareName)}
    found = {}
    for file in ("world/organisations", "world/states"):
        for entry in read_yaml(file)["entries"]:
            name = str(entry["name"])
            without = name in bare or entry["example"].rstrip(".").endswith(f" à {name}")
            found[name] = "" if without else _article(name, entry.get("gender", "m"), bool(entry.get("plural", False)))
    return found


def _article(name: str, gender: str, plural: bool) -> str:
    if plural:
        return "les "
    if fold(name)[0] in _VOWELS and not name.isupper():
        return "l'"
    if name.isupper() and name[0] in "AEIO":
        return "l'"
    return "le " if gender == "m" else "la "


def named(name: str, passages: Iterable[str]) -> str:
    """A name with its article: a known one, or the one that the passages use; none for people and for what stays unknown."""
    known = _articles().get(name)
    if known is not None:
        return known + name
    pattern = re.compile(rf"(?<!\w)(le |la |les |l'|l’|du |au |des |aux )(?:\w+ )?{re.escape(name)}(?!\w)", re.IGNORECASE)
    for passage in passages:
        match = pattern.search(passage)
        if match and match.group(0).endswith(match.group(1) + name):
            article = match.group(1).lower().replace("’", "'")
            return {"du ": "le ", "au ": "le ", "des ": "les ", "aux ": "les "}.get(article, article) + name
    return _introduced(name) if name[:1].islower() else name


def _introduced(name: str) -> str:
    """A common noun with an article: bodies are known ("l'armée"), texts and people of no name are not ("une source", "un témoin")."""
    first = name.partition(" ")[0]
    body = _bodies().get(first)
    if body is not None and not body.get("plural_only", False) and body.get("part") != "source":
        return _article(name, body.get("gender", "m"), plural=False) + name
    gender = _people().get(first) if body is None else body.get("gender", "m")
    if gender is not None and not (body or {}).get("plural_only", False):
        return f"{'une' if gender == 'f' else 'un'} {name}"
    return f"les {name}" if first[-1] in "sx" else name


@functools.cache
def _bodies() -> dict[str, dict[str, Any]]:
    return {str(entry["form"]): entry for entry in read_yaml("fr/bodies")["entries"]}


@functools.cache
def _people() -> dict[str, str]:
    """Nouns for people, feminine forms too: noun -> gender."""
    found = {}
    for entry in read_yaml("fr/people")["entries"]:
        found[str(entry["form"])] = str(entry.get("gender", "m"))
        if "feminine" in entry:
            found[str(entry["feminine"])] = "f"
    return found


def of(name: str) -> str:
    """A name (with its article) after "de": "de la Norvège", "du Mali", "d'Israël"."""
    if fold(name)[:1] in _VOWELS and not name.startswith("h"):
        return f"d'{name}"
    return _contract(f"de {name}")


@functools.cache
def _there() -> dict[str, str]:
    return {entry.noun: entry.there for entry in load("fr/place_nouns", PlaceNoun)}


def at(place: Place, passages: Iterable[str] = ()) -> str:
    """A place with its preposition: "à Karlstad", "en Norvège", "dans la région de Karlstad"; else the one that the passages use.

    In brackets when none of them tells.
    """
    article = _articles().get(place.name)
    if article is not None:
        return _in_state(place.name, article)
    there = _there().get(place.name.partition(" ")[0].lower())
    if there is not None and (place.precision != "city" or place.name[:1].islower()):
        return there + place.name[:1].lower() + place.name[1:]
    if place.precision in ("region", "area"):
        written = _as_written(place.name, passages)
        if written is not None:
            return written
    if place.precision == "city" and not place.name[:1].islower():
        head, _, rest = place.name.partition(" ")
        return _contract(f"à {head.lower()} {rest}") if head in ("Le", "Les") else f"à {place.name}"
    return f"({place.name})"


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
    return _contract(f"à {article}{name}")


def _contract(text: str) -> str:
    for long, short in _CONTRACTED.items():
        if text.startswith(long):
            return short + text[len(long) :]
    return text


def listed(names: Sequence[str]) -> str:
    """ "A", "A et B", "A, B et C"."""
    return " et ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def ordinal(number: int) -> str:
    """ "Premier", "Deuxième", "12e"."""
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}e"


def number(value: float) -> str:
    """A number as French papers write it: 142 500 with a no-break space, 2,5."""
    if value == int(value):
        return f"{int(value):,}".replace(",", "\u202f")
    return f"{value:g}".replace(".", ",")
