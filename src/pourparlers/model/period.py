"""Stretches of days between two ISO prefixes, as spans that can be compared."""

from dataclasses import dataclass

from pourparlers.model.calendar import Days, prefix_days

#: All days: what is known of a day that nothing is known of.
ALWAYS = Days(0, 10**7)


def overlap(left: Days, right: Days, slack: int = 0) -> bool:
    """True when the two spans share a day, or come within `slack` days of it."""
    return left.first <= right.last + slack and right.first <= left.last + slack


@dataclass(frozen=True, slots=True)
class Stretch:
    """When something began and ended, each as the span of its possible days. begin: None when unknown; end: None when open or unknown."""

    begin: Days | None
    end: Days | None

    @property
    def hull(self) -> Days:
        """The least span that surely holds it, open where begin or end is unknown."""
        first = ALWAYS.first if self.begin is None else self.begin.first
        last = ALWAYS.last if self.end is None else self.end.last
        return Days(first, max(first, last))


def stretch(start: str | None, end: str | None) -> Stretch | None:
    """The stretch between two ISO prefixes; None when neither tells a day."""
    begin = None if start is None else prefix_days(start)
    finish = None if end is None else prefix_days(end)
    return None if begin is None and finish is None else Stretch(begin, finish)
