"""The document's own day: what its record or page says, else the days that satisfy what its text says, ranked."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate

from pourparlers.dating.contradicted import Refuted, without_contradicted, without_refuted
from pourparlers.dating.evidence import Evidence, gather
from pourparlers.dating.hang import Tied
from pourparlers.dating.named_days import THIS_DATES, NamedDay
from pourparlers.dating.other_years import confined, in_other_years
from pourparlers.dating.signs import weigh
from pourparlers.issues import Issue
from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet
from pourparlers.model.text import DateClue, Document
from pourparlers.model.time import Published

#: Without any hint of the year, a text is taken to be no older than this before the horizon.
_YEARS_BACK = 4

#: Each year further back than the latest that fits is so much less likely (hundredths of a natural logarithm of the odds).
_YEAR_BACK = 140

#: A day is a candidate while it is at least so likely; it is sure when it is so likely; a month is.
_CANDIDATE = 0.04
_SURE = 0.9
_SURE_MONTH = 0.85

#: A day stands out when it is so likely, and so many times likelier than the next.
_STANDS_OUT = 0.4
_CLEARLY = 1.1

#: Why a day without a year is of that year.
_LATEST = "le dernier jour qui convienne avant l’échéance est retenu"

#: A page is brought up to date within so many days; its text is told from that day when it speaks so much for it.
_UPDATED_WITHIN = 7
_CLEARLY_LATER = 150

#: A clue without a year; a weekday.
_YEARLESS = re.compile(r"--(\d\d)-(\d\d)")
_WEEKDAY = re.compile(r"-W-([1-7])")

#: Without a month to start from, days are told only when so few hold so much of the likelihood; no more of them than hold nearly all.
_FEW, _MUCH, _MOST = 4, 0.5, 0.9


def published_day(document: Document, tied: Sequence[Tied]) -> tuple[Published, tuple[Issue, ...]]:
    """What is known of the document's day, and what its clues disagree about, with each other or with its text."""
    document, refuted = without_refuted(without_contradicted(document, tied), tied)
    found, issues = _published(document, tied)
    if not refuted:
        return found, issues
    return replace(found, reasons=(*map(_distrust, refuted), *found.reasons)), (*(_refuted(document, held) for held in refuted), *issues)


def _distrust(refuted: Refuted) -> str:
    source, given = _SOURCES[refuted.clue.source], refuted.clue.quote
    return f"{source} dit « {given} », mais le texte raconte au passé « {refuted.quote} » : ce jour n’est pas retenu"


def _refuted(document: Document, refuted: Refuted) -> Issue:
    given = f"{refuted.clue.value} ({refuted.clue.source})"
    message = f"the day is given as {given}, but the text tells « {refuted.quote} » and other days after that year as past: it was not used"
    return Issue(document.name, "dating", "day-refuted", message)


def _published(document: Document, tied: Sequence[Tied]) -> tuple[Published, tuple[Issue, ...]]:
    clue, issues = _best_clue(document)
    if clue is not None and len(clue.value) >= 10 and not (update := _update(document, clue)):
        return _declared(clue), issues
    evidence = _with_stamps(gather(tied, document.text), document)
    if clue is not None and len(clue.value) >= 10:
        return _declared(update if update is not None and _tells_update(evidence, clue, update) else clue), issues
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


def _update(document: Document, clue: DateClue) -> DateClue | None:
    """The clue of a later day, within a week, on which the document was brought up to date; None without one."""
    first = calendar.prefix_days(clue.value)
    for update in document.clues if first is not None else ():
        days = calendar.prefix_days(update.value) if update.modified and len(update.value) >= 10 else None
        if first is not None and days is not None and 0 < days.first - first.first <= _UPDATED_WITHIN:
            return update
    return None


def _tells_update(evidence: Evidence, clue: DateClue, update: DateClue) -> bool:
    """True when the text is told from the day of its update: « dimanche », in a page published on a Saturday and updated on the Sunday."""
    first, last = calendar.prefix_days(clue.value), calendar.prefix_days(update.value)
    if first is None or last is None:
        return False
    weights = weigh(evidence, calendar.day_set([first.first, last.first]))
    return weights[last.first] - weights[first.first] >= _CLEARLY_LATER


