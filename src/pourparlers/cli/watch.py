"""`pourparlers watch`."""

from typing import TYPE_CHECKING, Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, Dossier
from pourparlers.cli.read import report
from pourparlers.clock import today
from pourparlers.patience import PATIENCE

if TYPE_CHECKING:
    from pourparlers.reading import Summary
    from pourparlers.store import Store


def _feed(text: str) -> str:
    """A feed as it was given. Raises BadParameter, which exits with 2, for an address that is not fetched."""
    from pourparlers.errors import SourceError
    from pourparlers.fetching import check

    if not text:
        raise typer.BadParameter("a feed has no name: name an address or a file")
    try:
        check(text)
    except SourceError as error:
        raise typer.BadParameter(str(error)) from None
    return text


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", parser=_feed, help="RSS or Atom: addresses (http, https) or files.")],
    dossier: Dossier = DEFAULT_DOSSIER,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, and end: for cron and other schedules.")] = False,
    every: Annotated[float, typer.Option(metavar="MINUTES", min=1, help="How long to wait before asking again.")] = 15,
    everything: Annotated[
        bool, typer.Option("--all", help="Read the claims of every article, also where it seems to be about no peace process.")
    ] = False,
    time_limit: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long one article may take.")] = PATIENCE,
) -> None:
    """Read into a dossier what feeds tell, again and again.

    Only what stands in a feed itself is read: the addresses in it are kept, and not followed.
    """
    import time

    from pourparlers.store import Store

    store = Store.create(dossier)
    try:
        while True:
            summary = _poll(store, feeds, everything, time_limit)
            if once:
                break
            time.sleep(60 * every)
    except KeyboardInterrupt:
        typer.echo("interrupted: what was read is kept", err=True)
        raise typer.Exit(130) from None
    if summary.failed:
        raise typer.Exit(1)


def _poll(store: "Store", feeds: list[str], everything: bool, time_limit: float) -> "Summary":
    from pourparlers.cli.progress import progress
    from pourparlers.polling import poll
    from pourparlers.reading import Options

    with progress() as advance:
        summary = poll(store, feeds, Options(today(), everything, patience=time_limit, assumed=True), advance)
    report(summary)
    return summary
