"""Days, spans and sets of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.model import calendar
from pourparlers.model.calendar import Days, DaySet

ORDINALS = st.integers(calendar.ORIGIN, date(2100, 1, 1).toordinal())


def span(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("prefix", "days"),
    [
        ("2022", span("2022-01-01", "2022-12-31")),
        ("2024-02", span("2024-02-01", "2024-02-29")),
        ("2022-03-03", span("2022-03-03", "2022-03-03")),
        ("2022-03-03T12:00", span("2022-03-03", "2022-03-03")),
        ("2022-13", None),
        ("2022-02-30", None),
        ("0000", None),
        ("22", None),
        ("2022-3", None),
        ("bientôt", None),
    ],
)
def test_prefixes(prefix: str, days: Days | None) -> None:
    assert calendar.prefix_days(prefix) == days


@pytest.mark.parametrize(
    ("days", "prefix"),
    [
        (span("2022-03-03", "2022-03-03"), "2022-03-03"),
        (span("2022-03-03", "2022-03-09"), "2022-03"),
        (span("2022-02-28", "2022-03-06"), "2022"),
        (span("2021-12-31", "2022-01-01"), None),
    ],
)
def test_the_prefix_that_surely_holds(days: Days, prefix: str | None) -> None:
    assert calendar.holding_prefix(days) == prefix


@pytest.mark.parametrize(
    ("year", "day"), [(1999, "1999-04-04"), (2022, "2022-04-17"), (2025, "2025-04-20"), (2031, "2031-04-13"), (2038, "2038-04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert calendar.iso(calendar.easter(year)) == day


def test_spans() -> None:
    week = calendar.week_days(date(2031, 5, 15).toordinal())
    assert week == span("2031-05-12", "2031-05-18")
    assert len(week) == 7
    assert week.shift(7) == span("2031-05-19", "2031-05-25")
    assert calendar.in_range(week)
    assert not calendar.in_range(Days(0, 3))
    assert calendar.year_month(week.first) == (2031, 5)


def test_months_and_years_run_on_and_end() -> None:
    assert calendar.month_days(2021, 14) == span("2022-02-01", "2022-02-28")
    assert calendar.month_days(2022, 0) == span("2021-12-01", "2021-12-31")
    assert calendar.month_days(9999, 13) is None
    assert calendar.year_days(1990, 10) == span("1990-01-01", "1999-12-31")
    assert calendar.year_days(9995, 10) is None
    assert calendar.day(2022, 2, 29) is None


@given(st.sets(ORDINALS, max_size=40), st.sets(ORDINALS, max_size=40))
def test_sets_of_days_are_sets(left: set[int], right: set[int]) -> None:
    one, other = calendar.day_set(left), calendar.day_set(right)
    assert list(one) == sorted(left)
    assert set(one & other) == left & right
    assert set(one | other) == left | right
    assert set(one.without(other)) == left - right
    assert len(one) == len(left)
    assert bool(one) == bool(left)
    assert (one.first, one.last) == ((min(left), max(left)) if left else (None, None))


@given(ORDINALS, st.integers(0, 500))
def test_weekdays_of_a_span(first: int, length: int) -> None:
    days = Days(first, first + length)
    for number in range(1, 8):
        assert list(calendar.weekday_set(number, days)) == [d for d in range(first, first + length + 1) if calendar.weekday(d) == number]


def test_days_before_1900_are_left_out() -> None:
    assert not calendar.day_set([1])
    assert not calendar.span_set(Days(1, 10))
    assert 1 not in DaySet(1)
    assert calendar.ORIGIN in DaySet(1)
