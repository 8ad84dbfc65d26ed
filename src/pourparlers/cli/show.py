"""`pourparlers show`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pourparlers.cli.grouped import options_of
from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier, Format, Redact, RowFormat

if TYPE_CHECKING:
    from pourparlers.store import View
    from pourparlers.views.shown import Shown


#: People without a known side who are named below the actors.
_ORPHANS = 20


class What(StrEnum):
    """What `show` can show: the views."""

    timeline = "timeline"
    talks = "talks"
    positions = "positions"
    commitments = "commitments"
    statements = "statements"
    figures = "figures"
    disagreements = "disagreements"
    scope = "scope"
    actors = "actors"
    places = "places"
    sources = "sources"
    issues = "issues"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of which dossier is to be shown, and how."""

    what: Annotated[What, typer.Argument(metavar="WHAT", help="What to show.")]
    dossier: Dossier = DEFAULT_DOSSIER
    as_of: AsOf = None
    form: RowFormat = Format.table
    everything: Annotated[bool, typer.Option("--all", help="The timeline with what one source tells without day, place or names.")] = False
    main: Annotated[bool, typer.Option("--main", help="Of the timeline, only what carries the process: talks, offers, accords, truces…")] = False
    redact: Redact = None


@options_of(Wanted)
def show(wanted: Wanted) -> None:
    """Show what a dossier holds.

    \b
    timeline       the events by day, each with its claimant and its sentence
    talks          meetings and calls, with rounds, hosts and mediators
    positions      what each party demands, offers, accepts or refuses
    commitments    truces, corridors, exchanges…, and what became of them
    statements     who said what, and when
    figures        quantities, with whoever gives them
    disagreements  what is told in versions that cannot all be right
    scope          the processes that the articles tell of, with their parties
    actors         who acts or speaks, and for whom
    places         where events took place
    sources        the articles, their days and their reprints
    issues         whatever was not understood
    """
    from pourparlers.cli.opened import opened

    what = wanted.what
    with opened(wanted.dossier, wanted.as_of, wanted.redact or ()) as (view, scene):
        rows, shape = _rows(what, view, scene)
        if what is What.timeline:
            rows = _chosen(rows, wanted.everything, wanted.main)
        _print(what, wanted.form, rows, shape)
        if what is What.actors:
            _tell_orphans(rows)
        if scene.undated and what is not What.issues:
            names = ", ".join(sorted(scene.names[document] for document in scene.undated))
            typer.echo(f"left out, since their day is not known: {names}", err=True)


def _chosen(rows: list[Any], everything: bool, main: bool) -> list[Any]:
    """The rows of the timeline that are wanted; how many are left out goes to standard error."""
    told = rows if everything else [row for row in rows if not row.minor]
    kept = [row for row in told if row.main] if main else told
    if len(told) < len(rows):
        typer.echo(f"{len(rows) - len(told)} hidden, told once without day, place or names: --all shows them", err=True)
    if len(kept) < len(told):
        typer.echo(f"{len(told) - len(kept)} beside the process left out: without --main they are shown", err=True)
    return kept


def _tell_orphans(rows: list[Any]) -> None:
    """Names the people of whom no article says for whom they act, the most told of first."""
    orphans = [row.name for row in rows if row.part == "unknown" and row.name[:1].isupper()]
    if orphans:
        some = ", ".join(orphans[:_ORPHANS]) + (f" and {len(orphans) - _ORPHANS} more" if len(orphans) > _ORPHANS else "")
        typer.echo(f"no article says for whom they act: {some} (`pourparlers review side NAME SIDE` tells it)", err=True)


def _rows(what: What, view: "View", scene: "Shown") -> tuple[list[Any], type]:
    """The rows of a view, and their class."""
    from importlib import import_module

    module = import_module(f"pourparlers.views.{what.value}")
    rows: list[Any] = getattr(module, what.value)(view if what is What.issues else scene)
    shape: type = getattr(module, _ROWS[what])
    return rows, shape


_ROWS = {
    What.timeline: "TimelineRow",
    What.talks: "TalksRow",
    What.positions: "PositionRow",
    What.commitments: "CommitmentRow",
    What.statements: "StatementRow",
    What.figures: "FigureRow",
    What.disagreements: "DisagreementRow",
    What.scope: "ScopeRow",
    What.actors: "ActorRow",
    What.places: "PlaceRow",
    What.sources: "SourceRow",
    What.issues: "IssueRow",
}


def _print(what: What, form: Format, rows: list[Any], shape: type) -> None:
    from pourparlers.cli.output import lines_to
    from pourparlers.exports.rows import csv_lines, json_lines

    if form is not Format.table:
        lines_to(None, json_lines(rows) if form is Format.json else csv_lines(rows, shape))
    elif not rows:
        typer.echo("nothing to show")
    elif what is What.timeline:
        from pourparlers.cli.chronology import print_timeline

        print_timeline(rows)
    else:
        from pourparlers.cli.columns import COLUMNS
        from pourparlers.cli.tables import print_table

        print_table(rows, COLUMNS[what.value])
