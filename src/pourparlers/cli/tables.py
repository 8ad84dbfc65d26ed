"""Rows as a table that fits the width."""

from collections.abc import Sequence
from typing import Any

from pourparlers.cli.columns import Column
from pourparlers.cli.output import plain
from pourparlers.cli.terminal import page


def print_table(rows: Sequence[Any], columns: Sequence[Column]) -> None:
    """Prints the rows; long cells are wrapped."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column.heading), overflow="fold", no_wrap=not column.wraps)
    above: list[str] = []
    for row in rows:
        cells = [plain(column.text(row)) for column in columns]
        shown = ["" if column.once and above and above[i] == cells[i] else cells[i] for i, column in enumerate(columns)]
        table.add_row(*(Text(cell) for cell in shown))
        above = cells
    with page() as out:
        out.print(table)
