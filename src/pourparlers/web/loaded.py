"""The chronicle of a dossier in memory, so that a page need not read it again."""

from collections import defaultdict
from functools import cached_property

from pourparlers.model.chronicle import Entry, Link
from pourparlers.model.claim import Reading
from pourparlers.store import Store
from pourparlers.views.shown import Shown, shown


class Loaded(Shown):
    """All entries and readings of a dossier, as of now or as of a day. Links are read when they are asked for."""

    def __init__(self, source: Shown, store: Store | None) -> None:
        """store: where links are read; None when `source` holds them itself."""
        super().__init__(source.cards, source.names, source.undated, source.judgements)
        self._entries = source.entries()
        # While articles are being read, the dossier holds readings of which the chronicle does not know yet.
        self._held = tuple(reading for reading in source.readings if reading.document in source.cards)
        self._source, self._store = source, store

    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._entries if not kinds or entry.kind in kinds)

    def entry_of(self, claim: str) -> Entry | None:
        return self._by_member.get(claim)

    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        near = self.entries_in(document)
        return tuple(entry.id for entry in near if any(e.document == document and e.start < end and start < e.end for e in entry.evidence))

    def entries_in(self, document: str) -> tuple[Entry, ...]:
        """The entries that have evidence in a document, in the order of the chronicle."""
        return tuple(self._by_document.get(document, ()))

    def links(self, *claims: str) -> tuple[Link, ...]:
        if self._store is None:
            return self._source.links(*claims)
        with self._store.view() as view:
            return view.links(*claims)

    def reading(self, document: str) -> Reading:
        return self._by_reading[document]

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return self._held

    @cached_property
    def _by_reading(self) -> dict[str, Reading]:
        return {reading.document: reading for reading in self._held}

    @cached_property
    def _by_member(self) -> dict[str, Entry]:
        return {member: entry for entry in self._entries for member in (entry.id, *entry.members)}

    @cached_property
    def _by_document(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            for document in dict.fromkeys(item.document for item in entry.evidence):
                found[document].append(entry)
        return found


def load(store: Store, as_of: str | None = None) -> Loaded:
    """The chronicle of a dossier; with `as_of`, an ISO day, as it could be known by the end of that day. Raises DossierError."""
    with store.view() as own:
        return Loaded(shown(own, as_of), store if as_of is None else None)
