"""Claims: what one document asserts, who asserts it, how sure it is made out to be, and where it says so."""

from dataclasses import dataclass, field

from pourparlers.issues import Issue
from pourparlers.model.mention import Actor, Place
from pourparlers.model.naming import listed
from pourparlers.model.text import Evidence, Metadata, Span
from pourparlers.model.time import Dated

#: How far a thing has come, in the words of the guide for annotators; "postponed" is told apart from "cancelled".
STATUSES = (
    "proposed",
    "planned",
    "unconfirmed",
    "ongoing",
    "occurred",
    "postponed",
    "cancelled",
    "denied",
    "conditional",
)
#: Statuses of what lies ahead of the article that tells it, and of what lies behind it.
AHEAD = frozenset({"proposed", "conditional", "unconfirmed", "planned"})
BEHIND = frozenset({"ongoing", "occurred"})
#: Types of events that are done by speaking: only said, many times and of many things.
SPOKEN = frozenset({"proposal", "rejection", "threat"})
#: Types of events that take two.
MUTUAL = frozenset({"agreement", "call", "ceasefire", "exchange", "meeting"})
#: Roles in which one takes part without taking a side.
THIRD_ROLES = frozenset({"mediator", "host", "guarantor", "observer", "witness"})


@dataclass(frozen=True, slots=True, order=True)
class Agent:
    """Who acts, takes part, speaks or asserts. name: the fullest form in the document, states in French; "unnamed" or "mutual" for accusers
    that the text leaves open. actor: id in the reading's actors, None for the two special names. role: the part played ("host", "mediator",
    "spokesperson", …) or the title. side: whom it acts for, if known."""

    name: str
    actor: str | None = None
    role: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Attribution:
    """One link of a chain of tellers. verb: the lemma or preposition that reports ("affirmer", "selon", "conditionnel").
    beside: those who say it together with the agent ("ont annoncé la Ligue et l'Union")."""

    agent: Agent
    verb: str
    start: int
    end: int
    beside: tuple[Agent, ...] = ()

    @property
    def agents(self) -> tuple[Agent, ...]:
        """All who say it, in the order of the text; never empty."""
        return (self.agent, *self.beside)


@dataclass(frozen=True, slots=True)
class When:
    """The day of a fact or of an utterance, as known from its document alone.

    start, end: ISO prefixes or None. first, last: indices of the times in `Dated.times` that gave start and end (None: none did).
    Days are worked out again from those when the document's own day is sharpened: `start` is then the start of time `first`, `end` the end of
    time `last`, None where the index is None.
    """

    start: str | None = None
    end: str | None = None
    first: int | None = None
    last: int | None = None


def innermost(chain: tuple[Attribution, ...]) -> tuple[Agent, ...]:
    """Those in a chain of tellers, outermost first, who are closest to the fact; nobody for the article's own voice."""
    return chain[-1].agents if chain else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims share. id: content_id of document, kind, span and the capture spans of trigger and agent; never of resolved values.

    evidence: the passage that says it best. attribution: who asserts it, outermost first; empty for the article's own voice.
    said_on: the day it was asserted. negated: the text denies it.
    """

    id: str
    evidence: Evidence
    attribution: tuple[Attribution, ...] = ()
    said_on: When = field(default_factory=When)

    @property
    def claimant(self) -> str | None:
        """The names of the innermost tellers as one ("Ligue et Union"), None for the article's own voice."""
        return listed(self.claimants) if self.attribution else None

    @property
    def claimants(self) -> tuple[str, ...]:
        """The names of the innermost tellers; empty for the article's own voice."""
        return tuple(agent.name for agent in innermost(self.attribution))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that happened, happens, is announced or is asserted to have happened. type: one of the guide's eighteen.
    trigger: the words that tell it. denier: who denies it, when somebody whom the text names does.
    matter: the words for what it is about, or for whom it was done to."""

    type: str
    subtype: str | None
    status: str
    trigger: Span
    when: When = field(default_factory=When)
    place: Place | None = None
    participants: tuple[Agent, ...] = ()
    mediator: Agent | None = None
    round: int | None = None
    denier: Agent | None = None
    matter: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """What somebody is reported to have said. evidence.quote is its text. mode: "direct" or "indirect". The speaker's own chain of tellers,
    if others report it, is `attribution`; `said_on` is the day of the utterance. frame: the reporting clause ("a déclaré M. Kuleba")."""

    speaker: Agent
    mode: str
    verb: str
    frame: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """What a party asks, offers, accepts or refuses. evidence.quote is the thing itself.
    stance: demands | offers | accepts | rejects | conditions. issue: one of the guide's eleven; subissue: a finer one, if it differs."""

    party: Agent
    stance: str
    issue: str
    addressee: Agent | None = None
    subissue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Claim):
    """Something parties bind themselves to. type: ceasefire | corridor | exchange | memorandum | deadline | withdrawal. phase: declared | in_force |
    extended | suspended | violated | ended. events: ids of the events that tell of it. conditions: passages."""

    type: str
    phase: str
    parties: tuple[Agent, ...] = ()
    scope: str | None = None
    when: When = field(default_factory=When)
    conditions: tuple[Evidence, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A quantity that matters. what: what is counted, in the document's words where possible. type: killed | wounded | missing | detained |
    displaced | refugees | evacuated | prisoners | weapons | money | other. bound, low, high: as in Quantity. event: id of the event it measures."""

    value: float
    what: str
    type: str
    bound: str = "exact"
    low: float | None = None
    high: float | None = None
    as_of: When = field(default_factory=When)
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All the claims of one document, read alone: a pure function of the document, the horizon, the lexicons and the options.

    read: False when triage left the document's claims unread. version: of the code, the lexicons and the language model.
    """

    document: str
    name: str
    metadata: Metadata
    horizon: str
    dated: Dated
    version: str
    read: bool = True
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    issues: tuple[Issue, ...] = ()
    shingles: tuple[int, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by kind."""
        return (*self.events, *self.statements, *self.positions, *self.commitments, *self.figures)
