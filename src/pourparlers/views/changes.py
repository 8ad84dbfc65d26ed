"""What has become known since a day: new entries, changed ones, and those that somebody now contradicts."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.chronicle.summaries import without_status
from pourparlers.model.chronicle import Entry
from pourparlers.views.agents import names_of, place_name
from pourparlers.views.days import french_span
from pourparlers.views.labels import kind_label, label
from pourparlers.views.shown import Shown
from pourparlers.views.timeline import is_minor, state

#: What is compared. What people say is always new, and stands under `show statements`.
KINDS = ("event", "commitment", "position", "figure")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An entry that is not what it was. change: "new", "changed" or "contradicted". details: what was, and what is now, in French."""

    change: str
    id: str
    kind: str
    day: str
    what: str
    status_label: str
    details: tuple[str, ...]
    sources: int
    quote: str
    outlet: str
    published: str | None


def changes(then: Shown, now: Shown) -> list[ChangeRow]:
    """The entries that are new, then those that are contradicted, then those that changed, each in the order of the chronicle."""
    before = {claim: entry for entry in then.entries(*KINDS) for claim in entry.members}
    order = ("new", "contradicted", "changed")
    rows = [row for entry in now.entries(*KINDS) for row in _row(entry, before, now)]
    return sorted(rows, key=lambda row: order.index(row.change))


def _row(entry: Entry, before: dict[str, Entry], now: Shown) -> Iterator[ChangeRow]:
    old = next((before[claim] for claim in entry.members if claim in before), None)
    if old is None:
        if entry.kind != "event" or not is_minor(entry):
            yield _made("new", entry, (), now, ())
        return
    details = tuple(_differences(old, entry))
    contradicted = state(entry) == "disputed" and (state(old) != "disputed" or len(entry.contradicts) > len(old.contradicts))
    if contradicted or details:
        yield _made("contradicted" if contradicted else "changed", entry, details, now, old.documents)


def _differences(old: Entry, new: Entry) -> Iterator[str]:
    """The displayed values that differ, and how many more sources there are."""
    pairs = (
        ("status", label("status", old.status, old.subtype or old.type), label("status", new.status, new.subtype or new.type)),
        ("start", french_span(old.start, old.end), french_span(new.start, new.end)),
        ("place", place_name(old.place) or "", place_name(new.place) or ""),
        ("participants", ", ".join(names_of(old.participants)), ", ".join(names_of(new.participants))),
        ("round", str(old.round or ""), str(new.round or "")),
    )
    for field, was, now in pairs:
        if was != now:
            yield f"{label('field', field)} : {was or '–'} → {now or '–'}"
    if new.independent_sources > old.independent_sources:
        yield f"sources : {old.independent_sources} → {new.independent_sources}"


def _made(change: str, entry: Entry, details: tuple[str, ...], now: Shown, known: tuple[str, ...]) -> ChangeRow:
    """The row with the latest passage, one of an article that was not known before (known: the documents that told it then)."""
    told = sorted(entry.evidence, key=lambda e: (e.document not in known, now.told_on(e.document) or "", e.document, e.start))
    best = told[-1] if told else None
    return ChangeRow(
        change=change,
        id=entry.id,
        kind=entry.kind,
        day=french_span(entry.start, entry.end),
        what=without_status(entry.summary, entry.status) or kind_label(entry.type, entry.subtype),
        status_label=label("status", entry.status, entry.subtype or entry.type) if entry.kind == "event" else "",
        details=details,
        sources=entry.independent_sources,
        quote="" if best is None else best.quote,
        outlet="" if best is None else now.outlet(best.document),
        published=None if best is None else now.told_on(best.document),
    )
