"""Evidence -> how much it speaks for a day: the signs that hold for a publication on that day, each with a weight of data/fr/dating_habits.yaml.

Weights are hundredths of a natural logarithm of the odds; they are learned by benchmarks/dating_habits.py from these very signs.
"""

from pourparlers.dating.date_signs import signs_of_dates
from pourparlers.dating.evidence import Evidence
from pourparlers.dating.habits import Sign, weight
from pourparlers.dating.months import signs_of_months
from pourparlers.dating.weekday_signs import signs_of_weekdays
from pourparlers.model import calendar
from pourparlers.model.calendar import DaySet


def weigh(evidence: Evidence, days: DaySet) -> dict[int, float]:
    """How much all signs speak for each of the days."""
    return {day: sum(weight(sign.evidence, sign.place) * sign.share for sign in found) for day, found in signs(evidence, days).items()}


def signs(evidence: Evidence, days: DaySet) -> dict[int, list[Sign]]:
    """The signs that hold for each of the days."""
    if days.first is None or days.last is None:
        return {}
    by_weekday = [list(signs_of_weekdays(evidence, weekday)) for weekday in range(1, 8)]
    found = {day: list(by_weekday[calendar.weekday(day) - 1]) for day in days}
    published = tuple(found)
    for day, sign in (*signs_of_dates(evidence, published), *signs_of_months(evidence.months, published)):
        if day in found:
            found[day].append(sign)
    return found
