"""All commands, in the order in which `--help` lists them."""

from typing import Any

import typer
from typer.core import TyperGroup

from pourparlers import __version__
from pourparlers.cli.agreement import agreement
from pourparlers.cli.changes import changes
from pourparlers.cli.doctor import doctor
from pourparlers.cli.explain import explain
from pourparlers.cli.export import export
from pourparlers.cli.output import write_no_more
from pourparlers.cli.read import read
from pourparlers.cli.report import report
from pourparlers.cli.review import review
from pourparlers.cli.search import search
from pourparlers.cli.serve import serve
from pourparlers.cli.show import show
from pourparlers.cli.watch import watch


class Commands(TyperGroup):
    """Commands whose reader may have read enough (`show … | head`): that is no failure, as Typer would have it. What they say of wrong values is
    said without the words that only programmers need."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command that was named. Exits with 0 when nobody reads what it prints any more."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise
        except BrokenPipeError:
            write_no_more()
            raise typer.Exit from None


app = typer.Typer(
    cls=Commands,
    name="pourparlers",
    help="Reads news articles on a peace process and rebuilds it as a chronicle in which every value points at its sentence and its claimant.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pourparlers {__version__}")
        raise typer.Exit


@app.callback()
def _root(version: bool = typer.Option(False, "--version", help="Print the version and exit.", callback=_print_version, is_eager=True)) -> None:
    pass


app.command()(read)
app.command()(watch)
app.command()(show)
app.command()(explain)
app.command()(search)
app.command()(export)
app.command()(report)
app.command()(serve)
app.command()(changes)
app.command()(doctor)
review.command()(agreement)
app.add_typer(review, name="review")
