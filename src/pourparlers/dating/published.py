"""The document's own day: what its record or page says, else the days that satisfy what its text says, ranked."""

import math
from collections.abc import Sequence

from pourparlers.dating.evidence import Evidence, gather, hard_days
from pourparlers.dating.hang import Tied
from pourparlers.issues import Issue
from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet
from pourparlers.model.text import DateClue, Document
from pourparlers.model.time import Published

#: Without any hint of the year, a text is taken to be no older than this before the horizon.
_YEARS_BACK = 4

#: Each year further back than the latest that fits is so much less likely (hundredths of a natural logarithm of the odds).
_YEAR_BACK = 140

#: A day is a candidate while it is at least so likely; it is sure when it is so likely; it stands out when it is so many times likelier than the next.
_CANDIDATE = 0.045
_SURE = 0.93
_STANDS_OUT = 1.1

#: Without a month to start from, days are told only when so few hold so much of the likelihood.
_FEW, _MOST = 4, 0.7


def published_day(document: Document, tied: Sequence[Tied]) -> tuple[Published, tuple[Issue, ...]]:
    """What is known of the document's day, and what its clues disagree about."""
    clue, issues = _best_clue(document)
    if clue is not None and len(clue.value) >= 10:
        return _declared(clue), issues
    evidence = gather(tied, document.text)
    horizon = calendar.prefix_days(document.horizon)
    if clue is not None and (window := calendar.prefix_days(clue.value)) is not None:
        reasons = [f"« {clue.quote} » en donne {'le mois' if len(clue.value) == 7 else 'l’année'}"]
        return _within(_known_by(window, horizon), clue.value, evidence, reasons), issues
    return _without_clue(evidence, horizon), issues


def _best_clue(document: Document) -> tuple[DateClue | None, tuple[Issue, ...]]:
    """The clue to believe: the most trusted, or the more precise one that lies within it. Clues that disagree with it raise an issue."""
    clues = sorted((c for c in document.clues if calendar.prefix_days(c.value) is not None), key=lambda c: (c.modified, c.trust))
    if not clues:
        return None, ()
    best = clues[0]
    best = next((c for c in clues if len(c.value) >= 10 and c.value.startswith(best.value) and not c.modified), best)
    against = [c for c in clues if not c.modified and not (c.value[:10].startswith(best.value[:10]) or best.value[:10].startswith(c.value[:10]))]
    if not against:
        return best, ()
    others = ", ".join(f"{c.value} ({c.source})" for c in against)
    message = f"the day is given as {best.value} ({best.source}), but also as {others}; the first is taken"
    return best, (Issue(document.name, "dating", "days-disagree", message),)


def _declared(clue: DateClue) -> Published:
    day = clue.value[:10]
    return Published(day, day, day, (day,), (f"{_SOURCES.get(clue.source, 'la source')} le dit : « {clue.quote} »",))


_SOURCES = {
    "record": "la notice de l’article",
    "head": "l’en-tête",
    "byline": "la signature",
    "page.meta": "la page (métadonnées)",
    "page.time": "la page",
    "url": "l’adresse de la page",
}


def _known_by(window: Days, horizon: Days | None) -> Days:
    """The days of the window up to the horizon; all of them when none is."""
    return window if horizon is None or horizon.last < window.first else Days(window.first, min(window.last, horizon.last))


def _without_clue(evidence: Evidence, horizon: Days | None) -> Published:
    if horizon is None or not (evidence.days or evidence.exact):
        return Published(reasons=("le texte ne nomme aucun jour qui situe sa parution",))
    last = calendar.iso(horizon.last)
    back = 12 if any(named.weekday is not None for named in evidence.days) or evidence.exact else _YEARS_BACK
    first_year = max(evidence.least or 0, int(last[:4]) - back)
    window = calendar.year_days(first_year, int(last[:4]) - first_year + 1) if first_year <= int(last[:4]) else None
    if window is None:
        return Published(reasons=(f"le texte parle au passé d’années d’après le {last}",))
    reasons = [f"connu le {last} au plus tard"]
    if evidence.least is not None:
        reasons.append(f"le texte parle au passé de {evidence.least}")
    return _within(_known_by(window, horizon), None, evidence, reasons)


