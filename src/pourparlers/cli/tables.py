"""Rows as a table that fits the width."""

import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pourparlers.cli.columns import Column
from pourparlers.cli.output import plain
from pourparlers.cli.terminal import page

#: Blanks between two columns.
_GAP = 2
#: A word may be cut when it is longer than that.
_WORD = 13
#: No column that is wrapped gets narrower than that for want of room.
_LEAST = 6


def print_table(rows: Sequence[Any], columns: Sequence[Column]) -> None:
    """Prints the rows; long cells are wrapped."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    cells = [[plain(column.text(row)) for column in columns] for row in rows]
    with page() as out:
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0), header_style="bold")
        wide = widths(columns, cells, out.width)
        for column, width in zip(columns, wide, strict=True):
            table.add_column(Text(column.heading), width=width, overflow="fold")
        for line in _without_repeats(cells, columns):
            table.add_row(*(Text(_wrapped(text, width)) for text, width in zip(line, wide, strict=True)))
        out.print(table)


def _wrapped(text: str, width: int) -> str:
    """A cell in lines of at most `width` characters, broken at blanks and behind hyphens, never at unbreakable blanks; only longer words are cut."""
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=True)) if width > 0 else text


def _without_repeats(cells: list[list[str]], columns: Sequence[Column]) -> list[list[str]]:
    """The cells, those of `once` columns left blank where the row above says the same."""
    if not cells:
        return []
    rest = [
        ["" if column.once and now == then else now for column, now, then in zip(columns, below, above, strict=True)]
        for above, below in pairwise(cells)
    ]
    return [cells[0], *rest]


def widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """How wide each column is, so that all fit into `total`: those that are never wrapped as wide as their longest cell, the others as wide as
    their longest word at least and then by their weights, none wider than it needs. Where there is no room for the words, those
    of the widest columns are cut."""
    from rich.cells import cell_len

    texts = [[column.heading, *(line[i] for line in cells)] for i, column in enumerate(columns)]
    needs = [max(map(cell_len, found)) for found in texts]
    words = [min(_WORD, max(cell_len(word) for text in found for word in text.split() or [""])) for found in texts]
    given = [need if column.weight == 0 else word for column, need, word in zip(columns, needs, words, strict=True)]
    left = total - sum(given) - _GAP * (len(columns) - 1)
    wrapped = [i for i in range(len(columns)) if columns[i].weight > 0 and given[i] > _LEAST]
    while left < 0 and wrapped:
        widest = max(wrapped, key=lambda i: given[i])
        given[widest] -= 1
        left += 1
        wrapped = [i for i in wrapped if given[i] > _LEAST]
    hungry = [i for i in range(len(columns)) if given[i] < needs[i]]
    while hungry and left > 0:
        share = left / sum(columns[i].weight for i in hungry)
        served = [i for i in hungry if needs[i] - given[i] <= share * columns[i].weight]
        for i in served or hungry:
            more = needs[i] - given[i] if served else int(share * columns[i].weight)
            given[i] += more
            left -= more
        hungry = [i for i in hungry if i not in served] if served else []
    return given
