"""`pourparlers changes`."""

from typing import Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier, Format, RowFormat, day


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DATE", parser=day, help="What became known after that day (YYYY-MM-DD).")],
    dossier: Dossier = DEFAULT_DOSSIER,
    as_of: AsOf = None,
    form: RowFormat = Format.table,
) -> None:
    """Show what is new, changed or contradicted since a day.

    Events, commitments, positions and figures, as they could be known by the end of that day and as they are known now.
    """
    if as_of is not None and as_of < since:
        raise typer.BadParameter(f"--as-of {as_of} lies before --since {since}: nothing can have changed since then")
    from pourparlers.cli.columns import COLUMNS
    from pourparlers.cli.opened import opened
    from pourparlers.cli.output import lines_to
    from pourparlers.cli.tables import print_table
    from pourparlers.exports.rows import csv_lines, json_lines
    from pourparlers.views import changes as comparing
    from pourparlers.views.shown import shown

    with opened(dossier, as_of) as (view, scene):
        rows = comparing.changes(shown(view, since), scene)
    if form is not Format.table:
        lines_to(None, json_lines(rows) if form is Format.json else csv_lines(rows, comparing.ChangeRow))
    elif not rows:
        typer.echo("nothing has changed")
    else:
        print_table(rows, COLUMNS["changes"])
