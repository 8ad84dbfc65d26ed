"""The commitments: what parties bind themselves to, what becomes of it, and when it runs out."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.model.claim import Commitment, innermost
from pourparlers.views.agents import names_of, tellers
from pourparlers.views.days import day_in, french_day, french_span
from pourparlers.views.labels import label
from pourparlers.views.lives import Deadline, Life, bound, deadline, lives
from pourparlers.views.reasons import reason_in
from pourparlers.views.shown import Shown

#: Phases in the order in which they follow one another, where a day tells several.
_ORDER = ("declared", "in_force", "extended", "suspended", "violated", "ended")


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment. id: of the entry that tells first of it; entries: of all that tell of it. phase: the last one known; "expired" where nobody tells
    its end, but the articles reach beyond its deadline. life: its steps, each with the day it was told and who told it.
    deadline: ISO day, said or computed, None where it is unknown; deadline_why: how it is known, or why not, empty where none is told of.
    events: ids of the events that tell of it. year_guessed: no article tells the year of its day."""

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
    deadline: str | None
    deadline_day: str
    deadline_why: str
    entries: tuple[str, ...]
    year_guessed: bool = False


#: What stands between the tellings of a step, and what frames them.
_WORDS = {
    "fr": {"and": "\u202f; ", "by": ", selon {names}", "undated": "sans date", "computed": "{day}, calculé : {why}"},
    "en": {"and": "; ", "by": ", according to {names}", "undated": "undated", "computed": "{day}, worked out: {why}"},
}


def commitments(shown: Shown, language: str = "fr") -> list[CommitmentRow]:
    """The commitments, by day; those without one last. language: of their lives, "fr" or "en"; all else is French."""
    latest = max((day for document in shown.cards if (day := shown.told_on(document)) is not None and len(day) == 10), default="")
    rows = [row for life in lives(shown, shown.entries("commitment")) for row in _rows(shown, life, latest, language)]
    return sorted(rows, key=lambda row: (row.start or row.end or "9999", row.id))


def _rows(shown: Shown, life: Life, latest: str, language: str) -> Iterator[CommitmentRow]:
    claims = [claim for entry in life.entries for claim in map(shown.claims.get, entry.members) if isinstance(claim, Commitment)]
    if not claims:
        return
    first, last, told = life.entries[0], life.entries[-1], claims[0]
    runs_out = deadline(shown, life.entries, claims)
    phase = last.subtype or told.phase
    if runs_out is not None and runs_out.day is not None and runs_out.day < latest and phase in ("declared", "in_force", "extended"):
        phase = "expired"
    start = next((entry.start for entry in life.entries if entry.start is not None), None)
    steps = _steps(shown, sorted(claims, key=lambda c: (_told(shown, c) or "9999", _ORDER.index(c.phase), c.id)), language)
    yield CommitmentRow(
        id=first.id,
        day=french_span(start, first.end),
        start=start,
        end=first.end,
        type=life.type,
        type_label=label("commitment", life.type),
        phase=phase,
        phase_label=label("phase", phase),
        parties=bound(shown, claims),
        scope=told.scope,
        life=(*steps, *_expiry(phase, runs_out, language)),
        claimed_by=_claimants(claims),
        sources=max(entry.independent_sources for entry in life.entries),
        text=told.evidence.quote,
        outlet=shown.outlet(told.evidence.document),
        events=tuple(dict.fromkeys(event for claim in claims for event in claim.events)),
        deadline=None if runs_out is None else runs_out.day,
        deadline_day="" if runs_out is None else french_day(runs_out.day) or "inconnue",
        deadline_why="" if runs_out is None else runs_out.why,
        entries=tuple(entry.id for entry in life.entries),
        year_guessed=any(entry.year_is_guessed for entry in life.entries if entry.start == start),
    )


def _claimants(claims: list[Commitment]) -> tuple[str, ...]:
    """Who asserts it, empty when some article tells it in its own voice."""
    if any(not claim.attribution for claim in claims):
        return ()
    return names_of(agent for claim in claims for agent in innermost(claim.attribution))


def _told(shown: Shown, claim: Commitment) -> str | None:
    return claim.when.start or claim.said_on.start or shown.told_on(claim.evidence.document)


def _steps(shown: Shown, claims: list[Commitment], language: str) -> list[str]:
    """The phases that follow one another, each with the days on which it was told and who told it."""
    steps = []
    for phase, some in itertools.groupby(claims, key=lambda claim: claim.phase):
        told = _WORDS[language]["and"].join(dict.fromkeys(_teller(shown, claim, language) for claim in some))
        steps.append(f"{label('phase', phase, language=language)} ({told})")
    return steps


def _teller(shown: Shown, claim: Commitment, language: str) -> str:
    words = _WORDS[language]
    teller = words["by"].format(names=tellers(claim.attribution[-1])) if claim.attribution else ""
    return f"{day_in(language, _told(shown, claim)) or words['undated']}{teller}"


def _expiry(phase: str, runs_out: Deadline | None, language: str) -> Iterator[str]:
    if phase == "expired" and runs_out is not None:
        told = _WORDS[language]["computed"].format(day=day_in(language, runs_out.day), why=reason_in(language, runs_out.why))
        yield f"{label('phase', phase, language=language)} ({told})"
