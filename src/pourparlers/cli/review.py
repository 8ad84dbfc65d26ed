"""`pourparlers review`: what people decide about the chronicle."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER, Dossier
from pourparlers.clock import now

if TYPE_CHECKING:
    from pourparlers.model.chronicle import Judgement
    from pourparlers.store import Store

review = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide, by name and with a reason, what rules got wrong. Nothing is lost: retract undoes.",
)


def _moment(text: str) -> str:
    """An ISO time given on the command line. Raises BadParameter, which exits with 2, when it is none."""
    try:
        return datetime.datetime.fromisoformat(text).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no time: write it as YYYY-MM-DDTHH:MM:SS") from None


def _said(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("must not be empty")
    return " ".join(text.split())


By = Annotated[str, typer.Option("--by", metavar="NAME", parser=_said, help="Who decides.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", parser=_said, help="Why.")]
Time = Annotated[str | None, typer.Option("--time", metavar="TIME", parser=_moment, help="When it was decided (ISO 8601). Default: now.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of entries or claims, or how they begin.")]
Only = Annotated[str | None, typer.Option("--document", metavar="NAME", help="Only what this document tells of the entry.")]


@review.command()
def merge(ids: Ids, by: By, reason: Reason, time: Time = None, dossier: Dossier = DEFAULT_DOSSIER) -> None:
    """Make one entry of several."""
    if len(ids) < 2:
        raise typer.BadParameter("name two ids at least: one entry is made of them")
    _decide(dossier, ("merge", by, reason, time), ids)


@review.command()
def split(ids: Ids, by: By, reason: Reason, time: Time = None, document: Only = None, dossier: Dossier = DEFAULT_DOSSIER) -> None:
    """Make these claims, and only these, an entry of their own."""
    _decide(dossier, ("split", by, reason, time), ids, document=document)


@review.command()
def reject(ids: Ids, by: By, reason: Reason, time: Time = None, document: Only = None, dossier: Dossier = DEFAULT_DOSSIER) -> None:
    """Take claims, or whole entries, out of the chronicle."""
    _decide(dossier, ("reject", by, reason, time), ids, document=document)


@review.command()
def confirm(ids: Ids, by: By, reason: Reason, time: Time = None, dossier: Dossier = DEFAULT_DOSSIER) -> None:
    """Hold the values of entries for established."""
    for one in ids:
        _decide(dossier, ("confirm", by, reason, time), [one])


@review.command(name="set")
def set_value(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id of an entry, or how it begins.")],
    value: Annotated[str, typer.Argument(metavar="FIELD=VALUE", help="A field (start, end, status, type, summary, round) and its value.")],
    by: By,
    reason: Reason,
    time: Time = None,
    dossier: Dossier = DEFAULT_DOSSIER,
) -> None:
    """Give a field of an entry another value."""
    _decide(dossier, ("set", by, reason, time), [identifier], value=value)


@review.command()
def side(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An actor, as `show actors` names it.")],
    value: Annotated[str, typer.Argument(metavar="SIDE", help="The party that it is or acts for; mediator; or third.")],
    by: By,
    reason: Reason,
    time: Time = None,
    dossier: Dossier = DEFAULT_DOSSIER,
) -> None:
    """Say on which side somebody stands."""
    from pourparlers.reviewing import Decision, judge_side
    from pourparlers.store import Store

    store = Store.open(dossier)
    with store.view() as view:
        made = judge_side(view, Decision("side", by, reason, time or now(), value), name)
    _keep(store, [made])


@review.command()
def retract(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement, or how it begins.")],
    by: By,
    reason: Reason,
    time: Time = None,
    dossier: Dossier = DEFAULT_DOSSIER,
) -> None:
    """Undo a judgement; a retraction too."""
    from pourparlers.reviewing import Decision, retraction
    from pourparlers.store import Store

    store = Store.open(dossier)
    with store.view() as view:
        made = retraction(view, Decision("retract", by, reason, time or now()), judgement)
    _keep(store, [made])


@review.command()
def log(dossier: Dossier = DEFAULT_DOSSIER) -> None:
    """List all judgements, the oldest first."""
    from pourparlers.cli.columns import short_id
    from pourparlers.cli.output import lines_to, plain
    from pourparlers.reviewing import standing
    from pourparlers.store import Store

    with Store.open(dossier).view() as view:
        judgements = view.judgements()
    standing_ids = standing(judgements)
    lines_to(None, (plain(_line(j, short_id(j.id))) + ("" if j.id in standing_ids or j.verb == "retract" else " [retracted]") for j in judgements))


@review.command()
def export(
    dossier: Dossier = DEFAULT_DOSSIER,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write. Default: standard output.")] = None,
) -> None:
    """Write all judgements as JSON Lines."""
    from pourparlers.cli.output import lines_to
    from pourparlers.reviewing import to_lines
    from pourparlers.store import Store

    with Store.open(dossier).view() as view:
        lines_to(output, to_lines(view.judgements()))


@review.command(name="import")
def import_log(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What `review export` wrote.")],
    dossier: Dossier = DEFAULT_DOSSIER,
) -> None:
    """Add the judgements of a file. Those that are known already stay as they are."""
    from pourparlers.errors import SourceError
    from pourparlers.reviewing import from_lines
    from pourparlers.store import Store

    store = Store.open(dossier)
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise SourceError(f"{source} is no log of judgements: name a file that `pourparlers review export` wrote") from error
    _keep(store, from_lines(lines, str(source)))


def _decide(dossier: str, said: tuple[str, str, str, str | None], ids: list[str], value: str | None = None, document: str | None = None) -> None:
    """Makes and keeps a judgement. said: the verb, who, why and when."""
    from pourparlers.derivation import derive_chronicle
    from pourparlers.reviewing import Decision, judge
    from pourparlers.store import Store

    verb, by, reason, time = said
    store = Store.open(dossier)
    derive_chronicle(store)
    with store.view() as view:
        made = judge(view, Decision(verb, by, reason, time or now(), value), ids, document)
    _keep(store, [made])


def _keep(store: "Store", judgements: "list[Judgement]") -> None:
    """Appends judgements to the log, derives the chronicle again, and says what could not be applied."""
    from pourparlers.cli.columns import short_id
    from pourparlers.cli.output import plain
    from pourparlers.derivation import derive_chronicle

    with store.writer() as writer:
        for judgement in judgements:
            writer.judgement(judgement)
    derive_chronicle(store)
    for judgement in judgements:
        typer.echo(plain(_line(judgement, short_id(judgement.id))))
    with store.view() as view:
        for issue in view.issues():
            if issue.stage == "review":
                typer.echo(plain(issue.message), err=True)


def _line(judgement: "Judgement", short: str) -> str:
    value = "" if judgement.value is None else f" {judgement.value}"
    return f"{short}  {judgement.time}  {judgement.who}: {judgement.verb}{value} ({len(judgement.targets)}) — {judgement.reason}"
