"""The sources: every document, its day, its outlet and its family."""

from collections import Counter
from dataclasses import dataclass

from pourparlers.model.chronicle import Card
from pourparlers.views.days import french_day
from pourparlers.views.shown import Shown
from pourparlers.views.versions import changed


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document. published: its day as known together, candidates when several remain, other_years: other years that suit, while its own is a guess;
    alone: as known from itself.
    family: how many documents reprint or update one another, itself included. claims_read: False when triage left its claims unread.
    process: title of the process that it tells of, None for none. changed: what it changed in the first article of its family ("12 → 14 civils tués",
    "+ Anton Brisk")."""

    id: str
    document: str
    outlet: str | None
    agency: str | None
    title: str | None
    day: str
    published: str | None
    alone: str | None
    candidates: tuple[str, ...]
    family: str
    family_size: int
    entries: int
    claims_read: bool
    process: str | None
    changed: tuple[str, ...] = ()
    other_years: tuple[str, ...] = ()


def sources(shown: Shown) -> list[SourceRow]:
    """The documents, by day, then by name; those without a day last."""
    sizes = Counter(card.family for card in shown.cards.values())
    entries = Counter(document for entry in shown.entries() for document in entry.documents)
    processes = {document: process.title for process in shown.scope.processes for document in process.documents}
    rows = (_row(shown, card, (sizes[card.family], entries[card.document]), processes.get(card.document)) for card in shown.cards.values())
    return sorted(rows, key=lambda r: (r.published or "9999", r.document))


def _row(shown: Shown, card: Card, counts: tuple[int, int], process: str | None) -> SourceRow:
    """counts: documents of the family, and entries of the document."""
    published = card.together
    family_size, entries = counts
    return SourceRow(
        id=card.document,
        document=shown.names[card.document],
        outlet=None if card.metadata.outlet is None else shown.outlet(card.document),
        agency=card.metadata.agency,
        title=card.metadata.title,
        day=french_day(published.best) or "inconnu",
        published=published.best,
        alone=card.alone.best,
        candidates=published.candidates,
        family=shown.names.get(card.family, card.family),
        family_size=family_size,
        entries=entries,
        claims_read=card.read,
        process=process,
        changed=changed(shown, card.document) if family_size > 1 else (),
        other_years=tuple(dict.fromkeys(day[:4] for day in published.other_years)),
    )
