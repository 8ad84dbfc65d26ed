"""Why an expression denotes the days it does, in plain French."""

from datetime import date

from pourparlers.model.calendar import MONTHS
from pourparlers.model.relation import Relation
from pourparlers.model.time import Published, Time

_BY_DIRECTION = {
    "past": "le verbe est au passé : le plus récent jusqu’à la parution",
    "last": "« dernier » : le plus récent avant la parution",
    "future": "le verbe annonce : le prochain à partir de la parution",
    "next": "« prochain » : le premier après la parution",
    "this": "le plus proche de la parution",
}
_BY_DEFAULT = "rien n’indique le sens : le plus récent jusqu’à la parution"
_BY_OPERATION = {
    "after": "compté depuis la parution",
    "begun": "le début, compté depuis la parution",
    "lately": "les jours qui précèdent la parution",
    "shift": "compté depuis la parution",
    "some": "peu avant ou après la parution",
    "unit": "compté depuis la parution",
    "yy": "année écrite avec deux chiffres : la plus récente qui convienne",
}
_NEAREST = "sans année : l’occurrence la plus proche de la parution"


def tell_day(time: Time, quote: str) -> str:
    """One line on the days of a time: "le 3 mars 2022, déduit de « jeudi » : …". quote: the words of the expression."""
    days = french_days(time.start, time.end)
    if not days:
        return f"jour inconnu pour « {quote} »" + (f" : {time.reasons[0]}" if time.reasons else "")
    return f"{days}, déduit de « {quote} »" + (f" : {' ; '.join(time.reasons)}" if time.reasons else "")


def french_days(start: str | None, end: str | None) -> str:
    """Two ISO prefixes in French: "le 3 mars 2022", "mars 2022", "du 1er mars 2022 au 3 mars 2022"; empty when nothing is known."""
    if start == end:
        return "" if start is None else french_day(start)
    if start is None or end is None:
        return f"à partir de {french_day(start)}" if start is not None else f"jusqu’à {french_day(end or '')}"
    return f"de {french_day(start)} à {french_day(end)}".replace("de le ", "du ").replace("à le ", "au ")


def french_day(prefix: str) -> str:
    """An ISO prefix in French: "le 1er mai 2022", "mai 2022", "2022"."""
    if len(prefix) < 10:
        year, _, month = prefix.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year
    found = date.fromisoformat(prefix)
    return f"le {'1er' if found.day == 1 else found.day} {MONTHS[found.month - 1]} {found.year}"


def reasons_of(time: Time, told: Relation, published: Published) -> tuple[str, ...]:
    """Why a time has its days (or none), given what is known of the document's day; empty for what the text says outright."""
    if time.anchor == "none":
        return ()
    if time.anchor == "unknown":
        return ("rien dans le texte ne dit depuis quel jour compter",)
    if told.op == "after" and time.anchor != "published":
        return ("compté depuis le jour nommé après lui",)
    if time.anchor != "published":
        return (
            ("compté depuis le jour où ces mots ont été dits",)
            if told.get("unit") == "day" and told.op == "unit"
            else ("rattaché au jour nommé avant lui",)
        )
    if time.vague:
        return ("aucun jour du texte ne l’accompagne",)
    return (_why(time, told), _parution(published))


def _why(time: Time, told: Relation) -> str:
    if told.op in _BY_OPERATION:
        return _BY_OPERATION[told.op]
    direction = told.get("dir")
    if direction is None:
        return _NEAREST
    if direction == "past" and time.direction == "":
        return _BY_DEFAULT
    return _BY_DIRECTION[direction]


def _parution(published: Published) -> str:
    if published.best is None:
        return "jour de parution inconnu"
    doubt = " sans doute" if len(published.candidates) > 1 else ""
    return f"paru{doubt} {french_day(published.best) if len(published.best) == 10 else 'en ' + french_day(published.best)}"
