"""The timeline: events in the order of their days, each with its claimants, its sources and its sentence."""

from dataclasses import dataclass

from pourparlers.chronicle.summaries import without_status
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import MUTUAL
from pourparlers.views.agents import claimants, names_of, place_name
from pourparlers.views.days import french_span
from pourparlers.views.labels import kind_label, label
from pourparlers.views.shown import Shown

#: Meetings of one side among itself; those that only sides have; other kinds that carry a process; and among these, mere words.
INTERNAL = "meeting.council"
_OF_SIDES = frozenset({"meeting.summit", "meeting.talks"})
_CARRYING = frozenset({"agreement", "call", "ceasefire", "corridor", "exchange", "proposal", "rejection", "violation"})
_BESIDE = frozenset({"proposal.call"})
_WITHDRAWALS = frozenset({"movement.demobilisation", "movement.withdrawal"})


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An event of the chronicle.

    day: in French. start, end: ISO prefixes. year_guessed: no article tells their year. what: the summary.
    claimed_by: who asserts it, empty for the articles' own voice. sources: independent ones.
    minor: nobody tells when, where or between whom, and one source tells it. main: it carries the process.
    quote: its sentence, published in `outlet` on `published` (an ISO prefix).
    """

    id: str
    day: str
    start: str | None
    end: str | None
    type: str
    subtype: str | None
    what: str
    status: str
    status_label: str
    place: str | None
    participants: tuple[str, ...]
    claimed_by: tuple[str, ...]
    state: str
    sources: int
    quote: str
    outlet: str
    published: str | None
    documents: tuple[str, ...]
    contradicts: tuple[str, ...]
    minor: bool = False
    year_guessed: bool = False
    main: bool = False


def timeline(shown: Shown) -> list[TimelineRow]:
    """The events, by day, those of which only the last day is known behind others of that day; those without any last, by the day on which they
    were told."""
    rows = [_row(shown, entry) for entry in shown.entries("event")]
    return sorted(rows, key=_order)


def _order(row: TimelineRow) -> tuple[bool, str, bool]:
    known = row.start or row.end
    return known is None, known or row.published or "9999", row.start is None


def _row(shown: Shown, entry: Entry) -> TimelineRow:
    best = entry.evidence[0] if entry.evidence else None
    return TimelineRow(
        id=entry.id,
        day=french_span(entry.start, entry.end),
        start=entry.start,
        end=entry.end,
        type=entry.type,
        subtype=entry.subtype,
        what=without_status(entry.summary, entry.status) or kind_label(entry.type, entry.subtype),
        status=entry.status,
        status_label=label("status", entry.status, entry.subtype or entry.type),
        place=place_name(entry.place),
        participants=names_of(entry.participants),
        claimed_by=claimants(entry),
        state=state(entry),
        sources=entry.independent_sources,
        quote="" if best is None else best.quote,
        outlet="" if best is None else shown.outlet(best.document),
        published=None if best is None else shown.told_on(best.document),
        documents=tuple(sorted(shown.names[d] for d in entry.documents)),
        contradicts=entry.contradicts,
        minor=is_minor(entry),
        year_guessed=entry.year_is_guessed,
        main=is_main(entry),
    )


def is_main(entry: Entry) -> bool:
    """True for what carries a process: talks of several sides, offers and answers, accords and truces with what became of them, exchanges,
    corridors, withdrawals; not for fights, words and meetings beside it."""
    if entry.type == "meeting":
        return entry.subtype != INTERNAL and (entry.subtype in _OF_SIDES or entry.round is not None or len(entry.participants) > 1)
    return (entry.type in _CARRYING and entry.subtype not in _BESIDE) or entry.subtype in _WITHDRAWALS


def is_minor(entry: Entry) -> bool:
    """True for an event without a day, a place or anybody named, which one source alone tells. What takes two, told of one side, is hardly told; the
    other may be told by what it is ("l'armée")."""
    known = entry.start is not None or entry.end is not None or entry.place is not None
    named = any(word[:1].isupper() for agent in entry.participants for word in agent.name.split())
    enough = len(entry.participants) > 1 or entry.type not in MUTUAL
    return not (known or (named and enough)) and entry.independent_sources == 1


def state(entry: Entry) -> str:
    """How well an entry stands: "disputed" when one of its values is, "established" when its status is, else "reported"."""
    states = {value.field: value.state for value in entry.values}
    if "disputed" in {value.state for value in entry.values} or entry.contradicts:
        return "disputed"
    return states.get("status", "reported")
