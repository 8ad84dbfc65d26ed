"""The talks: meetings and calls, with their rounds, hosts and mediators."""

from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import THIRD_ROLES
from pourparlers.views.agents import claimants, place_name
from pourparlers.views.days import french_span
from pourparlers.views.labels import kind_label, label
from pourparlers.views.scope import Sides
from pourparlers.views.shown import Shown
from pourparlers.views.timeline import INTERNAL

#: Participants of a meeting that is no side's own.
_SIDES = 2


@dataclass(frozen=True, slots=True)
class TalksRow:
    """A meeting or call. third_parties: mediators, hosts and the like, with their role in brackets.
    year_guessed: no article tells the year of its day. published: ISO prefix of the day of the article."""

    id: str
    day: str
    start: str | None
    end: str | None
    what: str
    round: int | None
    place: str | None
    participants: tuple[str, ...]
    third_parties: tuple[str, ...]
    status: str
    status_label: str
    claimed_by: tuple[str, ...]
    sources: int
    year_guessed: bool = False
    published: str | None = None


def talks(shown: Shown) -> list[TalksRow]:
    """The meetings and calls, by day, those without one last, by the day on which they were told; not those of one side among itself."""
    sides = Sides(shown.scope)
    held = (entry for entry in shown.entries("event") if entry.type in ("meeting", "call") and not _is_internal(entry))
    return sorted((_row(shown, entry, sides) for entry in held), key=_order)


def _order(row: TalksRow) -> tuple[bool, str]:
    known = row.start or row.end
    return known is None, known or row.published or "9999"


def _is_internal(entry: Entry) -> bool:
    """True for a side's own council; two that are named hold no internal meeting."""
    return entry.subtype == INTERNAL and len(entry.participants) < _SIDES


def _row(shown: Shown, entry: Entry, sides: Sides) -> TalksRow:
    third = [agent for agent in entry.participants if agent.role in THIRD_ROLES]
    return TalksRow(
        id=entry.id,
        day=french_span(entry.start, entry.end),
        start=entry.start,
        end=entry.end,
        what=kind_label(entry.type, entry.subtype),
        round=entry.round,
        place=place_name(entry.place),
        participants=sides.labels(agent for agent in entry.participants if agent not in third),
        third_parties=tuple(f"{sides.label(agent)} ({label('role', agent.role or '')})" for agent in third),
        status=entry.status,
        status_label=label("status", entry.status, entry.subtype or entry.type),
        claimed_by=claimants(entry),
        sources=entry.independent_sources,
        year_guessed=entry.year_is_guessed,
        published=shown.told_on(entry.evidence[0].document) if entry.evidence else None,
    )
