"""`export --format claims`: what each document asserts, read alone; JSON Lines in the shape that the scorers of readings take."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pourparlers.model.claim import Claim, Event, Figure, Position, Reading, Statement
from pourparlers.views.shown import Shown

C = TypeVar("C", bound=Claim)

#: Statuses that are finer than those of the annotation guide.
_GUIDE_STATUS = {"postponed": "cancelled", "unconfirmed": "planned"}


def records(shown: Shown) -> Iterator[dict[str, Any]]:
    """One object a document, sorted by its name."""
    for reading in sorted(shown.readings, key=lambda r: shown.names[r.document]):
        yield record(reading, shown.names[reading.document])


def record(reading: Reading, name: str) -> dict[str, Any]:
    """What one document asserts."""
    return {
        "document": name,
        "published": reading.dated.published.best,
        "events": [_event(event) for event in _ordered(reading.events)],
        "statements": [_statement(statement) for statement in _ordered(reading.statements)],
        "positions": [_position(position) for position in _ordered(reading.positions)],
        "figures": [row for figure in _ordered(reading.figures) for row in figures(figure)],
    }


def _ordered(claims: tuple[C, ...]) -> list[C]:
    return sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.id))


def _event(event: Event) -> dict[str, Any]:
    row = {
        "type": event.type,
        "status": _GUIDE_STATUS.get(event.status, event.status),
        "start": event.when.start,
        "end": event.when.end,
        "place": None if event.place is None else event.place.name,
        "participants": [agent.name for agent in event.participants],
        "mediator": None if event.mediator is None else event.mediator.name,
        "round": event.round,
        "claimed_by": event.claimant,
        "evidence": event.evidence.quote,
    }
    return {key: value for key, value in row.items() if value is not None or key not in ("mediator", "round")}


def _statement(statement: Statement) -> dict[str, Any]:
    return {"speaker": statement.speaker.name, "kind": statement.mode, "date": statement.said_on.start, "text": statement.evidence.quote}


def _position(position: Position) -> dict[str, Any]:
    return {"party": position.party.name, "stance": position.stance, "issue": position.issue, "text": position.evidence.quote}


def figures(figure: Figure) -> list[dict[str, Any]]:
    """The rows of a figure: one, or one for each end of a range ("deux ou trois ans")."""
    ends = (figure.low, figure.high) if figure.bound == "range" else (figure.value,)
    row = {"what": figure.what, "claimed_by": figure.claimant, "text": figure.evidence.quote}
    return [{"value": whole(value), **row} for value in ends if value is not None]


def whole(value: float) -> int | float:
    """The number without a decimal point when it needs none."""
    return int(value) if value.is_integer() else value
