"""`pourparlers report`."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pourparlers.cli.grouped import options_of
from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier, Redact


class Language(StrEnum):
    """Languages of a report."""

    fr = "fr"
    en = "en"


class Sources(StrEnum):
    """Whose sources a report carries."""

    all = "all"
    events = "events"
    none = "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is wanted, and where."""

    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write, in HTML.")]
    dossier: Dossier = DEFAULT_DOSSIER
    as_of: AsOf = None
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What to call it. Default: the name of the dossier's file.")] = None
    language: Annotated[Language, typer.Option("--language", help="Of headings and labels; what articles say stays French.")] = Language.fr
    sources: Annotated[
        Sources | None, typer.Option("--print-sources", help="Whose sentences to carry. Default: all, or events where there are many entries.")
    ] = None
    full_text: Annotated[bool, typer.Option("--full-text", help="Carry whole articles rather than excerpts.")] = False
    redact: Redact = None


@options_of(Wanted)
def report(wanted: Wanted) -> None:
    """Write a dossier as one HTML file that needs no network.

    It opens from disk, can be mailed and printed, and can be read without script.
    """
    from pourparlers.cli.opened import opened
    from pourparlers.cli.output import lines_to
    from pourparlers.report import Cited, Contents, build_report
    from pourparlers.store import Store
    from pourparlers.views.redacted import RedactedView

    called = wanted.title or Store.open(wanted.dossier).title
    contents = Contents(None if wanted.sources is None else Cited(wanted.sources.value), wanted.full_text)
    with opened(wanted.dossier, wanted.as_of, wanted.redact or ()) as (view, scene):
        called = view.hide(called) if isinstance(view, RedactedView) else called
        page = build_report(view, scene, called, wanted.language.value, as_of=wanted.as_of, contents=contents)
        lines_to(wanted.output, [page])
    typer.echo(f"{wanted.output}: {wanted.output.stat().st_size / 1e6:.1f} MB", err=True)
