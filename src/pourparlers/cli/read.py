"""`pourparlers read`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from pourparlers.cli.grouped import options_of
from pourparlers.cli.options import DEFAULT_DOSSIER, Dossier, day
from pourparlers.clock import today
from pourparlers.patience import PATIENCE

if TYPE_CHECKING:
    from pourparlers.reading import Summary


def _cluster(text: str) -> str:
    """An address as it was given. Raises BadParameter, which exits with 2, when it names no cluster."""
    from pourparlers.cluster.address import cluster_of
    from pourparlers.errors import ClusterError

    try:
        cluster_of(text)
    except ClusterError as error:
        raise typer.BadParameter(str(error)) from None
    return text


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read, into which dossier, and how."""

    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files (.txt, .html, .jsonl, .csv, .xml), folders, or - for standard input.")]
    dossier: Dossier = DEFAULT_DOSSIER
    known_by: Annotated[
        str | None,
        typer.Option(metavar="DATE", parser=day, help="The day by which the articles were known (YYYY-MM-DD). Default: today."),
    ] = None
    everything: Annotated[
        bool,
        typer.Option("--all", help="Read the claims of every article, also where it seems to be about no peace process."),
    ] = False
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Number of processes. Default: one for each core, one in all for a few articles.")
    ] = None
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", parser=_cluster, help="Read on a Dask cluster: tcp://HOST:8786, or local[:N] for N processes here."),
    ] = None
    time_limit: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long one article may take.")] = PATIENCE


@options_of(Wanted)
def read(wanted: Wanted) -> None:
    """Read articles into a dossier, and derive its chronicle.

    What the dossier holds already is not read again: an interrupted run is simply run again.
    """
    check_named(wanted.sources)
    if wanted.cluster is not None:
        _check_cluster(wanted)
    from pourparlers.cli.progress import progress
    from pourparlers.reading import Options, read_into
    from pourparlers.store import Store

    store = Store.create(wanted.dossier)
    horizon, assumed = wanted.known_by or today(), wanted.known_by is None
    options = Options(horizon, wanted.everything, wanted.workers, wanted.time_limit, assumed, wanted.cluster)
    try:
        with progress() as advance:
            summary = read_into(store, wanted.sources, options, advance)
    except KeyboardInterrupt:
        typer.echo("interrupted: what was read is kept; run the same command again to go on", err=True)
        raise typer.Exit(130) from None
    report(summary)
    if summary.failed:
        raise typer.Exit(1)


def check_named(sources: list[str]) -> None:
    """Raises BadParameter for a source without a name (a variable of the shell that holds nothing): it would be the current folder."""
    if "" in sources:
        raise typer.BadParameter("a source has no name: name a file, a folder, or - for standard input", param_hint="'SOURCE'")


def _check_cluster(wanted: Wanted) -> None:
    """Raises BadParameter where options do not go together, and ClusterError where Dask is missing, before a dossier is made for nothing."""
    from importlib import import_module

    if wanted.workers is not None:
        raise typer.BadParameter("--workers does not go with --cluster: its scheduler knows the workers; local:N starts N of them")
    import_module("pourparlers.cluster.engine")


def report(summary: "Summary") -> None:
    """Tells on standard error what a run did, and what could not be read."""
    from pourparlers.cli.output import plain

    failed = f", {len(summary.failed)} could not be read:" if summary.failed else ""
    typer.echo(f"{summary.read} read, {summary.known} already known{failed}", err=True)
    if summary.earlier:
        typer.echo(
            f"{summary.earlier} were known by an earlier day already: they stay dated by that (a new dossier would use the later one)", err=True
        )
    for issue in summary.failed:
        document, message = plain(issue.document), plain(issue.message)
        typer.echo(f"  {message if message.startswith(document) else f'{document}: {message}'}", err=True)
    if summary.left_out:
        typer.echo(f"left out: {summary.left_out} (files of other kinds, days that are none…), named by `pourparlers show issues`", err=True)
