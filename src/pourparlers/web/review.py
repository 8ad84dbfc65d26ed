"""What the pages show of people's judgements on an entry, and what may be decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import STATUSES, Claim
from pourparlers.model.naming import folded_words
from pourparlers.views.judgements import JudgementRow, judgements
from pourparlers.views.shown import Shown
from pourparlers.web.days import first_day
from pourparlers.web.lanes import LANES
from pourparlers.web.scene import Scene

#: As many entries are offered to be merged with one.
_OFFERED = 8
#: Days apart, beyond which two entries are not offered for one.
_NEAR = 21
#: Letters of words that tell nothing.
_SHORT = 3
#: Types of events, lane by lane.
TYPES = tuple(type_ for lane in LANES for type_ in lane.types)
FIELDS = ("start", "end", "status", "type", "round", "summary")


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim of an entry, as one article tells it. day: ISO prefix of the article's, None when unknown."""

    claim: str
    outlet: str
    day: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement with the entry that it concerns now, None when that left the chronicle."""

    row: JudgementRow
    entry: Entry | None


def offered(scene: Scene, entry: Entry, done: str | None) -> dict[str, Any]:
    """What the form on an entry needs. done: the id of a judgement that was made just now."""
    rows = log(scene)
    return {
        "tellings": list(_tellings(scene, entry)),
        "near": nearby(scene, entry),
        "fields": FIELDS if entry.kind == "event" else ("start", "end", "summary"),
        "statuses": STATUSES,
        "types": TYPES,
        "decided": [row for row in rows if row.row.in_force and row.entry is not None and row.entry.id == entry.id],
        "done": next((row for row in rows if row.row.id == done), None),
    }


def standings(scene: Scene) -> dict[str, Any]:
    """What the form on sides needs: whoever has a standing, and the parties."""
    return {"standings": scene.shown.scope.standings, "parties": scene.shown.scope.parties}


def log(scene: Scene) -> list[Decided]:
    """All judgements of a dossier, the newest first."""
    with scene.view() as view:
        rows = judgements(view)
    return [Decided(row, _concerned(scene, row)) for row in rows]


def page(scene: Scene, done: str | None = None) -> dict[str, Any]:
    """What the page of all judgements shows."""
    rows = log(scene)
    return {"decided": rows, "verbs": {row.row.id: row.row for row in rows}, "done": next((row for row in rows if row.row.id == done), None)}


def _concerned(scene: Scene, row: JudgementRow) -> Entry | None:
    return next((entry for passage in row.passages if (entry := scene.shown.entry_of(passage.claim)) is not None), None)


def _tellings(scene: Scene, entry: Entry) -> Iterator[Telling]:
    for claim in map(scene.shown.claims.get, entry.members):
        if claim is not None:
            yield _telling(scene, claim)


def _telling(scene: Scene, claim: Claim) -> Telling:
    document = claim.evidence.document
    return Telling(claim.id, scene.shown.outlet(document), scene.shown.told_on(document), claim.evidence.quote)


def nearby(scene: Scene, entry: Entry) -> list[Entry]:
    """The entries that may be the same as one, the likeliest first: of its kind, near in time, with words in common."""
    words = scene.rows(_words)
    found = []
    for other in scene.shown.entries(entry.kind):
        apart, shared = _apart(entry, other), len(words[entry.id] & words[other.id])
        if other.id != entry.id and apart <= _NEAR and (shared > 1 or (other.type == entry.type and entry.kind != "statement")):
            found.append((other.type != entry.type, apart // 2 - shared, other.id, other))
    return [other for *_, other in sorted(found)[:_OFFERED]]


def _apart(entry: Entry, other: Entry) -> int:
    """Days between two entries; as many as half of what is still near, where one has none."""
    one, two = _day(entry), _day(other)
    return _NEAR // 2 if one is None or two is None else abs(one - two)


def _day(entry: Entry) -> int | None:
    return None if entry.start is None else first_day(entry.start)


def _words(shown: Shown) -> dict[str, frozenset[str]]:
    """The longer words of what each entry tells, by its id."""
    return {entry.id: frozenset(word for word in folded_words(entry.summary) if len(word) > _SHORT) for entry in shown.entries()}
