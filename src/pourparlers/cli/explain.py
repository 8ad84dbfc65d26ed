"""`pourparlers explain`."""

from typing import TYPE_CHECKING, Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, AsOf, Dossier

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from pourparlers.views.explain import Explanation, Quoted, Section


def explain(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id of a document, claim or entry, or how it begins.")],
    dossier: Dossier = DEFAULT_DOSSIER,
    as_of: AsOf = None,
) -> None:
    """Explain why a value is what it is.

    The passage, the rule that read it, who tells it, the reasoning over days, and what links it to other articles.
    """
    if not identifier.strip():
        raise typer.BadParameter("must not be empty: `pourparlers show timeline` lists ids", param_hint="'ID'")
    from pourparlers.cli.opened import opened
    from pourparlers.views import explain as explaining

    with opened(dossier, as_of) as (view, scene):
        _print(explaining.explain(view, scene, identifier))


def _print(explanation: "Explanation") -> None:
    from rich.text import Text

    from pourparlers.cli.output import plain
    from pourparlers.cli.terminal import page

    with page() as out:
        out.print(Text(plain(explanation.title), style="bold"))
        out.print(Text(explanation.id, style="dim"))
        for section in explanation.sections:
            _print_section(out, section)


def _print_section(out: "Console", section: "Section") -> None:
    from rich.padding import Padding
    from rich.text import Text

    from pourparlers.cli.output import plain

    out.print(Text(f"\n{section.heading}", style="bold cyan"))
    for line in section.lines:
        indent = len(line) - len(line.lstrip(" "))
        out.print(Padding(Text(plain(line)), (0, 0, 0, 2 + indent), expand=False))
    for i, quoted in enumerate(section.passages):
        out.print(Padding(_passage(quoted), (min(i, 1), 0, 0, 2), expand=False))


def _passage(quoted: "Quoted") -> "Text":
    from rich.text import Text

    from pourparlers.cli.output import inline, plain

    around = quoted.passage
    return Text.assemble(
        (f"{plain(quoted.source)}, {quoted.place}, règle {plain(quoted.rule)}\n", "dim"),
        _in_lines(around.before.lstrip()),
        (f"[{inline(around.words)}]", "bold yellow"),
        _in_lines(around.after.rstrip()),
    )


def _in_lines(text: str) -> str:
    """What surrounds a passage, harmless, with the line breaks that part a title from the text."""
    from pourparlers.cli.output import inline

    lines = "\n".join(inline(line) for line in text.split("\n") if line.strip() or line == text)
    return ("\n" if text.startswith("\n") else "") + lines + ("\n" if text.endswith("\n") and text.strip() else "")
