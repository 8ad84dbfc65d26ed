"""One line of plain French for an entry."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.chronicle.french import at, listed, named, number, of, ordinal
from pourparlers.chronicle.told import Told
from pourparlers.lexicon import load
from pourparlers.model.claim import Agent, Commitment, Event, Figure, Position, Statement
from pourparlers.model.mention import Place

#: Participants named in one line, and characters of a quotation.
NAMED, QUOTED = 4, 160

_STATUSES = {
    "proposed": "proposé{s}",
    "planned": "prévu{s}",
    "unconfirmed": "non confirmé{s}",
    "ongoing": "en cours",
    "postponed": "reporté{s}",
    "cancelled": "annulé{s} ou manqué{s}",
    "denied": "démenti{s}",
    "conditional": "au conditionnel",
}
_STANCES = {"demands": "demande", "offers": "propose", "accepts": "accepte", "rejects": "refuse", "conditions": "pose pour condition"}
_PHASES = {
    "declared": "annoncé",
    "in_force": "en vigueur",
    "extended": "prolongé",
    "suspended": "suspendu",
    "violated": "violation alléguée",
    "ended": "terminé",
}
_COMMITMENTS = {
    "ceasefire": "Cessez-le-feu",
    "corridor": "Couloir humanitaire",
    "exchange": "Échange",
    "memorandum": "Mémorandum",
    "deadline": "Échéance",
    "withdrawal": "Retrait",
}


@dataclass(frozen=True, slots=True)
class Template:
    """An entry of ``fr/summaries``; its `fields` say what each means."""

    type: str
    template: str
    example: str
    feminine: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What an entry displays, as its summary needs it."""

    status: str
    participants: tuple[Agent, ...] = ()
    place: Place | None = None
    round: int | None = None


@functools.cache
def templates() -> dict[str, Template]:
    """The templates by type or finer kind."""
    return {entry.type: entry for entry in load("fr/summaries", Template)}


def summary(told: Sequence[Told], type_: str, subtype: str | None, shown: Shown) -> str:
    """The line for the claims of an entry. A claim that only others make is followed by their names."""
    first = min(told, key=lambda t: t.key).claim
    if isinstance(first, Event):
        return _with_tellers(_event(told, type_, subtype, shown), told)
    if isinstance(first, Statement):
        return f"{_capital(first.speaker.name)} : « {_short(max((t.claim.evidence.quote for t in told), key=lambda q: (len(q), q)))} »"
    if isinstance(first, Position):
        passages = [t.claim.evidence.quote for t in told]
        return _with_tellers(
            f"{_capital(named(first.party.name, passages))} {_STANCES.get(first.stance, first.stance)} : {_short(passages[0])}", told
        )
    if isinstance(first, Figure):
        return _with_tellers(_figure(first), told)
    if isinstance(first, Commitment):
        return _with_tellers(f"{_COMMITMENTS.get(first.type, first.type)} ({_PHASES.get(first.phase, first.phase)})", told)
    raise TypeError(f"no summary for {type(first).__name__}")


def _event(told: Sequence[Told], type_: str, subtype: str | None, shown: Shown) -> str:
    known = templates()
    key = "round" if shown.round is not None and type_ == "meeting" else subtype if subtype in known else type_
    template = known.get(key or type_, Template(type_, "{of} {at}", ""))
    passages = [t.claim.evidence.quote for t in told]
    names = [named(a.name, passages) for a in shown.participants if a.role != "mediator"][:NAMED]
    line = template.template.format(
        between="" if not names else f"avec {names[0]}" if len(names) == 1 else f"entre {listed(names)}",
        of=listed([of(name) for name in names]),
        by=f"par {listed(names)}" if names else "",
        at="" if shown.place is None else at(shown.place),
        round="" if shown.round is None else ordinal(shown.round),
    )
    status = _STATUSES.get(shown.status, "").replace("{s}", ("e" if template.feminine else "") + ("s" if template.plural else ""))
    return " ".join(f"{line} {f'({status})' if status else ''}".split())


def _figure(figure: Figure) -> str:
    bound = {"at_least": "au moins ", "about": "environ ", "at_most": "au plus "}.get(figure.bound, "")
    return _capital(f"{bound}{number(figure.value)} {figure.what}")


def _with_tellers(line: str, told: Sequence[Told]) -> str:
    """The line, with who says so when no article does in its own voice."""
    if any(t.own_voice for t in told):
        return line
    passages = [t.claim.evidence.quote for t in told]
    names = sorted({t.claim.claimant for t in told if t.claim.claimant is not None})
    special = {"unnamed": "une source non précisée", "mutual": "chaque camp, qui accuse l'autre"}
    return f"{line}, selon {listed([special.get(n) or named(n, passages) for n in names[:NAMED]])}" if names else line


def _short(text: str) -> str:
    line = " ".join(text.split()).strip('«»“”" \u00a0\u202f')
    return line if len(line) <= QUOTED else line[:QUOTED].rsplit(" ", 1)[0] + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