def _with_stamps(evidence: Evidence, document: Document) -> Evidence:
    """The evidence with the days that clues give without a year ("--08-18"), as days of every year, and their weekdays alone ("-W-3")."""
    found = [(clue, _YEARLESS.fullmatch(clue.value)) for clue in document.clues]
    stamps = tuple(NamedDay("date none", int(m[1]), int(m[2]), None, None, clue.quote) for clue, m in found if m is not None)
    pinned = tuple((int(m[1]), clue.quote) for clue in document.clues if (m := _WEEKDAY.fullmatch(clue.value)) is not None)
    return replace(evidence, stamps=stamps, pinned=(*evidence.pinned, *pinned))


def _declared(clue: DateClue) -> Published:
    day = clue.value[:10]
    return Published(day, day, day, (day,), (f"{_SOURCES.get(clue.source, 'la source')} le dit : « {clue.quote} »",))


_SOURCES = {
    "record": "la notice de l’article",
    "head": "l’en-tête",
    "byline": "la signature",
    "dateline": "la ligne de lieu et de date",
    "page.meta": "la page (métadonnées)",
    "page.time": "la page",
    "url": "l’adresse de la page",
}


def _known_by(window: Days, horizon: Days | None) -> Days:
    """The days of the window up to the horizon; all of them when none is."""
    return window if horizon is None or horizon.last < window.first else Days(window.first, min(window.last, horizon.last))


def _without_clue(evidence: Evidence, horizon: Days | None) -> Published:
    if horizon is None or not (evidence.days or evidence.exact or evidence.stamps or evidence.tolls):
        bound = () if evidence.begun is None else (evidence.begun.reason,)
        return Published(reasons=("le texte ne nomme aucun jour qui situe sa parution", *bound))
    year, last = calendar.year_month(horizon.last)[0], calendar.iso(horizon.last)
    back = 12 if any(named.weekday is not None for named in evidence.days) or evidence.exact or evidence.pinned else _YEARS_BACK
    known = evidence.least_year
    least = known if known is not None and known <= year else None
    told = [named.year for named in evidence.days if named.year is not None and (named.weekday is not None or named.evidence in THIS_DATES)]
    told.extend(countdown.start.year for countdown in evidence.countdowns if countdown.start.year is not None)
    first_year = max(least or 1, min(year - back, *told, year))
    window = Days(min(date(first_year, 1, 1).toordinal(), horizon.first), horizon.last)
    reasons = [f"connu le {last} au plus tard"]
    if least is not None and least == evidence.least:
        reasons.append(f"le texte parle au passé de {least}")
    return _within(window, None, evidence, reasons)


def _within(window: Days, prefix: str | None, evidence: Evidence, reasons: list[str]) -> Published:
    """The days of a window that satisfy the evidence, ranked. prefix: the ISO prefix of the window, when the document itself declares it."""
    days, why = confined(calendar.span_set(window), evidence, window)
    reasons = [*reasons, *why, *(toll.reason for toll in evidence.tolls)]
    ranked = _rank(days, evidence, year_matters=prefix is None)
    if prefix is None:
        return _with_other_years(_concentrated(ranked, evidence, reasons), evidence, window)
    if not ranked or not _tells(evidence):
        return Published(prefix, calendar.iso(window.first), calendar.iso(window.last), (prefix,), tuple(reasons))
    if evidence.first is not None:
        reasons.append(f"« {evidence.first} » est le premier jour nommé : paru ce jour-là, sinon peu après")
        if evidence.region == "behind":
            reasons.append("cela se passe loin à l’ouest : raconté souvent le lendemain")
    return _of_days(_likely(ranked, evidence), prefix, reasons)


def _likely(ranked: list[tuple[int, float]], evidence: Evidence) -> list[tuple[int, float]]:
    """The days that remain: one if it is sure, else those that are likely enough, and two at least."""
    if ranked[0][1] >= _SURE and evidence.may_be_sure:
        return ranked[:1]
    return [(day, share) for i, (day, share) in enumerate(ranked) if share >= _CANDIDATE or i < 2]


def _tells(evidence: Evidence) -> bool:
    return bool(evidence.weekdays or evidence.days or evidence.parts or evidence.exact or evidence.pinned or evidence.stamps or evidence.tolls)


