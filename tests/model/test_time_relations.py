"""Relations, their notation, and what they denote on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.model import calendar
from pourparlers.model.calendar import Days
from pourparlers.model.denoted import NOTHING
from pourparlers.model.relation import Relation, parse, relation
from pourparlers.model.resolution import resolve
from pourparlers.model.time import Published

WORDS = st.text(alphabet="abcdefghijk0123456789-:", min_size=1, max_size=6)


def on(day: str) -> Days:
    found = calendar.prefix_days(day)
    assert found is not None
    return found


THURSDAY = on("2031-05-15")


@given(WORDS, st.dictionaries(WORDS, WORDS, max_size=4))
def test_the_notation_is_read_as_it_is_written(op: str, slots: dict[str, str]) -> None:
    made = Relation(op, tuple(sorted(slots.items())))
    assert parse(str(made)) == made


def test_slots() -> None:
    told = relation("day", d="21", m="7", y=None)
    assert str(told) == "day d=21 m=7"
    assert (told.get("m"), told.number("d"), told.get("y"), told.number("y")) == ("7", 21, None, None)
    assert told.with_slots(m=None, y="2025") == relation("day", d="21", y="2025")


@pytest.mark.parametrize("notation", ["", "day d"])
def test_what_is_no_notation(notation: str) -> None:
    with pytest.raises(ValueError, match=r"value|unpack"):
        parse(notation)


@pytest.mark.parametrize(
    ("notation", "value", "first", "last"),
    [
        ("day d=12 m=5 y=2031", "2031-05-12", "2031-05-12", "2031-05-12"),
        ("day d=2 dir=future m=6", "2031-06-02", "2031-06-02", "2031-06-02"),
        ("day d=2 dir=past m=8", "2030-08-02", "2030-08-02", "2030-08-02"),
        ("day d=2 dir=past m=6", "2031-06-02", "2031-06-02", "2031-06-02"),
        ("day d=15 dir=last m=5", "2030-05-15", "2030-05-15", "2030-05-15"),
        ("day d=15 dir=next m=5", "2032-05-15", "2032-05-15", "2032-05-15"),
        ("day d=12 m=5 wd=1", "2031-05-12", "2031-05-12", "2031-05-12"),
        ("day d=29 m=2", "2032-02-29", "2032-02-29", "2032-02-29"),
        ("day d=20", "2031-05-20", "2031-05-20", "2031-05-20"),
        ("weekday wd=4", "2031-05-15", "2031-05-15", "2031-05-15"),
        ("weekday dir=last wd=4", "2031-05-08", "2031-05-08", "2031-05-08"),
        ("weekday dir=next wd=4", "2031-05-22", "2031-05-22", "2031-05-22"),
        ("weekday dir=this wd=1", "2031-05-12", "2031-05-12", "2031-05-12"),
        ("weekday dir=this wd=7", "2031-05-18", "2031-05-18", "2031-05-18"),
        ("weekday dir=next n=1 wd=1", "2031-05-26", "2031-05-26", "2031-05-26"),
        ("weekday dir=past nights=2 part=TNI wd=1", "2031-05-12TNI", "2031-05-12", "2031-05-13"),
        ("weekday dir=past t=T21:45 wd=2", "2031-05-13T21:45", "2031-05-13", "2031-05-13"),
        ("unit", "2031-05-15", "2031-05-15", "2031-05-15"),
        ("unit n=-1 unit=week", "2031-W19", "2031-05-05", "2031-05-11"),
        ("unit dir=past n=0 unit=weekend", "2031-W19-WE", "2031-05-10", "2031-05-11"),
        ("unit n=-1 unit=month", "2031-04", "2031-04-01", "2031-04-30"),
        ("unit n=1 unit=quarter", "2031-Q3", "2031-07-01", "2031-09-30"),
        ("unit n=0 unit=semester", "2031-H1", "2031-01-01", "2031-06-30"),
        ("unit n=-1 unit=decade", "202", "2020-01-01", "2029-12-31"),
        ("unit n=-1 unit=century", "19", "1900-01-01", "1999-12-31"),
        ("unit dir=past mod=start n=0 unit=week", "2031-W20", "2031-05-12", "2031-05-14"),
        ("unit dir=past mod=end n=0 unit=week", "2031-W19", "2031-05-08", "2031-05-11"),
        ("unit dir=future mod=start n=0 unit=week", "2031-W21", "2031-05-19", "2031-05-21"),
        ("unit mod=mid n=1 unit=week", "2031-W21", "2031-05-20", "2031-05-22"),
        ("begun n=-2 unit=month value=P2M", "P2M", "2031-03-01", "2031-03-31"),
        ("begun n=-3 unit=day value=P3D", "P3D", "2031-05-12", "2031-05-12"),
        ("lately n=3 unit=day value=P3D", "P3D", "2031-05-12", "2031-05-15"),
        ("lately unit=week value=PXW", "PXW", "2031-04-15", "2031-05-15"),
        ("some n=-1 unit=day value=PAST_REF", "PAST_REF", "2031-05-08", "2031-05-14"),
        ("some n=1 unit=week value=FUTURE_REF", "FUTURE_REF", "2031-05-16", "2031-07-14"),
        ("shift n=-2 unit=week", "2031-05-01", "2031-04-28", "2031-05-04"),
        ("shift exact=1 n=-2 unit=week", "2031-05-01", "2031-05-01", "2031-05-01"),
        ("shift exact=1 n=-3 unit=month", "2031-02-15", "2031-02-15", "2031-02-15"),
        ("shift n=-3 unit=month", "2031-02", "2031-02-01", "2031-02-28"),
        ("month m=6 y=2022", "2022-06", "2022-06-01", "2022-06-30"),
        ("month m=6 mod=end y=2022", "2022-06", "2022-06-21", "2022-06-30"),
        ("month dir=last m=5", "2030-05", "2030-05-01", "2030-05-31"),
        ("month dir=next m=5", "2032-05", "2032-05-01", "2032-05-31"),
        ("season s=WI y=2030", "2030-WI", "2030-12-21", "2031-03-22"),
        ("season dir=past s=FA", "2030-FA", "2030-09-22", "2030-12-22"),
        ("quarter q=2 y=2030", "2030-Q2", "2030-04-01", "2030-06-30"),
        ("semester dir=next q=2", "2031-H2", "2031-07-01", "2031-12-31"),
        ("year y=2021", "2021", "2021-01-01", "2021-12-31"),
        ("years n=10 y=1990", "199", "1990-01-01", "1999-12-31"),
        ("years n=100 y=1800", "18", "1800-01-01", "1899-12-31"),
        ("yy d=27 m=3 of=day y=98", "1998-03-27", "1998-03-27", "1998-03-27"),
        ("yy y=15", "2015", "2015-01-01", "2015-12-31"),
        ("feast easter=49", "2031-06-01", "2031-06-01", "2031-06-01"),
        ("feast d=25 m=12 y=2022", "2022-12-25", "2022-12-25", "2022-12-25"),
        ("nth m=5 n=2 wd=7 y=2031", "2031-05-11", "2031-05-11", "2031-05-11"),
        ("nth m=5 n=-1 wd=7 y=2031", "2031-05-25", "2031-05-25", "2031-05-25"),
        ("nth n=1 s=SP wd=7 y=2000", "2000-03-26", "2000-03-26", "2000-03-26"),
        ("same n=1", "2031-05-16", "2031-05-16", "2031-05-16"),
        ("same part=TEV", "2031-05-15TEV", "2031-05-15", "2031-05-15"),
    ],
)
def test_on_a_thursday(notation: str, value: str, first: str, last: str) -> None:
    found = resolve(parse(notation), THURSDAY)
    assert found.days is not None
    assert (found.value, calendar.iso(found.days.first), calendar.iso(found.days.last)) == (value, first, last)
    assert not found.impossible


@pytest.mark.parametrize("notation", ["day d=30 m=2", "day d=12 m=5 wd=3", "day d=12 m=5 wd=3 y=2031", "day d=30 m=2 y=2031", "day d=32"])
def test_impossible_dates(notation: str) -> None:
    assert resolve(parse(notation), THURSDAY).impossible


ANCHORED = [
    "day d=1 m=1",
    "weekday wd=1",
    "unit n=1",
    "shift n=1",
    "month m=1",
    "season s=SP",
    "quarter q=1",
    "feast easter=0",
    "nth n=1 m=1 wd=1",
    "same",
    "yy y=1",
]


@pytest.mark.parametrize("notation", ANCHORED)
def test_nothing_is_denoted_without_the_day_to_hang_on(notation: str) -> None:
    assert resolve(parse(notation), None) == NOTHING


@pytest.mark.parametrize(
    "notation",
    ["day m=1", "weekday", "month", "quarter", "year", "years", "year y=0", "nth m=2 n=5 wd=1 y=2031", "unit unit=lune", "shift n=1 unit=lune"],
)
def test_nothing_is_denoted_by_what_is_missing_or_beyond(notation: str) -> None:
    assert resolve(parse(notation), THURSDAY).days is None


@pytest.mark.parametrize("notation", [*ANCHORED, "unit n=-1 unit=week", "unit n=-1 unit=month", "shift exact=1 n=-9 unit=year"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(notation: str, day: str) -> None:
    resolve(parse(notation), on(day))


def test_months_and_years_counted_from_a_year() -> None:
    year = calendar.prefix_days("2020")
    assert resolve(parse("shift n=-3 unit=year"), year).value == "2017"
    assert resolve(parse("shift n=-12 unit=month"), year).value == "2019"
    assert resolve(parse("shift n=-21 unit=month"), year).value is None


@pytest.mark.parametrize("notation", ["lately unit=hour value=PXH", "lately unit=year value=PXY"])
def test_what_may_reach_far_back_tells_no_day(notation: str) -> None:
    assert resolve(parse(notation), THURSDAY).days is None


@pytest.mark.parametrize("mod", ["start", "mid", "end"])
def test_parts_of_weeks_at_the_ends_of_the_calendar(mod: str) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        assert resolve(parse(f"unit dir=past mod={mod} n=-1 unit=week"), on(day)) is not None
    assert resolve(parse(f"unit mod={mod} n=1 unit=week"), on("9999-12-31")) == NOTHING


def test_what_denotes_no_day_keeps_its_value() -> None:
    assert resolve(parse("duration value=P2W"), THURSDAY).value == "P2W"


def test_the_likeliest_day_of_publication() -> None:
    assert Published("2031-05", candidates=("2031-05-15", "2031-05-14")).likeliest == "2031-05-15"
    assert Published("2031-05").likeliest == "2031-05"
