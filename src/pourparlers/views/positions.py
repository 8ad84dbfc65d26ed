"""The positions: what each party asks, offers, accepts or refuses, issue by issue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Position, innermost
from pourparlers.views.agents import names_of
from pourparlers.views.days import french_day
from pourparlers.views.labels import issue_label, label
from pourparlers.views.scope import Sides
from pourparlers.views.shown import Shown

#: The issue of what no other fits.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What a party takes as its position. text: the thing itself, in the words of the article. claimed_by: who says that it is the party's position,
    when that is not the article. answers: ids of the positions that it answers. camp: the party to the process whose position it is: its own, or
    that of the side for which it speaks; None for mediators and third parties. So issue, camp and said_on make the matrix of positions.
    year_guessed: no article tells the year of its day. published: ISO prefix of the day of the article."""

    id: str
    issue: str
    issue_label: str
    party: str
    side: str | None
    stance: str
    stance_label: str
    text: str
    addressee: str | None
    day: str
    said_on: str | None
    claimed_by: tuple[str, ...]
    answers: tuple[str, ...]
    sources: int
    outlet: str
    camp: str | None
    year_guessed: bool = False
    published: str | None = None


def positions(shown: Shown) -> list[PositionRow]:
    """The positions, by issue (those on none that has a name last), then by day, then by party."""
    claims = shown.claims_of(Position)
    sides = Sides(shown.scope)
    rows = (row for entry in shown.entries("position") for row in _rows(shown, entry, claims, sides))
    return sorted(rows, key=lambda r: (r.issue == OTHER, r.issue_label, r.said_on or "9999", r.published or "9999", r.party, r.stance, r.id))


def _rows(shown: Shown, entry: Entry, claims: Mapping[str, Position], sides: Sides) -> Iterator[PositionRow]:
    claim = claims.get(entry.id)
    if claim is None:
        return
    day = entry.start or claim.said_on.start
    standing = sides.of(claim.party)
    yield PositionRow(
        id=entry.id,
        issue=claim.issue,
        issue_label=issue_label(claim.issue),
        party=sides.label(claim.party),
        side=None if claim.party.side is None else sides.called(claim.party.side),
        stance=claim.stance,
        stance_label=label("stance", claim.stance),
        text=claim.evidence.quote,
        addressee=None if claim.addressee is None else sides.label(claim.addressee),
        day=french_day(day),
        said_on=day,
        claimed_by=names_of(innermost(claim.attribution)),
        answers=entry.answers,
        sources=entry.independent_sources,
        outlet=shown.outlet(claim.evidence.document),
        camp=None if standing is None else standing.side,
        year_guessed=entry.year_is_guessed,
        published=shown.told_on(claim.evidence.document),
    )
