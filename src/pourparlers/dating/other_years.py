"""A day without its year: in which other years it may lie as well, when only the habit that the latest is meant tells them apart."""

from collections.abc import Sequence
from datetime import date

from pourparlers.dating.evidence import Evidence, hard_days
from pourparlers.dating.signs import weigh
from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet

#: So many years before the horizon are looked at.
_FARTHEST = 40

#: In another year a document may be some days away: its weekdays fall otherwise there.
_AROUND = 3

#: A day suits as well as another while it is at most so much less likely (hundredths of a natural logarithm of the odds: one in twenty).
_AS_WELL = 300


def confined(days: DaySet, evidence: Evidence, window: Days) -> tuple[DaySet, list[str]]:
    """Those of some days of a window to which hard evidence confines the publication, and why, in French. Evidence that leaves none is left out."""
    reasons = []
    for allowed, reason in hard_days(evidence, window):
        if days & allowed and days & allowed != days:
            days &= allowed
            reasons.append(reason)
    return days, reasons


def in_other_years(likely: Sequence[str], evidence: Evidence, window: Days) -> tuple[str, ...]:
    """The ISO days that suit as well as the likeliest, but lie in other years than it; the latest year first, in it the likeliest.

    window: the days among which the likely ones (ISO days, best first) were found. Years before it are looked at as well, unless the text speaks of
    a later one as past.
    """
    best = date.fromisoformat(likely[0])
    wide = Days(_first_day(evidence, window), window.last)
    years = range(calendar.year_month(wide.first)[0], calendar.year_month(wide.last)[0] + 1)
    near = calendar.day_set(o for year in years for o in _around(likely, year))
    days, _ = confined(near & calendar.span_set(wide), evidence, wide)
    weights = weigh(evidence, days | calendar.day_set([best.toordinal()]))
    enough = weights[best.toordinal()] - _AS_WELL
    fitting = {o for o, weight in weights.items() if o in days and weight >= enough} | {date.fromisoformat(day).toordinal() for day in likely}
    ranked = sorted(fitting, key=lambda o: (-date.fromordinal(o).year, -weights[o], o))
    return tuple(calendar.iso(o) for o in ranked if date.fromordinal(o).year != best.year)


def _first_day(evidence: Evidence, window: Days) -> int:
    """The first day that comes into question: of the year that the text puts behind it, where it names one; else many years before the horizon."""
    last = calendar.year_month(window.last)[0]
    known = evidence.least_year
    least = known if known is not None and known <= last else 1
    return min(window.first, date(max(1, least, last - _FARTHEST), 1, 1).toordinal())


def _around(likely: Sequence[str], year: int) -> list[int]:
    """The ordinals of these days in another year, and of those around them."""
    found = [calendar.day(year, int(day[5:7]), int(day[8:10])) for day in likely]
    return [o for middle in found if middle is not None for o in range(middle - _AROUND, middle + _AROUND + 1)]
