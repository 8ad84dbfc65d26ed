"""The timeline on a terminal or on paper: months as headings, an event a block."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from pourparlers.chronicle.summaries import is_end
from pourparlers.cli.columns import short_id
from pourparlers.cli.output import plain
from pourparlers.cli.terminal import page
from pourparlers.views.days import day_number, french_day, weekday
from pourparlers.views.timeline import TimelineRow

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Guillemets with the blank inside them.
_INNER_OPENED, _INNER_CLOSED = re.compile(r"«\s?"), re.compile(r"\s?»")
#: Columns of the margin in which the days stand.
_MARGIN = 14
#: How far each status has come, at a glance.
_MARKS = {
    "occurred": ("●", "green"),
    "ongoing": ("●", "green"),
    "planned": ("○", "yellow"),
    "proposed": ("○", "yellow"),
    "unconfirmed": ("○", "yellow"),
    "conditional": ("○", "yellow"),
    "postponed": ("◌", "magenta"),
    "cancelled": ("×", "red"),
    "denied": ("×", "red"),
}


def print_timeline(rows: Sequence[TimelineRow]) -> None:
    """Prints the rows under the months in which they begin."""
    from rich.text import Text

    with page() as out:
        for month, found in groupby(rows, key=_month):
            heading = Text(f"{month.upper()} ".ljust(out.width, "─"), style="bold cyan")
            lines = [line for row in found for line in _block(out, row)]
            out.print(Text("\n").join([heading, *lines]), no_wrap=True, crop=False)


def _month(row: TimelineRow) -> str:
    known = row.start or row.end
    return "sans date" if known is None else french_day(known[:7])


def _block(out: "Console", row: TimelineRow) -> Iterator["Text"]:
    """The day in the margin, the summary beside its mark, how it stands at the right; everything else below the summary."""
    from rich.text import Text

    mark, colour = _MARKS.get("occurred" if is_end(row.subtype) and row.status == "cancelled" else row.status, ("●", ""))
    left = Text.assemble((_day(row).ljust(_MARGIN), "bold"), (f"{mark} ", colour))
    blank, right = Text(" " * len(left)), Text.assemble((row.status_label, colour), (_standing(row), "dim"))
    width = out.width - len(left)
    first, *others = Text(plain(row.what), style="bold" if row.main else "").wrap(out, max(20, width - len(right) - 2))
    yield Text.assemble(left, first, " " * max(2, width - len(first) - len(right)), right)
    for line in [*others, *(part for text in _lines(row) for part in text.wrap(out, width))]:
        yield blank + line
    yield Text()


def _day(row: TimelineRow) -> str:
    """The day in the margin: the month stands above."""
    start, end = row.start, row.end
    if start is None:
        return "" if end is None else "jusqu'au " + day_number(int(end[8:10])) if len(end) >= 10 else "d'ici la fin"
    if len(start) < 10:
        return "dans le mois" if len(start) == 7 else "dans l'année"
    if end is not None and len(end) >= 10 and end[:7] == start[:7] and end[:10] != start[:10]:
        return f"{day_number(int(start[8:10]))}–{day_number(int(end[8:10]))}"
    return f"{weekday(start)} {day_number(int(start[8:10]))}{' ?' if row.year_guessed else ''}"


def _lines(row: TimelineRow) -> Iterator["Text"]:
    """What the summary leaves out; the sentence with its source, who says so if that is unsaid, and the id for `explain`."""
    from rich.text import Text

    detail = " · ".join(_details(row))
    if detail:
        yield Text(plain(detail))
    source = plain(row.outlet) + (f", {french_day(row.published)}" if row.published else "")
    yield Text.assemble("«\xa0", (_quoted(row.quote), "italic"), f"\xa0» — {source}", _teller(row), (f" · {short_id(row.id)}", "dim"))


def _quoted(text: str) -> str:
    """A passage to stand in guillemets: those that it holds become inner ones, one that it cuts in two opens or closes at its edge, and three dots
    stand before one that begins within its sentence."""
    inner = _INNER_CLOSED.sub("”", _INNER_OPENED.sub("“", plain(text)))
    first = next((mark for mark in inner if mark in "“”"), "")
    last = next((mark for mark in reversed(inner) if mark in "“”"), "")
    cut = "… " if inner[:1].islower() else ""
    return f"{cut}{'“' if first == '”' else ''}{inner}{'”' if last == '“' else ''}"


def _details(row: TimelineRow) -> Iterator[str]:
    """What the summary does not say already, and whether the year is only supposed."""
    if row.year_guessed:
        yield "année supposée"
    if row.place is not None and row.place not in row.what:
        yield row.place
    others = [name for name in row.participants if name not in row.what]
    if others:
        yield ", ".join(others)


def _standing(row: TimelineRow) -> str:
    """Whether it is disputed, and how many independent sources tell it, if more than one."""
    sources = f" · {row.sources} sources" if row.sources > 1 else ""
    return f"{' · contesté' if row.state == 'disputed' else ''}{sources}"


def _teller(row: TimelineRow) -> str:
    """Who says so, unless the summary names them."""
    unsaid = [name for name in row.claimed_by if name not in row.what]
    return f" · selon {plain(', '.join(unsaid))}" if unsaid and "selon" not in row.what else ""
