"""Places that a text comes back to by what they are: "dans cette ville", "l'enclave", "la capitale norvégienne"."""

import functools

from pourparlers.claims.context import Context
from pourparlers.claims.events.country import country_named
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.particles import OF_THE
from pourparlers.lexicon import read_yaml
from pourparlers.model.annotated import Token
from pourparlers.model.mention import Place, PlaceMention

_CAPITAL = "capitale"
_THE = frozenset(("le", "la", "l'", "l’"))
_THIS = frozenset(("ce", "cet", "cette"))
#: Nouns that come back to a place only with "ce": "la région" may be half a continent.
_VAGUE = frozenset(("région", "territoire", "zone", "province"))
_TOWNS = frozenset(("ville", "village", "localité", "bourgade", "bourg", "cité"))
_ANOTHER = frozenset(("voisin", "voisine", "autre", "même", "proche"))
#: So many words behind the noun may tell its name.
_NAMED_WITHIN = 5


def resumed_places(context: Context, home: Place | None) -> dict[int, PlaceMention]:
    """Token index -> the place that a noun comes back to: a town for "la ville", a region for "l'enclave", the country's for "la capitale"."""
    found: dict[int, PlaceMention] = {}
    for token in context.annotated.tokens:
        if token.lower not in domains()["resumed"] or not _told_again(context, token):
            continue
        place = _capital(context, token, home) if token.lower == _CAPITAL else _last_of_its_kind(context, token)
        if place is not None:
            found[token.i] = PlaceMention(token.span, place, token.i)
    return found


def _told_again(context: Context, token: Token) -> bool:
    """True behind "la" or "cette", where no name or other word follows that makes it another."""
    tokens = context.annotated.tokens
    before = tokens[token.i - 1].lower if token.i else ""
    if before not in _THIS and (before not in _THE or token.lower in _VAGUE):
        return False
    for after in tokens[token.i + 1 : token.i + 1 + _NAMED_WITHIN]:
        if after.sentence != token.sentence or after.pos in ("PUNCT", "VERB", "AUX", "PRON", "CCONJ"):
            return True
        if after.pos == "PROPN" or after.lower in OF_THE or after.lower in _ANOTHER:
            return False
        if after.pos == "ADP":
            return True
    return True


def _capital(context: Context, token: Token, home: Place | None) -> Place | None:
    """The capital of the state whose adjective follows, else of the country that the document is about."""
    tokens = context.annotated.tokens
    after = context.mentions.headed(token.i + 1) if token.i + 1 < len(tokens) else None
    state = context.mentions.actor(after.actor).name if after is not None and after.form == "adjective" else None
    if state is None and tokens[token.i + 1 : token.i + 2] and tokens[token.i + 1].pos == "ADJ":
        return None
    country = home if state is None else country_named(context, state)
    name = None if country is None else _capitals().get(country.name)
    if country is None or name is None:
        return None
    known = (p.place for p in context.mentions.places if p.place.name == name)
    return next(known, Place(name, country=country.country, precision="city"))


def _last_of_its_kind(context: Context, token: Token) -> Place | None:
    """The place named last before a noun, of those that it may be."""
    wanted = ("city", "area") if token.lower in _TOWNS else ("region",)
    for mention in reversed(context.mentions.places):
        if mention.span.end <= token.start and not mention.metonym and mention.place.precision in wanted:
            return mention.place
    return None


@functools.cache
def _capitals() -> dict[str, str]:
    """State -> its capital."""
    return {entry["name"]: entry["capitals"][0] for entry in read_yaml("world/states")["entries"] if entry.get("capitals")}