def _rank(days: DaySet, evidence: Evidence, year_matters: bool) -> list[tuple[int, float]]:
    """The days and their likelihoods, which add up to 1; the likeliest first, the earlier first among equals."""
    latest = calendar.year_month(days.last or calendar.ORIGIN)[0]
    weights = weigh(evidence, days)
    if year_matters:
        weights = {day: weight - _YEAR_BACK * (latest - calendar.year_month(day)[0]) for day, weight in weights.items()}
    top = max(weights.values(), default=0)
    odds = {day: math.exp((weight - top) / 100) for day, weight in weights.items()}
    total = sum(odds.values())
    return sorted(((day, odd / total) for day, odd in odds.items()), key=lambda item: (-item[1], item[0]))


def _concentrated(ranked: list[tuple[int, float]], evidence: Evidence, reasons: list[str]) -> Published:
    """Without a month to start from: days if a few of them hold most of the likelihood, else the month that does, else nothing."""
    held = list(accumulate(share for _, share in ranked[:_FEW]))
    if held and held[-1] >= _MUCH:
        count = 1 if held[0] >= _SURE and evidence.may_be_sure else min(_FEW, max(2, bisect_left(held, _MOST) + 1))
        return _of_days(ranked[:count], None, [*reasons, _LATEST])
    month = _heaviest_month(ranked)
    if month is not None:
        return Published(month, month, month, (month,), tuple(reasons))
    return Published(reasons=(*reasons, "trop de jours conviennent"))


def _with_other_years(found: Published, evidence: Evidence, window: Days) -> Published:
    """What is known of the day, with the candidates of its year alone, and in which years before the window it may lie as well."""
    if found.best is None or len(found.best) < 10:
        return found
    elsewhere = in_other_years(found.candidates, evidence, window)
    if not elsewhere:
        return found
    days = _of_best_year(found, elsewhere, evidence)
    years = ", ".join(dict.fromkeys(day[:4] for day in elsewhere))
    reason = f"pris seul, l’article peut être aussi de : {years} (la plus vraisemblable avant l’échéance est supposée)"
    return replace(
        found,
        earliest=min((*elsewhere, *found.candidates)),
        latest=max((*elsewhere, *found.candidates)),
        candidates=tuple(day for day, _ in days),
        shares=tuple(share for _, share in days),
        reasons=(*(r for r in found.reasons if r != _LATEST), reason),
        other_years=elsewhere,
    )


def _of_best_year(found: Published, elsewhere: Sequence[str], evidence: Evidence) -> list[tuple[str, int]]:
    """The candidates of the year of the best. Where its year is only guessed no day stands alone that the text does not name: one of another year
    stands beside it."""
    days = list(zip(found.candidates, found.shares, strict=True))
    here = [(day, share) for day, share in days if day[:4] == found.candidates[0][:4]]
    if len(here) > 1 or _is_named(evidence, found.candidates[0]):
        return here
    return days if len(days) > 1 else [*days, (elsewhere[0], 0)]


def _is_named(evidence: Evidence, day: str) -> bool:
    """True for an ISO day that a dateline or the text gives as that of its writing, or with its weekday."""
    year, ordinal = int(day[:4]), date.fromisoformat(day).toordinal()
    named = [*evidence.stamps, *(d for d in evidence.days if d.evidence in THIS_DATES or d.weekday is not None)]
    return any(each.in_year(year) == ordinal for each in named)


def _of_days(likely: list[tuple[int, float]], prefix: str | None, reasons: list[str]) -> Published:
    """Ranked days. The best is told when it stands out, else the prefix that holds them all, as the document declares it."""
    days = tuple(calendar.iso(day) for day, _ in likely)
    share = likely[0][1]
    stands_out = prefix is None or (share >= _STANDS_OUT and share > _CLEARLY * (likely[1][1] if len(likely) > 1 else 0))
    best = days[0] if stands_out else prefix
    return Published(best, min(days), max(days), days, tuple(reasons), tuple(round(100 * share) for _, share in likely))


def _heaviest_month(ranked: list[tuple[int, float]]) -> str | None:
    """The month that holds nearly all of the likelihood, if one does."""
    shares: dict[str, float] = {}
    for day, share in ranked:
        month = calendar.iso(day)[:7]
        shares[month] = shares.get(month, 0.0) + share
    best = max(shares, key=lambda month: (shares[month], month), default=None)
    return best if best is not None and shares[best] >= _SURE_MONTH else None
