"""Options that several commands share."""

import datetime
from enum import StrEnum
from typing import Annotated

import typer


def day(text: str) -> str:
    """An ISO day given on the command line. Raises BadParameter, which exits with 2, when it is none."""
    try:
        if len(text) != 10:
            raise ValueError("not YYYY-MM-DD")
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as YYYY-MM-DD, for instance 2022-03-31") from None


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


Dossier = Annotated[str, typer.Option("--dossier", metavar="FILE", help="The dossier: a file, or postgresql://USER@HOST/DATABASE.")]
DEFAULT_DOSSIER = "dossier.db"
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", parser=day, help="As it could be known by the end of that day (YYYY-MM-DD)."),
]
Redact = Annotated[
    list[str] | None,
    typer.Option("--redact", metavar="NAME", help="Hide this name everywhere, other spellings too; may be given several times."),
]
RowFormat = Annotated[Format, typer.Option("--format", help="A table to read, or rows for other programs.")]
