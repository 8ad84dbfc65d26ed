"""The statements: who is reported to have said what, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Statement
from pourparlers.views.agents import agent_name, chain
from pourparlers.views.days import french_day
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Words of a speaker. mode: "direct" or "indirect". told_by: the chain of those who report them, empty when the article does.
    year_guessed: no article tells the year of its day. published: ISO prefix of the day of the article."""

    id: str
    day: str
    said_on: str | None
    speaker: str
    side: str | None
    mode: str
    mode_label: str
    text: str
    told_by: str
    sources: int
    outlet: str
    year_guessed: bool = False
    published: str | None = None


def statements(shown: Shown) -> list[StatementRow]:
    """The statements, by day; those without one last, by the day on which they were told."""
    claims = shown.claims_of(Statement)
    rows = (row for entry in shown.entries("statement") for row in _rows(shown, entry, claims))
    return sorted(rows, key=lambda r: (r.said_on or "9999", r.published or "9999", r.speaker, r.id))


def _rows(shown: Shown, entry: Entry, claims: Mapping[str, Statement]) -> Iterator[StatementRow]:
    claim = claims.get(entry.id)
    if claim is None:
        return
    day = entry.start or claim.said_on.start
    yield StatementRow(
        id=entry.id,
        day=french_day(day),
        said_on=day,
        speaker=agent_name(claim.speaker),
        side=claim.speaker.side,
        mode=claim.mode,
        mode_label=label("mode", claim.mode),
        text=claim.evidence.quote,
        told_by=chain(claim.attribution),
        sources=entry.independent_sources,
        outlet=shown.outlet(claim.evidence.document),
        year_guessed=entry.year_is_guessed,
        published=shown.told_on(claim.evidence.document),
    )
