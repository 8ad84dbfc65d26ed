"""`pourparlers search`."""

from typing import TYPE_CHECKING, Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier, Format, RowFormat

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from pourparlers.views.search import Hit


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help='Words, inflected as may be; words in "quotation marks" must follow one another.')],
    dossier: Dossier = DEFAULT_DOSSIER,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="The most documents to list.")] = 20,
    form: RowFormat = Format.table,
) -> None:
    """Search the articles.

    Those that hold all the words, the best first.
    """
    if not any(map(str.isalnum, text)):
        raise typer.BadParameter("name a word to search for", param_hint="'TEXT'")
    from pourparlers.cli.opened import opened
    from pourparlers.cli.output import lines_to
    from pourparlers.cli.terminal import page
    from pourparlers.exports.rows import csv_lines, json_lines
    from pourparlers.views import search as searching

    with opened(dossier, as_of) as (view, scene):
        hits = searching.search(view, scene, text, limit)
    if form is not Format.table:
        lines_to(None, json_lines(hits) if form is Format.json else csv_lines(hits, searching.Hit))
        return
    if not hits:
        typer.echo("nothing found")
    with page() as out:
        for hit in hits:
            _print(out, hit)


def _print(out: "Console", hit: "Hit") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from pourparlers.cli.columns import short_id
    from pourparlers.cli.output import plain
    from pourparlers.views.days import french_day

    source = ", ".join(part for part in (hit.outlet if hit.outlet != hit.name else "", french_day(hit.published)) if part)
    out.print(Text.assemble((plain(hit.name), "bold"), (f" ({plain(source)})" if source else "", "dim"), "  ", (short_id(hit.document), "dim")))
    out.print(Padding(_snippet(hit), (0, 0, 0, 2), expand=False))
    if hit.entries:
        entries = ", ".join(short_id(entry) for entry in hit.entries)
        out.print(Padding(Text(f"chronique : {entries}", style="dim"), (0, 0, 0, 2), expand=False))
    out.print()


def _snippet(hit: "Hit") -> "Text":
    from rich.text import Text

    from pourparlers.cli.output import inline

    snippet, last = Text(), 0
    for start, end in hit.marks:
        snippet.append(inline(hit.snippet[last:start]))
        snippet.append(inline(hit.snippet[start:end]), style="bold yellow")
        last = end
    snippet.append(inline(hit.snippet[last:]))
    return Text("… ") + snippet + Text(" …")
