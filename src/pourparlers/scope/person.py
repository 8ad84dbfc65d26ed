"""Those who act in a dossier, as the articles tell of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparlers.model.claim import Agent, Reading
from pourparlers.model.mention import Actor
from pourparlers.model.naming import name_words


@dataclass(slots=True)
class Person:
    """Somebody or something that acts, under all the names that the documents give. sides: whom documents put it with. titles: that they give it."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    def label(self, fullest: str) -> str:
        """What to call it: the fullest name, but for a body a shorter one of its words that more documents use."""
        if self.kind == "person" or not fullest[:1].isupper():
            return fullest
        shorter = [n for n in self.names if n[:1].isupper() and name_words(n) < name_words(fullest)]
        return min((fullest, *shorter), key=lambda n: (-self.names[n], -len(n), n))

    @property
    def kind(self) -> str:
        """person, state, organisation or group, as most documents have it."""
        return min(self.kinds, key=lambda k: (-self.kinds[k], k), default="organisation")

    @property
    def side(self) -> str | None:
        """The side that most documents put it with, None where none tells."""
        return min(self.sides, key=lambda s: (-self.sides[s], s), default=None)

    def note(self, agent: Agent, actor: Actor | None, document: str) -> None:
        """Adds what a document says of it; a document counts once."""
        fresh = document not in self.documents
        self.documents.add(document)
        self.names[agent.name] += fresh
        if actor is not None:
            self.kinds[actor.kind] += fresh
            self.titles.update(actor.roles if fresh else ())
        if agent.side is not None and agent.side != agent.name:
            self.sides[agent.side] += fresh

    def absorb(self, other: "Person") -> None:
        """Adds what is known of it under another name."""
        self.names += other.names
        self.kinds += other.kinds
        self.sides += other.sides
        self.titles += other.titles
        self.documents |= other.documents


def agents_of(reading: Reading) -> Iterator[Agent]:
    """Everybody who stands in a claim of a reading, as often as it does."""
    for claim in reading.claims:
        yield from (agent for link in claim.attribution for agent in link.agents)
        for name in ("speaker", "party", "addressee", "mediator"):
            agent = getattr(claim, name, None)
            if agent is not None:
                yield agent
        for name in ("participants", "parties"):
            yield from getattr(claim, name, ())
