"""Stretches of days."""

from pourparlers.model.calendar import Days
from pourparlers.model.period import ALWAYS, Stretch, overlap, stretch


def test_stretches() -> None:
    assert stretch(None, None) is None
    assert stretch("demain", None) is None
    day = stretch("2031-05-13", "2031-05-13")
    assert day is not None and day.begin == day.end and len(day.hull) == 1
    month = stretch("2031-05", "2031-05")
    assert month is not None and len(month.hull) == 31
    open_ = stretch("2031-05-13", None)
    assert open_ is not None and open_.hull.last == ALWAYS.last
    deadline = stretch(None, "2031-05-13")
    assert deadline is not None and deadline.begin is None and deadline.hull.first == ALWAYS.first
    backwards = Stretch(Days(10, 10), Days(5, 5))
    assert backwards.hull == Days(10, 10)


def test_overlap() -> None:
    assert overlap(Days(1, 3), Days(3, 5))
    assert not overlap(Days(1, 3), Days(4, 5))
    assert overlap(Days(1, 3), Days(4, 5), slack=1)
