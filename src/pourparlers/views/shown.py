"""What a front end shows: the chronicle of a dossier, as of now or as of a day."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from pourparlers.chronicle import renamed
from pourparlers.chronicle.judged import in_force
from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Card, Derived, Entry, Judgement, Link
from pourparlers.model.claim import Claim, Reading
from pourparlers.model.naming import fold
from pourparlers.model.scope import Scope
from pourparlers.model.time import Time
from pourparlers.scope import find_scope, labels
from pourparlers.store import View
from pourparlers.views.names import settled_names

C = TypeVar("C", bound=Claim)


class Shown(ABC):
    """cards: what is known of each document, by its id. names: of the documents, by id.
    undated: documents left out because nobody knows whether they were published by then (as of a day only).
    judgements: the log of people's judgements."""

    def __init__(
        self, cards: Mapping[str, Card], names: Mapping[str, str], undated: tuple[str, ...] = (), judgements: tuple[Judgement, ...] = ()
    ) -> None:
        self.cards = cards
        self.names = names
        self.undated = undated
        self.judgements = judgements

    @abstractmethod
    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds, or all, in the order of the chronicle."""

    @abstractmethod
    def entry_of(self, claim: str) -> Entry | None:
        """The entry that holds a claim, None when none does."""

    @abstractmethod
    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        """The ids of the entries that have evidence in that range of a document's text."""

    @abstractmethod
    def links(self, *claims: str) -> tuple[Link, ...]:
        """The rules' judgements on some claims, each once."""

    @abstractmethod
    def reading(self, document: str) -> Reading:
        """The reading of a document that is shown."""

    @cached_property
    @abstractmethod
    def readings(self) -> tuple[Reading, ...]:
        """The readings of all documents that are shown."""

    @cached_property
    def scope(self) -> Scope:
        """The processes that the documents tell of, and where everybody stands in them."""
        families = {document: card.family for document, card in self.cards.items()}
        days = {document: card.together.best for document, card in self.cards.items()}
        return find_scope(self.readings, families, in_force(self.judgements), days)

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of all documents that are shown, by id."""
        return {claim.id: claim for reading in self.readings for claim in reading.claims}

    def claims_of(self, kind: type[C]) -> dict[str, C]:
        """The claims of one kind, by id."""
        return {claim.id: claim for claim in self.claims.values() if isinstance(claim, kind)}

    def outlet(self, document: str) -> str:
        """Who published a document: its outlet, in one spelling for all documents, else its name."""
        outlet = self.cards[document].metadata.outlet
        return self.names[document] if outlet is None else self._spellings[fold(outlet)]

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """The spelling of each outlet, by its folded name: that of most documents which do not write it all in capitals."""
        told = Counter(card.metadata.outlet for card in self.cards.values() if card.metadata.outlet is not None)
        return {fold(outlet): outlet for outlet in sorted(told, key=lambda o: (not o.isupper(), told[o], o))}

    def told_on(self, document: str) -> str | None:
        """The ISO prefix of the day of a document, as far as it is known."""
        return self.cards[document].together.best

    def times(self, document: str) -> tuple[Time, ...]:
        """The times of a document, worked out for its day as all documents tell it."""
        from pourparlers.pipeline import dated_on

        card, reading = self.cards[document], self.reading(document)
        return reading.dated.times if card.together == card.alone else dated_on(reading, card.together)


class _Now(Shown):
    """Everything, as the dossier keeps it."""

    def __init__(self, view: View) -> None:
        super().__init__(view.cards(), settled_names(view), (), view.judgements())
        self._view = view

    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        return _under_one_name(tuple(self._view.entries(*kinds)))

    def entry_of(self, claim: str) -> Entry | None:
        return self._view.entry_of(claim)

    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        return self._view.entries_at(document, start, end)

    def links(self, *claims: str) -> tuple[Link, ...]:
        return self._view.links(*claims)

    def claims_of(self, kind: type[C]) -> dict[str, C]:
        return {claim.id: claim for claim in self._view.claims(kind)}

    def reading(self, document: str) -> Reading:
        return self._view.reading(document)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(self._view.readings())


class _Then(Shown):
    """What some of the readings give, derived for the occasion."""

    def __init__(
        self, readings: tuple[Reading, ...], derived: Derived, names: Mapping[str, str], undated: tuple[str, ...], judgements: tuple[Judgement, ...]
    ) -> None:
        super().__init__({card.document: card for card in derived.cards}, names, undated, judgements)
        self._readings = {reading.document: reading for reading in readings}
        self._derived = derived

    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        return _under_one_name(tuple(entry for entry in self._derived.entries if not kinds or entry.kind in kinds))

    def entry_of(self, claim: str) -> Entry | None:
        return next((entry for entry in self._derived.entries if claim in entry.members), None)

    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        return tuple(
            entry.id for entry in self._derived.entries if any(e.document == document and e.start < end and start < e.end for e in entry.evidence)
        )

    def links(self, *claims: str) -> tuple[Link, ...]:
        return tuple(sorted({link for link in self._derived.links if link.left in claims or link.right in claims}))

    def reading(self, document: str) -> Reading:
        return self._readings[document]

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(self._readings.values())


def _under_one_name(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries with everybody under the name that most articles of these entries have of him."""
    called = labels(entry for entry in entries if entry.kind == "event")
    return tuple(renamed(entry, called) for entry in entries) if called else entries


def shown(view: View, as_of: str | None = None) -> Shown:
    """The chronicle of the dossier; with `as_of`, an ISO day, as it could be known by the end of that day."""
    return _Now(view) if as_of is None else _as_of(view, as_of)


def _as_of(view: View, day: str) -> Shown:
    """Only from documents that surely were published by that day; values and days are derived again, from those alone."""
    from pourparlers.pipeline import derive

    limit = prefix_days(day)
    last = {document: _last_day(card) for document, card in view.cards().items()}
    known = {document for document, latest in last.items() if latest is not None and limit is not None and latest <= limit.last}
    readings = tuple(reading for reading in view.readings() if reading.document in known)
    undated = tuple(sorted(document for document, latest in last.items() if latest is None))
    return _Then(readings, derive(readings, view.judgements()), settled_names(view), undated, view.judgements())


def _last_day(card: Card) -> int | None:
    """The latest day on which a document may have been published, as an ordinal."""
    latest = prefix_days(card.together.latest or card.together.best or "")
    return None if latest is None else latest.last
