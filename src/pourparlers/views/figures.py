"""The figures: quantities, with whoever gives them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Figure, innermost
from pourparlers.views.agents import names_of
from pourparlers.views.days import french_day
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown
from pourparlers.views.timeline import state

#: Figures that count people, in the order in which they are shown.
_PEOPLE = ("killed", "wounded", "missing", "prisoners", "detained", "displaced", "refugees", "evacuated")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A quantity. amount: in French, with its bound ("au moins 300"). as_of: the ISO prefix of the day it holds for. state: as of a value.
    year_guessed: no article tells the year of its day. published: ISO prefix of the day of the article."""

    id: str
    type: str
    type_label: str
    value: float
    bound: str
    amount: str
    what: str
    day: str
    as_of: str | None
    claimed_by: tuple[str, ...]
    state: str
    state_label: str
    event: str | None
    sources: int
    outlet: str
    year_guessed: bool = False
    published: str | None = None


def figures(shown: Shown) -> list[FigureRow]:
    """The figures, by what they count (people first, whatever has no name of its own last), then by day."""
    claims = shown.claims_of(Figure)
    rows = (row for entry in shown.entries("figure") for row in _rows(shown, entry, claims))
    return sorted(rows, key=lambda r: (_rank(r.type), r.type_label, r.as_of or "9999", r.published or "9999", r.what, r.id))


def _rank(type_: str) -> int:
    return len(_PEOPLE) + 1 if type_ == "other" else _PEOPLE.index(type_) if type_ in _PEOPLE else len(_PEOPLE)


def _rows(shown: Shown, entry: Entry, claims: Mapping[str, Figure]) -> Iterator[FigureRow]:
    claim = claims.get(entry.id)
    if claim is None:
        return
    day = entry.start or claim.as_of.start
    yield FigureRow(
        id=entry.id,
        type=claim.type,
        type_label=label("figure", claim.type),
        value=claim.value,
        bound=claim.bound,
        amount=amount(claim),
        what=claim.what,
        day=french_day(day),
        as_of=day,
        claimed_by=names_of(innermost(claim.attribution)),
        state=state(entry),
        state_label=label("state", state(entry)),
        event=claim.event,
        sources=entry.independent_sources,
        outlet=shown.outlet(claim.evidence.document),
        year_guessed=entry.year_is_guessed,
        published=shown.told_on(claim.evidence.document),
    )


def amount(figure: Figure) -> str:
    """The number with its bound, in French: "au moins 300"."""
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return f"entre {french_number(figure.low)} et {french_number(figure.high)}"
    return f"{label('bound', figure.bound)} {french_number(figure.value)}".strip()


def french_number(value: float) -> str:
    """A number as French readers write it: "142 500", "2,5" (with no-break spaces)."""
    text = f"{int(value):,}" if value.is_integer() else f"{value:,}"
    return text.replace(",", "\u202f").replace(".", ",")
