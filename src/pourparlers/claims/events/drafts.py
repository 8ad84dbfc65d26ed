"""An event as one passage tells it, before those that tell the same one are made one."""

from dataclasses import dataclass

from pourparlers.claims.events.lexicon import Kind
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.claim import Agent, Attribution, When
from pourparlers.model.mention import Place
from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What one passage tells of an event. effect: of the word that decided its status. definite: told as known ("la rencontre", "ces pourparlers").

    another: told on top of others ("a également rencontré"). answering: told as what one side did after a deed of the other ("a répliqué").
    borrowed: its day is that of the sentence's opening, not of its own words. headline: told in a title or a heading.
    habitual: told as something that happens again and again. tellings: how many passages tell it.
    """

    hit: Hit
    kind: Kind
    status: str
    effect: str
    when: When
    place: Place | None
    participants: tuple[Agent, ...]
    passage: Span
    attribution: tuple[Attribution, ...] = ()
    mediator: Agent | None = None
    round: int | None = None
    denier: Agent | None = None
    definite: bool = False
    another: bool = False
    answering: bool = False
    borrowed: bool = False
    headline: bool = False
    habitual: bool = False
    tellings: int = 1

    @property
    def dated(self) -> bool:
        """Told with a time, be its days known or not."""
        return self.when.first is not None or self.when.last is not None
