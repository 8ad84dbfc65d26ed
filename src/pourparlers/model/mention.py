"""People, groups, places and quantities in one document, each with every passage that refers to it."""

import math
from bisect import bisect_left
from dataclasses import dataclass

from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or speaks in a document.

    id: content_id("actor", document, start and end of its first mention). name: the fullest form that the document uses;
    for states the French short name ("Russie", also where the text says "Moscou" or "le Kremlin").
    kind: "person", "state", "organisation" (ministry, army, international body, movement, agency) or "group" ("responsables ukrainiens").
    roles: titles as written, without the article ("chef de la diplomatie russe"), in the order of the text.
    side: the state or organisation it speaks for, as far as the document tells ("Russie" for its minister or army); for a state itself.
    """

    id: str
    name: str
    kind: str
    roles: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that refers to an actor. head: index of its head token.

    form: "name", "title" ("le ministre", "son homologue turc"), "pronoun" ("il", "-t-elle", "lui", "ce dernier"),
    "metonym" ("Moscou", "le Kremlin", for a government).
    """

    span: Span
    actor: str
    form: str
    head: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer knows it. precision: "city", "region", "country", "area" (a frontier, a sea, an unlisted locality)."""

    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: str = "area"

    def kilometres_to(self, other: "Place") -> float | None:
        """The distance to another place as the crow flies; None when one has no coordinates."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        a, b = math.radians(self.lat), math.radians(other.lat)
        across = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.lon - self.lon) / 2) ** 2
        return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(across)))


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A passage that names a place. place: the reading of the name, its `name` being the canonical French form where one is known.

    candidates: other places of that name, when the text does not tell which.
    metonym: True when the passage stands for a government or an institution there rather than for the place ("Moscou a accepté").
    """

    span: Span
    place: Place
    head: int
    candidates: tuple[Place, ...] = ()
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. value: the number told; low, high: its bounds ("plus de 300": low 300, high None).

    bound: "exact", "at_least", "about", "at_most", "range". what: the counted noun phrase as written ("personnes", "drones russes").
    span: the number with its qualifier and the noun ("plus de 142.500 personnes"). number: the number alone. head: index of the noun's token,
    or of the number's when no noun follows ("dix morts" has a noun; "ils étaient 300" has none).
    """

    span: Span
    number: Span
    value: float
    bound: str
    what: str
    head: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that a document mentions: actors, and passages in the order of the text.

    Mentions may nest ("le chef de la diplomatie suédoise Karin Holm" holds "suédoise"), the longer first.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    quantities: tuple[Quantity, ...]

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id. Raises KeyError when there is none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def at(self, offset: int) -> Mention | None:
        """The longest mention of an actor that holds the character at `offset`."""
        held = [m for m in self.mentions if m.span.start <= offset < m.span.end]
        return max(held, key=lambda m: len(m.span), default=None)

    def headed(self, token: int) -> Mention | None:
        """The longest mention whose head is that token."""
        held = [m for m in self.mentions if m.head == token]
        return max(held, key=lambda m: len(m.span), default=None)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie inside a span, in order."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        found = []
        for mention in self.mentions[first:]:
            if mention.span.start >= span.end:
                break
            if mention.span.end <= span.end:
                found.append(mention)
        return tuple(found)
