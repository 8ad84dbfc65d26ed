"""`pourparlers review agreement`."""

from typing import TYPE_CHECKING

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, Dossier, Format, RowFormat

if TYPE_CHECKING:
    from pourparlers.agreement import Agreement


def agreement(dossier: Dossier = DEFAULT_DOSSIER, form: RowFormat = Format.table) -> None:
    """Tell how far every two people agree.

    Cohen's kappa for each kind of decision, on what both have judged.
    """
    from pourparlers.agreement import Agreement, agreed
    from pourparlers.cli.columns import Column
    from pourparlers.cli.opened import opened
    from pourparlers.cli.output import lines_to
    from pourparlers.cli.tables import print_table
    from pourparlers.exports.rows import csv_lines, json_lines

    with opened(dossier, None) as (view, _):
        rows = agreed(view)
    if form is not Format.table:
        lines_to(None, json_lines(rows) if form is Format.json else csv_lines(rows, Agreement))
    elif not rows:
        typer.echo("nothing to compare: fewer than two people have merged, split, rejected, confirmed or set anything")
    else:
        columns = (
            Column("people", lambda row: f"{row.first}, {row.second}", 2, once=True),
            Column("decision", lambda row: row.kind, 2),
            Column("both decided", lambda row: str(row.things)),
            Column("agreed", lambda row: str(row.agreed)),
            Column("kappa", _told, 3),
        )
        print_table(rows, columns)


def _told(row: "Agreement") -> str:
    return f"{row.kappa:.2f}" if row.kappa is not None else f"undefined: {row.why}"
