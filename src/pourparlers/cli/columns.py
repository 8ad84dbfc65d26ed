"""How each view is shown as a table: its columns, in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pourparlers.chronicle.marks import balanced
from pourparlers.views.days import french_day
from pourparlers.views.labels import label

#: As many of an actor's titles as a table shows.
_TITLES = 4

#: As many other years of which an article may be.
_YEARS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and what it shows of a row. weight: its share of the width where cells must be wrapped, 0 for one that never is.
    once: shown only where it differs from the row above."""

    heading: str
    text: Callable[[Any], str]
    weight: int = 2
    once: bool = False


def _listed(*names: str) -> Callable[[Any], str]:
    return lambda row: ", ".join(item for name in names for item in getattr(row, name))


def _or_dash(name: str) -> Callable[[Any], str]:
    return lambda row: "–" if getattr(row, name) in (None, "") else str(getattr(row, name))


def _day(row: Any) -> str:
    """The day, with a mark where its year is only supposed; where there is none, the day of the article, called so."""
    if not row.day:
        return "–" if row.published is None else f"art. {french_day(row.published)}"
    return f"{row.day} ?" if row.year_guessed else str(row.day)


def _told(row: Any) -> str:
    return balanced(row.text) + (f" — selon {', '.join(row.claimed_by)}" if row.claimed_by else "")


def _talk(row: Any) -> str:
    return f"{row.what} (cycle {row.round})" if row.round is not None else str(row.what)


def _status(row: Any) -> str:
    return str(row.status_label) + (f", selon {', '.join(row.claimed_by)}" if row.claimed_by else "")


def _speaker(row: Any) -> str:
    side = "" if row.side is None or row.side == row.speaker else f" ({row.side})"
    return str(row.speaker) + side


def _party(row: Any) -> str:
    side = "" if row.side is None or row.side == row.party else f" ({row.side})"
    return str(row.party) + side


def _said(row: Any) -> str:
    text = f"« {balanced(row.text)} »" if row.mode == "direct" else balanced(row.text)
    return text + (f" [{row.told_by}]" if row.told_by else "")


def _candidates(row: Any) -> str:
    """How many days suit, where several do, and in which other years."""
    days = str(len(row.candidates)) if len(row.candidates) > 1 else ""
    years = ", ".join(row.other_years[:_YEARS]) + (", …" if len(row.other_years) > _YEARS else "")
    return f"{days} ; ou {years}".removeprefix(" ; ") if years else days


def _family(row: Any) -> str:
    """How many articles of one text, and how many things this one changed in the first of them."""
    size = str(row.family_size) if row.family_size > 1 else ""
    return f"{size} (change {len(row.changed)})" if row.changed else size


def _matter(row: Any) -> str:
    """What is disputed; with the day, unless it is the day that is."""
    return f"{row.about_label} : {row.what}" + (f" ({row.day})" if row.day and row.about != "day" else "")


def _claimant(row: Any) -> str:
    """Who tells a version; the article, where it tells it itself, or that somebody denies it."""
    return ", ".join(row.claimed_by) or ("d'après l'article" if row.version == label("modality", "denied") else "l'article")


def _part(row: Any) -> str:
    told = row.part_label if row.side is None or row.side == row.name else f"{row.part_label} : {row.side}"
    return told + (" [décidé]" if row.judged else "")


def _camps(row: Any) -> str:
    """The parties, with a few of those who act for them."""
    return " ; ".join(
        party + (f" ({', '.join(who[:_TITLES])}{', …' if len(who) > _TITLES else ''})" if who else "")
        for party, who in zip(row.parties, row.followers, strict=True)
    )


def _deadline(row: Any) -> str:
    return f"{row.deadline_day} : {row.deadline_why}" if row.deadline_why else ""


def _where(row: Any) -> str:
    return "" if row.lat is None else f"{row.lat:.2f} {row.lon:.2f}"


def short_id(identifier: str) -> str:
    """Enough of an id for `explain`: its first eight digits."""
    return identifier.partition("-")[2][:8]


def _id(row: Any) -> str:
    return short_id(row.id)


_CHANGES = {"new": "nouveau", "contradicted": "contesté", "changed": "modifié"}


