"""How each view is shown as a table: its columns, in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and what it shows of a row. wraps: long cells may take several lines.
    once: shown only where it differs from the row above."""

    heading: str
    text: Callable[[Any], str]
    wraps: bool = True
    once: bool = False


def _listed(*names: str) -> Callable[[Any], str]:
    return lambda row: ", ".join(item for name in names for item in getattr(row, name))


def _or_dash(name: str) -> Callable[[Any], str]:
    return lambda row: "–" if getattr(row, name) in (None, "") else str(getattr(row, name))


def _told(row: Any) -> str:
    return f"{row.text}" + (f" — selon {', '.join(row.claimed_by)}" if row.claimed_by else "")


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
    text = f"« {row.text} »" if row.mode == "direct" else row.text
    return text + (f" [{row.told_by}]" if row.told_by else "")


def _day_or_unknown(row: Any) -> str:
    return row.day or "sans date"


def _candidates(row: Any) -> str:
    return str(row.day) + (f" ({len(row.candidates)} jours possibles)" if len(row.candidates) > 1 else "")


def _family(row: Any) -> str:
    return "" if row.family_size == 1 else f"famille de {row.family_size}"


def _where(row: Any) -> str:
    return "" if row.lat is None else f"{row.lat:.2f} {row.lon:.2f}"


def short_id(identifier: str) -> str:
    """Enough of an id for `explain`: its first eight digits."""
    return identifier.partition("-")[2][:8]


def _id(row: Any) -> str:
    return short_id(row.id)


COLUMNS: dict[str, Sequence[Column]] = {
    "talks": (
        Column("Jour", _day_or_unknown, wraps=False),
        Column("Quoi", _talk),
        Column("Où", _or_dash("place")),
        Column("Participants", _listed("participants", "third_parties")),
        Column("Statut", _status),
        Column("Sources", _or_dash("sources"), wraps=False),
        Column("Id", _id, wraps=False),
    ),
    "positions": (
        Column("Enjeu", lambda row: row.issue_label, once=True),
        Column("Partie", _party),
        Column("", lambda row: row.stance_label),
        Column("Quoi", _told),
        Column("Jour", _day_or_unknown, wraps=False),
        Column("Id", _id, wraps=False),
    ),
    "commitments": (
        Column("Jour", _day_or_unknown, wraps=False),
        Column("Quoi", lambda row: row.type_label),
        Column("Parties", _listed("parties")),
        Column("Vie", lambda row: " → ".join(row.life)),
        Column("Passage", lambda row: row.text),
        Column("Id", _id, wraps=False),
    ),
    "statements": (
        Column("Jour", _day_or_unknown, wraps=False, once=True),
        Column("Qui", _speaker),
        Column("Quoi", _said),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, wraps=False),
    ),
    "figures": (
        Column("Mesure", lambda row: row.type_label, once=True),
        Column("Nombre", lambda row: row.amount),
        Column("De quoi", lambda row: row.what),
        Column("Jour", _day_or_unknown, wraps=False),
        Column("Selon", _listed("claimed_by")),
        Column("État", lambda row: row.state_label, wraps=False),
        Column("Source", lambda row: row.outlet),
        Column("Id", _id, wraps=False),
    ),
    "actors": (
        Column("Qui", lambda row: row.name),
        Column("Nature", lambda row: row.kind_label, wraps=False),
        Column("Camp", _listed("sides")),
        Column("Titres", _listed("roles")),
        Column("Articles", _or_dash("documents"), wraps=False),
        Column("Faits", _or_dash("claims"), wraps=False),
    ),
    "places": (
        Column("Lieu", lambda row: row.name),
        Column("Pays", _or_dash("country")),
        Column("Nature", lambda row: row.precision_label, wraps=False),
        Column("Coordonnées", _where, wraps=False),
        Column("Jours", lambda row: row.days, wraps=False),
        Column("Faits", _or_dash("events"), wraps=False),
        Column("Lesquels", _listed("kinds")),
    ),
    "sources": (
        Column("Parution", _candidates, wraps=False),
        Column("Document", lambda row: row.document),
        Column("Titre", _or_dash("outlet")),
        Column("Agence", _or_dash("agency")),
        Column("", _family),
        Column("Entrées", lambda row: str(row.entries) if row.claims_read else "non lu", wraps=False),
        Column("Id", _id, wraps=False),
    ),
    "issues": (
        Column("Document", lambda row: row.document, once=True),
        Column("Étape", lambda row: f"{row.stage}: {row.kind}"),
        Column("", lambda row: "non lu" if row.fatal else "", wraps=False),
        Column("Message", lambda row: row.message),
    ),
}
