"""`pourparlers export`."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier, Redact

if TYPE_CHECKING:
    from pourparlers.store import View
    from pourparlers.views.shown import Shown


class Format(StrEnum):
    """What `export` can write."""

    claims = "claims"
    timex = "timex"
    documents = "documents"
    chronicle = "chronicle"
    csl = "csl"


def export(
    form: Annotated[Format, typer.Option("--format", help="What to write.")],
    dossier: Dossier = DEFAULT_DOSSIER,
    as_of: AsOf = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write. Default: standard output.")] = None,
    alone: Annotated[bool, typer.Option("--alone", help="Days as each article tells them by itself (documents).")] = False,
    redact: Redact = None,
) -> None:
    """Write a dossier as rows for other programs.

    JSON Lines; the references of its articles (csl) as one JSON array.
    """
    from pourparlers.cli.opened import opened
    from pourparlers.cli.output import json_line, lines_to

    if alone and form is not Format.documents:
        raise typer.BadParameter("--alone goes with --format documents")
    if redact and form is Format.timex:
        raise typer.BadParameter("--redact does not go with --format timex: its offsets point into the articles as they were given")
    with opened(dossier, as_of, redact or ()) as (view, scene):
        lines = (json_line(record) for record in _records(view, scene, form, alone))
        lines_to(output, _array(lines) if form is Format.csl else lines)


def _array(lines: Iterator[str]) -> Iterator[str]:
    """Lines of JSON as one array: programs for references take no other."""
    yield "["
    yield from (line if i == 0 else f",{line}" for i, line in enumerate(lines))
    yield "]"


def _records(view: "View", scene: "Shown", form: Format, alone: bool) -> Iterator[dict[str, Any]]:
    from pourparlers.exports import chronicle, citations, claims, documents, timex

    if form is Format.documents:
        return documents.records(view, scene, alone)
    if form is Format.timex:
        return timex.records(view, scene)
    if form is Format.csl:
        return citations.records(scene)
    return claims.records(scene) if form is Format.claims else chronicle.records(scene)