COLUMNS: dict[str, Sequence[Column]] = {
    "changes": (
        Column("", lambda row: _CHANGES[row.change], weight=0, once=True),
        Column("Jour", _or_dash("day")),
        Column("Quoi", lambda row: " · ".join(filter(None, (row.what, row.status_label))), weight=6),
        Column("Ce qui change", lambda row: " ; ".join(row.details), weight=4),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, weight=0),
    ),
    "talks": (
        Column("Jour", _day, weight=0),
        Column("Quoi", _talk),
        Column("Où", _or_dash("place")),
        Column("Participants", _listed("participants", "third_parties"), weight=4),
        Column("Statut", _status),
        Column("Sources", _or_dash("sources"), weight=0),
        Column("Id", _id, weight=0),
    ),
    "positions": (
        Column("Enjeu", lambda row: row.issue_label, once=True),
        Column("Partie", _party),
        Column("", lambda row: row.stance_label),
        Column("Quoi", _told, weight=8),
        Column("Jour", _day, weight=0),
        Column("Id", _id, weight=0),
    ),
    "commitments": (
        Column("Jour", _or_dash("day"), weight=0),
        Column("Quoi", lambda row: row.type_label),
        Column("Parties", _listed("parties")),
        Column("Vie", lambda row: " → ".join(row.life)),
        Column("Échéance", _deadline),
        Column("Passage", lambda row: balanced(row.text), weight=4),
        Column("Id", _id, weight=0),
    ),
    "statements": (
        Column("Jour", _day, weight=0, once=True),
        Column("Qui", _speaker),
        Column("Quoi", _said, weight=8),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, weight=0),
    ),
    "figures": (
        Column("Mesure", lambda row: row.type_label, once=True),
        Column("Nombre", lambda row: row.amount, weight=0),
        Column("De quoi", lambda row: row.what, weight=4),
        Column("Jour", _day, weight=1),
        Column("Selon", _listed("claimed_by")),
        Column("État", lambda row: row.state_label, weight=0),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, weight=0),
    ),
    "disagreements": (
        Column("Objet", _matter, weight=4, once=True),
        Column("Version", lambda row: row.version),
        Column("Selon", _claimant),
        Column("Passage", lambda row: balanced(row.text), weight=5),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, weight=0),
    ),
    "actors": (
        Column("Qui", lambda row: row.name),
        Column("Nature", lambda row: row.kind_label, weight=0),
        Column("Part", _part),
        Column("Titres", lambda row: ", ".join(row.roles[:_TITLES]) + (", …" if len(row.roles) > _TITLES else ""), weight=6),
        Column("Articles", _or_dash("documents"), weight=0),
        Column("Faits", _or_dash("claims"), weight=0),
    ),
    "scope": (
        Column("Processus", lambda row: row.title),
        Column("Parties", _camps, weight=4),
        Column("Médiation", _listed("mediators")),
        Column("Articles du", lambda row: row.period, weight=0),
        Column("Nombre", lambda row: str(len(row.documents)), weight=0),
    ),
    "places": (
        Column("Lieu", lambda row: row.name),
        Column("Pays", _or_dash("country")),
        Column("Nature", lambda row: row.precision_label, weight=0),
        Column("Coordonnées", _where, weight=0),
        Column("Jours", lambda row: row.days, weight=0),
        Column("Faits", _or_dash("events"), weight=0),
        Column("Lesquels", _listed("kinds")),
    ),
    "sources": (
        Column("Parution", lambda row: row.day, weight=0),
        Column("Possibles", _candidates, weight=0),
        Column("Document", lambda row: row.document, weight=6),
        Column("Média", _or_dash("outlet"), weight=4),
        Column("Agence", _or_dash("agency")),
        Column("Famille", _family, weight=0),
        Column("Entrées", lambda row: str(row.entries) if row.claims_read else "non lu", weight=0),
        Column("Id", _id, weight=0),
    ),
    "issues": (
        Column("Document", lambda row: row.document, once=True),
        Column("Étape", lambda row: f"{row.stage}: {row.kind}"),
        Column("", lambda row: "non lu" if row.fatal else "", weight=0),
        Column("Message", lambda row: row.message, weight=6),
    ),
}
