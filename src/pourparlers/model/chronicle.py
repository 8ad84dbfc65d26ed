"""Judgements on claims, and the entries of the chronicle."""

from dataclasses import dataclass, field

from pourparlers.issues import Issue
from pourparlers.model.claim import Agent, Attribution, When
from pourparlers.model.mention import Place
from pourparlers.model.text import Evidence, Metadata
from pourparlers.model.time import Published


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A rule's judgement on two claims (left < right by id): derived, disposable, explained.

    verdict: "same" or "different". score: in [0, 1]. reasons: plain French, in order of weight. total: the points that the score stands for.
    excluded: something makes it impossible that the two are one. twice: one article tells both.
    """

    left: str
    right: str
    verdict: str
    score: float
    rule: str
    reasons: tuple[str, ...] = ()
    total: float = 0.0
    excluded: bool = False
    twice: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A person's decision, as it stands in the append-only log. time: ISO 8601, given as input.
    verb: merge | split | reject | confirm | set | side | retract.

    targets: selectors of claims (JSON objects); the name of an actor for `side`. value: what `set` sets; the side.
    """

    time: str
    id: str
    who: str
    verb: str
    reason: str
    targets: tuple[str, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What lists tell of a document. family: the smallest id of the documents that reprint or update one another.
    alone, together: its publication day as known from itself, and from all documents. read: False when its claims were left unread."""

    document: str
    metadata: Metadata
    horizon: str
    family: str
    alone: Published
    together: Published
    read: bool = True


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found over all readings.

    families: document id -> the smallest id of the documents that reprint or update one another.
    published: document id -> its day as known together, where others sharpened it.
    clusters: claim ids that are about one thing, each sorted, sorted by their first.
    links: the judgements behind the clusters. contradictions: pairs of claim ids that cannot both be right.
    answers: pairs (claim id of the answer, claim id of what it answers).
    days, said: claim id -> the days of the fact (or of the figure), and of the telling, as known together; only where those differ from what
    the document told alone.
    issues: what linking left out, and why.
    """

    families: dict[str, str] = field(default_factory=dict)
    published: dict[str, Published] = field(default_factory=dict)
    clusters: tuple[tuple[str, ...], ...] = ()
    links: tuple[Link, ...] = ()
    contradictions: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    days: dict[str, When] = field(default_factory=dict)
    said: dict[str, When] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


#: The modality of a day whose year is only supposed.
GUESSED = "guessed"
#: How the reason of a value begins that others exclude; what a denial alone puts in doubt has another.
RIVALS = "d'autres disent"
#: What a summary puts before those who say so.
ACCORDING_TO = ", selon "


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one field, with everybody who claims it. value: as a string (EDTF for days).
    modality: "asserted", "conditional", "denied"; of a day also "deduced" (from other documents) or "guessed" (of a year that no article tells).

    attribution: chains of tellers, one chain a claimant, empty for the articles' own voice. state: established | disputed | reported.
    documents: ids of the documents that say so. told_in: of those, the ones behind each chain, in its order.
    reasons: why it is this, for `explain`.
    """

    field: str
    value: str
    modality: str
    attribution: tuple[tuple[Attribution, ...], ...]
    state: str
    documents: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    told_in: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """A step in the life of an entry. as_of: ISO prefix of the day it was told, None when unknown. Chains and documents as in `Value`."""

    status: str
    as_of: str | None
    attribution: tuple[tuple[Attribution, ...], ...]
    documents: tuple[str, ...]
    told_in: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the chronicle: a cluster of claims with its values, disagreements and sources. id: its smallest claim id.

    start, end: ISO prefixes or None, of the displayed value. summary: one line of plain French. members: its claims' ids, sorted.
    evidence: the passage that tells best what is displayed, then the others.
    """

    id: str
    kind: str
    type: str
    status: str
    members: tuple[str, ...]
    subtype: str | None = None
    start: str | None = None
    end: str | None = None
    place: Place | None = None
    participants: tuple[Agent, ...] = ()
    round: int | None = None
    summary: str = ""
    values: tuple[Value, ...] = ()
    history: tuple[Status, ...] = ()
    contradicts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    independent_sources: int = 1
    origins: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def headline(self) -> str:
        """The summary without those who say so."""
        return self.summary.partition(ACCORDING_TO)[0]

    @property
    def year_is_guessed(self) -> bool:
        """True when no article tells the year of the displayed day."""
        shown = {("start", self.start), ("end", self.end)}
        return any(value.modality == GUESSED and (value.field, value.value) in shown for value in self.values)


@dataclass(frozen=True, slots=True)
class Derived:
    """What all readings give together: the chronicle, the judgements of rules behind it, and what is known of each document.

    issues: what linking left out, and the judgements of people that could not be applied.
    """

    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    cards: tuple[Card, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of a derivation so that the next one need not begin from nothing. Disposable.

    traces: what linking keeps of each document, in bytes, by document. links: the judgements of rules, without score and reasons.
    crowded: keys of linking that too many claims share, in words, and how many do. entries: what each entry was made of, by its id.
    answers: claims and those that they answer.
    """

    traces: dict[str, bytes] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    crowded: dict[int, tuple[str, int]] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a derivation changes in a chronicle. whole: nothing was remembered, and all that was there before goes.

    entries: those that are new or changed, each with what it was made of; gone: ids of entries that are no more. links, unlinked: the judgements of
    rules that are new or changed, and the pairs that there is none on any more. cards, traces: of documents that are new or changed.
    crowded, answers, issues: all.
    """

    whole: bool
    entries: tuple[tuple[str, Entry], ...]
    gone: tuple[str, ...]
    links: tuple[Link, ...]
    unlinked: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    traces: dict[str, bytes]
    crowded: dict[int, tuple[str, int]]
    answers: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]
