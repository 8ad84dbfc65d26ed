"""Words folded for look-ups, and names of the lexicons cut as the tokenizer cuts them."""

import functools
import re
import unicodedata

from pourparlers.lexicon import groups

_PARTS = re.compile(r"[^\s']+'?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
#: The tokenizer leaves these with the name that follows ("N'Djamena").
_KEPT = re.compile(r"\b([NM])'(?=[A-Z])")


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents, with straight apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("œ", "oe")


@functools.lru_cache(maxsize=65536)
def cut(name: str) -> tuple[str, ...]:
    """The folded words of a name: "Côte d'Ivoire" -> ("cote", "d'", "ivoire")."""
    guarded = _KEPT.sub("\\1\x00", name.replace("’", "'"))
    return tuple(fold(part.replace("\x00", "'")) for part in _PARTS.findall(guarded))


def undotted(word: str) -> str:
    """An acronym without its full stops ("F.D.S." -> "FDS"); any other word as it is."""
    return word.replace(".", "") if _DOTTED.fullmatch(word) else word


def plural(form: str) -> str:
    """The regular French plural of a noun or adjective."""
    return form if form[-1] in "sxz" else form + "s"


@functools.cache
def group(name: str) -> frozenset[str]:
    """The words of a group of ``data/fr/word_groups.yaml``. Raises KeyError for one that the lexicon does not have."""
    return groups("fr/word_groups")[name]
