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
    """The day in the margin, the summary beside its mark, everything else below the summary."""
    from rich.text import Text

    mark, colour = _MARKS.get(row.status, ("●", ""))
    left = Text.assemble((_day(row).ljust(_MARGIN), "bold"), (f"{mark} ", colour))
    for line in _lines(row):
        for part in line.wrap(out, out.width - len(left)):
            yield left + part
            left = Text(" " * len(left))
    yield Text()


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

    yield Text(plain(row.what), style="bold")
    detail = " · ".join(_details(row))
    if detail:
        yield Text(plain(detail))
    source = f", {french_day(row.published)}" if row.published else ""
    yield Text.assemble("« ", (_quoted(row.quote), "italic"), " » — ", f"{plain(row.outlet)}{source}")
    yield Text.assemble((row.status_label, _MARKS.get(row.status, ("", ""))[1]), (f" · {_who(row)} · {short_id(row.id)}", "dim"))


def _quoted(text: str) -> str:
    """A passage to stand in guillemets: those that it holds become inner ones."""
    return plain(text).replace("« ", "“").replace(" »", "”").replace("« ", "“").replace(" »", "”").replace("«", "“").replace("»", "”")


def _details(row: TimelineRow) -> Iterator[str]:
    """What the summary does not say already."""
    if row.place is not None and row.place not in row.what:
        yield row.place
    others = [name for name in row.participants if name not in row.what]
    if others:
        yield ", ".join(others)


def _who(row: TimelineRow) -> str:
    """How many say so, and who, unless the summary names them."""
    count = f"{row.sources} sources indépendantes" if row.sources > 1 else "1 source"
    unsaid = [name for name in row.claimed_by if name not in row.what]
    told = f"selon {plain(', '.join(unsaid))} · " if unsaid and "selon" not in row.what else ""
    return f"{told}{count}{' · contesté' if row.state == 'disputed' else ''}"
