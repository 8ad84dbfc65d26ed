"""What a front end shows: the chronicle of a dossier, as of now or as of a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Card, Entry
from pourparlers.model.claim import Claim, Reading
from pourparlers.store import View
from pourparlers.views.names import settled_names


class Shown:
    """entries: in the order of the chronicle. cards: what is known of each document, by its id. names: of the documents, by id.
    undated: documents left out because nobody knows whether they were published by then (as of a day only)."""

    def __init__(
        self, entries: Sequence[Entry], cards: Mapping[str, Card], names: Mapping[str, str], readings: Callable[[], Iterable[Reading]]
    ) -> None:
        self.entries = tuple(entries)
        self.cards = cards
        self.names = names
        self.undated: tuple[str, ...] = ()
        self._readings = readings

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the documents that are shown."""
        return tuple(self._readings())

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims of the documents that are shown, by id."""
        return {claim.id: claim for reading in self.readings for claim in reading.claims}

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds, in the order of the chronicle."""
        return [entry for entry in self.entries if entry.kind in kinds]

    def outlet(self, document: str) -> str:
        """Who published a document: its outlet, else its name."""
        return self.cards[document].metadata.outlet or self.names[document]

    def told_on(self, document: str) -> str | None:
        """The ISO prefix of the day of a document, as far as it is known."""
        return self.cards[document].together.best


def shown(view: View, as_of: str | None = None) -> Shown:
    """The chronicle of the dossier; with `as_of`, an ISO day, as it could be known by the end of that day."""
    whole = Shown(tuple(view.entries()), view.cards(), settled_names(view), view.readings)
    return whole if as_of is None else _as_of(whole, view, as_of)


def _as_of(whole: Shown, view: View, day: str) -> Shown:
    """Only from documents that surely were published by that day; values and days are derived again, from those alone."""
    from pourparlers.pipeline import derive

    limit = prefix_days(day)
    last = {document: _last_day(card) for document, card in whole.cards.items()}
    known = {document for document, latest in last.items() if latest is not None and limit is not None and latest <= limit.last}
    readings = tuple(reading for reading in whole.readings if reading.document in known)
    derived = derive(readings, view.judgements())
    then = Shown(derived.entries, {card.document: card for card in derived.cards}, whole.names, lambda: readings)
    then.undated = tuple(sorted(document for document, latest in last.items() if latest is None))
    return then


def _last_day(card: Card) -> int | None:
    """The latest day on which a document may have been published, as an ordinal."""
    latest = prefix_days(card.together.latest or card.together.best or "")
    return None if latest is None else latest.last
