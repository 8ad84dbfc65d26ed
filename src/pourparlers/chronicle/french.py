"""Names in a French sentence: with their article, after "de" and "à", and in lists."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pourparlers.lexicon import load, read_yaml
from pourparlers.model.naming import elides, first_noun

_ORDINALS = ("Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième", "Huitième", "Neuvième", "Dixième")
#: Letters that a name made of initials has at most.
_INITIALS = 6
_CONTRACTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}


@dataclass(frozen=True, slots=True)
class BareName:
    """An entry of ``fr/bare_names``."""

    name: str
    example: str


@functools.cache
def _articles() -> dict[str, str]:
    """States and organisations of the world: name -> "le ", "la ", "l'", "les " or ""."""
    bare = {entry.name for entry in load("fr/bare_names", BareName)}
    found = {}
    for file in ("world/organisations", "world/states"):
        for entry in read_yaml(file)["entries"]:
            name = str(entry["name"])
            example = str(entry["example"])
            without = name in bare or example.rstrip(".").endswith(f" à {name}") or (file.endswith("organisations") and example.startswith(name))
            found[name] = "" if without else _article(name, entry.get("gender", "m"), bool(entry.get("plural", False)))
    return found


def _article(name: str, gender: str, plural: bool) -> str:
    if plural:
        return "les "
    if elides(name) and not name.isupper():
        return "l'"
    if name.isupper() and name[0] in "AEIOU":
        return "l'"
    return "le " if gender == "m" else "la "


def article_of(name: str) -> str | None:
    """The article of a state or organisation of the world, with the space after it; "" for one that takes none, None for other names."""
    return _articles().get(name)


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
    return _introduced(name) if name[:1].islower() else _entitled(name)


def cited(name: str, passages: Sequence[str]) -> str:
    """A name with its article after "selon": people and texts of no name are some of their kind ("des témoins"), unless a passage has them all."""
    found = named(name, passages)
    noun = _noun(name)
    body = _bodies().get(noun.removesuffix("s"), {})
    some = noun.endswith("s") and (noun.removesuffix("s") in _people() or body.get("part") in ("media", "source"))
    told = any(re.search(rf"(?<!\w)(?:les|aux) {re.escape(name)}", passage, re.IGNORECASE) for passage in passages)
    return f"des {name}" if some and found == f"les {name}" and not told else found


def _entitled(name: str) -> str:
    """A proper name that begins with a noun for bodies, or is made of initials, with its article: "le Front de la vallée", "l'ORT"."""
    initials = re.split("[/-]", name)
    if name.isupper() and initials[0].isalpha() and name[0] in "AEIOU" and max(map(len, initials)) <= _INITIALS:
        return f"l'{name}"
    first, _, rest = name.partition(" ")
    body = _bodies().get(first.lower()) or _bodies().get(f"é{first[1:].lower()}" if first[:1] == "E" else "")
    if not rest or (body or {}).get("part") == "media":
        return name
    if body is None or body.get("plural_only", False):
        return f"les {name}" if body is not None or first.lower().removesuffix("s") in _bodies() else name
    return _article(name, body.get("gender", "m"), plural=False) + name


def _introduced(name: str) -> str:
    """A common noun with an article: bodies are known ("l'armée"), texts and people of no name are not ("une source", "un premier bilan")."""
    noun = _noun(name)
    body = _bodies().get(noun)
    if body is not None and not body.get("plural_only", False) and body.get("part") != "source":
        return _article(name, body.get("gender", "m"), plural=False) + name
    gender = _people().get(noun) if body is None else body.get("gender", "m")
    if gender is not None and not (body or {}).get("plural_only", False):
        return f"{'une' if gender == 'f' else 'un'} {name}"
    return f"les {name}" if noun[-1] in "sx" else name


def _noun(name: str) -> str:
    """The noun of a description, behind an adjective too: "bilan" of "premier bilan officiel"; its first word where none is known."""
    first, *others = name.split()
    known = (word for word in (first_noun(first), *others[:1]) if not _nouns().isdisjoint({word, word.removesuffix("s")}))
    return next(known, first_noun(first))


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(_bodies()) | frozenset(_people())


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
    if elides(name) or (name[:1] == "H" and article_of(name) is not None):
        return f"d'{name}"
    return contract(f"de {name}")


def contract(text: str) -> str:
    """ "de le" and the like as one word: "du"."""
    for long, short in _CONTRACTED.items():
        if text.startswith(long):
            return short + text[len(long) :]
    return text


def ordinal(number: int) -> str:
    """ "Premier", "Deuxième", "12e"."""
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}e"


def number(value: float) -> str:
    """A number as French papers write it: 142 500 with a no-break space, 2,5."""
    if value == int(value):
        return f"{int(value):,}".replace(",", "\u202f")
    return f"{value:g}".replace(".", ",")