def _within(window: Days, prefix: str | None, evidence: Evidence, reasons: list[str]) -> Published:
    """The days of a window that satisfy the evidence, ranked. prefix: the ISO prefix of the window, when the document itself declares it."""
    days = calendar.span_set(window)
    for confined, reason in hard_days(evidence, window):
        if days & confined:
            days &= confined
            reasons.append(reason)
    ranked = _rank(days, evidence, year_matters=prefix is None)
    if prefix is None:
        return _concentrated(ranked, reasons)
    likely = [day for day, share in ranked if share >= _CANDIDATE]
    if not likely or not _tells(evidence):
        return Published(prefix, calendar.iso(window.first), calendar.iso(window.last), (prefix,), tuple(reasons))
    return _ranked(ranked, likely, prefix, evidence, reasons)


def _tells(evidence: Evidence) -> bool:
    return any(evidence.weekdays) or bool(evidence.days or evidence.parts or evidence.exact)


def _rank(days: DaySet, evidence: Evidence, year_matters: bool) -> list[tuple[int, float]]:
    """The days and their likelihoods, which add up to 1; the likeliest first, the earlier first among equals."""
    latest = calendar.year_month(days.last or calendar.ORIGIN)[0]
    weights = {}
    for day in days:
        back = latest - calendar.year_month(day)[0] if year_matters else 0
        weights[day] = evidence.weight(day) - _YEAR_BACK * back
    top = max(weights.values(), default=0)
    odds = {day: math.exp((weight - top) / 100) for day, weight in weights.items()}
    total = sum(odds.values())
    return sorted(((day, odd / total) for day, odd in odds.items()), key=lambda item: (-item[1], item[0]))


def _concentrated(ranked: list[tuple[int, float]], reasons: list[str]) -> Published:
    """Without a month to start from: days if a few of them hold most of the likelihood, else the month or year that does, else nothing."""
    few = [day for day, share in ranked[:_FEW] if share >= _CANDIDATE]
    shares = dict(ranked)
    if sum(shares[day] for day in few) >= _MOST:
        kept = [calendar.iso(day) for day in few]
        return Published(kept[0], min(kept), max(kept), tuple(kept), (*reasons, "le dernier jour qui convienne avant l’échéance est retenu"))
    for length in (7,):
        month = _heaviest(ranked, length)
        if month is not None:
            return Published(month, month, month, (month,), tuple(reasons))
    return Published(reasons=(*reasons, "trop de jours conviennent"))


def _heaviest(ranked: list[tuple[int, float]], length: int) -> str | None:
    """The ISO prefix of that length that holds most of the likelihood, if one does."""
    shares: dict[str, float] = {}
    for day, share in ranked:
        prefix = calendar.iso(day)[:length]
        shares[prefix] = shares.get(prefix, 0.0) + share
    best = max(shares, key=lambda prefix: (shares[prefix], prefix), default=None)
    return best if best is not None and shares[best] >= 0.85 else None


def _ranked(ranked: list[tuple[int, float]], likely: list[int], prefix: str, evidence: Evidence, reasons: list[str]) -> Published:
    if evidence.first is not None:
        reasons.append(f"« {evidence.first} » est le premier jour nommé : paru ce jour-là, sinon peu après")
    if ranked[0][1] >= _SURE:
        likely = likely[:1]
    kept = [calendar.iso(day) for day in likely]
    stands_out = len(likely) == 1 or ranked[0][1] >= _STANDS_OUT * ranked[1][1]
    return Published(kept[0] if stands_out else prefix, min(kept), max(kept), tuple(kept), tuple(reasons))
