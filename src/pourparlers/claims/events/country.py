"""The country that a text speaks of without naming it: "dans le centre du pays"."""

from collections import Counter

from pourparlers.claims.context import Context
from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import domains
from pourparlers.model.annotated import Token
from pourparlers.model.mention import Place, PlaceMention
from pourparlers.model.text import Span

_COUNTRY = "pays"
_THE = frozenset(("le", "ce"))
_OF_THE = frozenset(("du", "de"))
_IN = frozenset(("dans", "travers"))
#: What stands before a noun of land where something happens, and how near the noun stands to its adjective.
_ON = frozenset(("chez", "contre", "dans", "en", "sur", "vers"))
_QUALIFIED_WITHIN = 3
#: The country of a story is spoken of so many times as often as any other.
_AHEAD = 2


def home_of(context: Context) -> Place | None:
    """The country that a document speaks of far more than of any other, by its places and its state; None when there is none."""
    states = _states(context)
    named = Counter(states[m.actor] for m in context.mentions.mentions if m.actor in states)
    countries = {p.place.country: p.place.name for p in context.mentions.places if p.place.precision == "country"}
    named.update(countries[p.place.country] for p in context.mentions.places if p.place.country in countries)
    ranked = named.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return None
    return country_named(context, ranked[0][0])


def country_named(context: Context, name: str) -> Place:
    """A country as the document's own places have it, else its name alone."""
    known = (p.place for p in context.mentions.places if p.place.name == name and p.place.precision == "country")
    return next(known, Place(name, precision="country"))


def unnamed_countries(context: Context, home: Place | None) -> dict[int, PlaceMention]:
    """Token index -> the country that "le pays" is, wherever something may happen "dans le pays" or in a part of it: the only country that its
    sentence has named before, else the one that the document is about."""
    found: dict[int, PlaceMention] = {}
    for token in context.annotated.tokens:
        if token.lower == _COUNTRY and _told_of(context.annotated.tokens, token):
            place = _named_before(context, token) or home
            if place is not None:
                found[token.i] = PlaceMention(token.span, place, token.i)
    return found


def countries_by_adjective(context: Context) -> dict[int, PlaceMention]:
    """Token index -> the country of "en territoire malien", "sur le sol turc", "chez le voisin kényan"."""
    found: dict[int, PlaceMention] = {}
    for mention in context.mentions.mentions:
        noun = _soil_before(context.annotated.tokens, mention.head) if mention.form == "adjective" else None
        if noun is not None and context.mentions.actor(mention.actor).kind == "state":
            country = country_named(context, context.mentions.actor(mention.actor).name)
            found[noun.i] = PlaceMention(Span(noun.start, mention.span.end), country, noun.i)
    return found


def _soil_before(tokens: tuple[Token, ...], adjective: int) -> Token | None:
    """The noun of land that an adjective of a state qualifies, behind a preposition; None for any other noun."""
    noun = next((t for t in reversed(tokens[max(0, adjective - _QUALIFIED_WITHIN) : adjective]) if t.pos != "ADJ"), None)
    if noun is None or domains()["soil"].isdisjoint(word_lemmas(noun)):
        return None
    before = next((t for t in reversed(tokens[max(0, noun.i - _QUALIFIED_WITHIN) : noun.i]) if t.pos not in ("DET", "NUM", "ADJ")), None)
    return noun if before is not None and before.lower in _ON else None


def _told_of(tokens: tuple[Token, ...], token: Token) -> bool:
    """True for "dans le pays" and "(dans) le nord du pays"."""
    before = [t.lower for t in tokens[max(0, token.i - 3) : token.i]]
    if len(before) < 2:
        return False
    inside = before[-1] in _THE and before[-2] in _IN
    whole = before[:-2] if before[-2] in _OF_THE and before[-1] in _THE else before[:-1] if before[-1] in _OF_THE else []
    return inside or (bool(whole) and whole[-1] in domains()["part"])


def _named_before(context: Context, token: Token) -> Place | None:
    sentence = context.annotated.sentences[token.sentence]
    start = context.annotated.tokens[sentence.first].start
    states = _states(context)
    names = {states[m.actor] for m in context.mentions.within(Span(start, token.start)) if m.actor in states}
    return country_named(context, names.pop()) if len(names) == 1 else None


def _states(context: Context) -> dict[str, str]:
    """Identifier -> name, of the states that a document mentions."""
    return {actor.id: actor.name for actor in context.mentions.actors if actor.kind == "state"}
