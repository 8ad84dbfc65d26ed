"""The timeline on a terminal or on paper: months as headings, an event a block."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from pourparlers.cli.columns import short_id
from pourparlers.cli.output import plain
from pourparlers.cli.terminal import page
from pourparlers.views.days import day_number, french_day, weekday
from pourparlers.views.timeline import TimelineRow

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Columns of the margin in which the days stand.
_MARGIN = 12
_STYLES = {
    "occurred": "green",
    "ongoing": "green",
    "planned": "yellow",
    "proposed": "yellow",
    "unconfirmed": "yellow",
    "conditional": "yellow",
    "postponed": "magenta",
    "cancelled": "red",
    "denied": "red",
}


def print_timeline(rows: Sequence[TimelineRow]) -> None:
    """Prints the rows under the months in which they begin."""
    from rich.text import Text

    with page() as out:
        for month, found in groupby(rows, key=_month):
            out.print(Text(f"{month.upper()} ".ljust(out.width, "─"), style="bold cyan"))
            for row in found:
                _print_block(out, row)


def _month(row: TimelineRow) -> str:
    known = row.start or row.end
    return "sans date" if known is None else french_day(known[:7])


def _print_block(out: "Console", row: TimelineRow) -> None:
    from rich.text import Text

    first = True
    for line in _lines(row):
        wrapped = line.wrap(out, out.width - _MARGIN)
        for part in wrapped:
            margin = Text(plain(_day(row)).ljust(_MARGIN) if first else " " * _MARGIN, style="bold")
            out.print(margin + part, no_wrap=True, crop=False)
            first = False
    out.print()


def _day(row: TimelineRow) -> str:
    """The day in the margin: the month stands above."""
    start, end = row.start, row.end
    if start is None:
        return "" if end is None else "avant le " + str(int(end[8:10])) if len(end) >= 10 else "avant la fin"
    if len(start) < 10:
        return "dans le mois" if len(start) == 7 else "dans l'année"
    if end is not None and len(end) >= 10 and end[:7] == start[:7] and end[:10] != start[:10]:
        return f"{day_number(int(start[8:10]))}–{day_number(int(end[8:10]))}"
    return f"{weekday(start)} {day_number(int(start[8:10]))}"


def _lines(row: TimelineRow) -> Iterator["Text"]:
    from rich.text import Text

    yield Text.assemble((plain(row.what), "bold"), "  ", (plain(row.status_label), _STYLES.get(row.status, "")), "  ", (short_id(row.id), "dim"))
    detail = " · ".join(_details(row))
    if detail:
        yield Text(plain(detail))
    quote = Text.assemble(("« ", "dim"), (plain(row.quote), "italic"), (" »", "dim"))
    source = f" — {plain(row.outlet)}" + (f", {french_day(row.published)}" if row.published else "")
    yield Text.assemble(quote, (source, "dim"))
    yield Text(_who(row), style="dim" if not row.claimed_by else "yellow")


def _details(row: TimelineRow) -> Iterator[str]:
    """What the summary does not say already."""
    if row.place is not None and row.place not in row.what:
        yield row.place
    others = [name for name in row.participants if name not in row.what]
    if others:
        yield ", ".join(others)


def _who(row: TimelineRow) -> str:
    count = f"{row.sources} sources indépendantes" if row.sources > 1 else "1 source"
    disputed = ", contesté" if row.state == "disputed" else ""
    return f"selon {plain(', '.join(row.claimed_by))} ({count}{disputed})" if row.claimed_by else f"{count}{disputed}"
