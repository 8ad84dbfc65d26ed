"""The strip of bars: what each holds, of which unit they are, and which lie in a period."""

import datetime
from types import SimpleNamespace

import pytest

from pourparlers.web.density import density


def drawn(*days, since=None, until=None):
    """The strip of items of those ISO days."""
    return density([SimpleNamespace(day=datetime.date.fromisoformat(day).toordinal()) for day in days], since, until)


def test_days_of_a_month_have_a_bar_each():
    strip = drawn("2022-03-01", "2022-03-03", "2022-03-03")
    assert [(bar.since, bar.until, bar.level) for bar in strip.bars] == [
        ("2022-03-01", "2022-03-01", 4),
        ("2022-03-02", "2022-03-02", 0),
        ("2022-03-03", "2022-03-03", 8),
    ]
    assert (strip.begin, strip.end) == (0, 3)


@pytest.mark.parametrize(
    ("last", "first_bar"),
    [
        ("2022-03-31", ("2022-03-03", "2022-03-03")),
        ("2022-12-31", ("2022-02-28", "2022-03-06")),
        ("2026-12-31", ("2022-03-01", "2022-03-31")),
        ("2042-12-31", ("2022-01-01", "2022-12-31")),
        ("9999-12-31", None),
    ],
)
def test_the_longer_the_time_the_longer_the_unit(last, first_bar):
    strip = drawn("2022-03-03", last)
    assert (None if strip is None else (strip.bars[0].since, strip.bars[0].until)) == first_bar


def test_a_period_takes_in_the_bars_that_it_touches():
    strip = drawn("2022-03-03", "2026-12-31", since="2022-05-20", until="2022-07")
    assert [bar.since for bar in strip.bars if bar.chosen] == ["2022-05-01", "2022-06-01", "2022-07-01"]
    assert (strip.begin, strip.end) == (2, 5)


def test_what_lies_far_off_does_not_squeeze_the_bars():
    strip = drawn("1950-06-25", *(f"2022-03-{day:02}" for day in range(1, 29)))
    assert strip.bars[0].since > "2021"


@pytest.mark.parametrize("days", [(), ("2022-03-03",), ("9999-12-31",), ("0001-01-01",)])
def test_one_day_has_no_strip(days):
    assert drawn(*days) is None


def test_the_last_days_of_the_calendar_end_the_strip():
    assert drawn("9999-11-01", "9999-12-31").bars[-1].until == "9999-12-31"
