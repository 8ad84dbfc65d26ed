"""The commitments: what parties bind themselves to, and what becomes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Commitment
from pourparlers.views.agents import claimants, names_of
from pourparlers.views.days import french_day, french_span
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment. phase: the last one known. life: its steps, each with the day it was told and who told it.
    events: ids of the events that tell of it."""

    id: str
    day: str
    start: str | None
    end: str | None
    type: str
    type_label: str
    phase: str
    phase_label: str
    parties: tuple[str, ...]
    scope: str | None
    life: tuple[str, ...]
    claimed_by: tuple[str, ...]
    sources: int
    text: str
    outlet: str
    events: tuple[str, ...]


def commitments(shown: Shown) -> list[CommitmentRow]:
    """The commitments, by day; those without one last."""
    claims = shown.claims_of(Commitment)
    return [row for entry in shown.entries("commitment") for row in _rows(shown, entry, claims)]


def _rows(shown: Shown, entry: Entry, claims: Mapping[str, Commitment]) -> Iterator[CommitmentRow]:
    members = [claims[claim] for claim in entry.members if claim in claims]
    if not members:
        return
    first = members[0]
    phase = entry.subtype or entry.history[-1].status if entry.history else first.phase
    yield CommitmentRow(
        id=entry.id,
        day=french_span(entry.start, entry.end),
        start=entry.start,
        end=entry.end,
        type=entry.type,
        type_label=label("commitment", entry.type),
        phase=phase,
        phase_label=label("phase", phase),
        parties=names_of(entry.participants or first.parties),
        scope=first.scope,
        life=tuple(_step(shown, claim) for claim in sorted(members, key=lambda c: (_told(shown, c) or "9999", c.id))),
        claimed_by=claimants(entry),
        sources=entry.independent_sources,
        text=first.evidence.quote,
        outlet=shown.outlet(first.evidence.document),
        events=tuple(dict.fromkeys(event for claim in members for event in claim.events)),
    )


def _told(shown: Shown, claim: Commitment) -> str | None:
    return claim.when.start or claim.said_on.start or shown.told_on(claim.evidence.document)


def _step(shown: Shown, claim: Commitment) -> str:
    teller = "" if claim.claimant is None else f", selon {claim.claimant}"
    return f"{label('phase', claim.phase)} ({french_day(_told(shown, claim)) or 'sans date'}{teller})"
