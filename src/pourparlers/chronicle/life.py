"""The life of an entry: its statuses in the order in which they were told, and the one to display."""

from collections import defaultdict
from collections.abc import Sequence

from pourparlers.chronicle.told import Told, chains, told_in
from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Status
from pourparlers.model.claim import AHEAD, BEHIND, Commitment, Event, Position

#: Of two statuses told on one day, the later in a life comes last.
_ORDER = ("proposed", "conditional", "unconfirmed", "planned", "denied", "postponed", "cancelled", "ongoing", "occurred")

#: Statuses of what a plan may come to.
_SETTLED = BEHIND | {"postponed", "cancelled"}


def status_of(told: Told) -> str:
    """The status that a claim gives: of the event, the phase of a commitment, the stance of a position; what is said or counted has occurred."""
    if isinstance(told.claim, Event):
        return told.claim.status
    if isinstance(told.claim, Commitment):
        return told.claim.phase
    return told.claim.stance if isinstance(told.claim, Position) else "occurred"


def history(told: Sequence[Told]) -> tuple[Status, ...]:
    """The steps, by the day they were told (unknown days last), then by their place in a life."""
    steps: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for t in told:
        steps[status_of(t), t.on].append(t)
    ordered = sorted(steps.items(), key=lambda item: (_told_on(item[0][1]), _rank(item[0][0]), item[0][0]))
    return tuple(Status(status, on, chains(ts), tuple(sorted({t.document for t in ts})), told_in(ts)) for (status, on), ts in ordered)


def displayed_status(told: Sequence[Told]) -> str:
    """The status told last, the articles' own voice before anybody else's; an undated telling counts only when no dated one is there.

    What has come about is no plan any more, whoever recalls that it was one; and what only a party tells later settles a plan all the same: the
    line of the entry then says who tells it.
    """
    own = [t for t in told if t.own_voice]
    pool = [t for t in own or told if t.on is not None] or own or told
    come_about = [t for t in pool if status_of(t) in BEHIND]
    last = _last([t for t in pool if status_of(t) not in AHEAD] if come_about else pool)
    if status_of(last) not in AHEAD or last.on is None:
        return status_of(last)
    later = [t for t in told if t.on is not None and status_of(t) in _SETTLED and _told_on(t.on) > _told_on(last.on)]
    held = [t for t in told if t.on is None and status_of(t) in BEHIND]  # nobody tells when, but that it took place
    return status_of(_last(later or held or [last]))


def _last(told: Sequence[Told]) -> Told:
    return max(told, key=lambda t: (_told_on(t.on), _rank(status_of(t)), t.claim.id))


def of_status(told: Sequence[Told], status: str) -> Sequence[Told]:
    """Those who tell a status, or one like it: that the thing has come about, or that it is to. All where nobody does."""
    alike = next((group for group in (AHEAD, BEHIND) if status in group), frozenset({status}))
    return [t for t in told if status_of(t) in alike] or told


def _told_on(on: str | None) -> int:
    day = prefix_days(on or "")
    return 10**8 if day is None else day.last


def _rank(status: str) -> int:
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)
