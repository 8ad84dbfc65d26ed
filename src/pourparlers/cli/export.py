"""`pourparlers export`."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, Dossier

if TYPE_CHECKING:
    from pourparlers.store import View


class Format(StrEnum):
    """What `export` can write."""

    claims = "claims"
    timex = "timex"
    documents = "documents"
    chronicle = "chronicle"


def export(
    form: Annotated[Format, typer.Option("--format", help="What to write.")],
    dossier: Dossier = DEFAULT_DOSSIER,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write. Default: standard output.")] = None,
    alone: Annotated[bool, typer.Option("--alone", help="Days as each article tells them by itself (documents).")] = False,
) -> None:
    """Write a dossier as JSON Lines."""
    from pourparlers.cli.output import json_line, lines_to
    from pourparlers.derivation import derive_chronicle
    from pourparlers.store import Store

    store = Store.open(dossier)
    derive_chronicle(store)
    with store.view() as view:
        lines_to(output, (json_line(record) for record in _records(view, form, alone)))


def _records(view: "View", form: Format, alone: bool) -> Iterator[dict[str, Any]]:
    from pourparlers.exports import chronicle, claims, documents, timex

    if form is Format.documents:
        return documents.records(view, alone)
    if alone:
        raise typer.BadParameter("--alone goes with --format documents")
    if form is Format.claims:
        return claims.records(view)
    return timex.records(view) if form is Format.timex else chronicle.records(view)
