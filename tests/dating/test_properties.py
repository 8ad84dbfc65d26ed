"""Properties: expressions move with the day of publication; nothing depends on today or the locale; hostile texts take linear time."""

import locale
import time
from datetime import date, timedelta
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dating.conftest import document_of, marked, read_cases

from pourparlers.dating import date_document
from pourparlers.dating.words import alphabet
from pourparlers.model import calendar
from pourparlers.model.time import Time

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
TEXTS = [marked(case)[0] for group in read_cases("dates")["groups"] for case, _ in group["cases"]]

#: Words whose days move with the day of publication, however far.
MOVING = [
    "Il est venu hier.",
    "Il vient aujourd'hui.",
    "Il viendra demain.",
    "Il est venu il y a trois jours.",
    "Ils se verront dans dix jours.",
    "La ville est assiégée depuis cinq jours.",
]
WEEKDAYS = ["Il est venu {}.", "Il viendra {}.", "Il est venu {} dernier.", "Il viendra {} prochain.", "Il viendra {} soir."]
NAMES = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


def times(text: str, published: date) -> tuple[Time, ...]:
    return date_document(document_of(text, published.isoformat()))[0].times


def start(time: Time) -> date:
    assert time.start is not None
    return date.fromisoformat(time.start)


@given(DAYS, st.integers(-4000, 4000), st.sampled_from(MOVING))
@settings(deadline=None)
def test_days_counted_from_the_publication_move_with_it(day: date, shift: int, text: str) -> None:
    moved = day + timedelta(shift)
    if moved.year in range(1900, 2100):
        assert start(times(text, moved)[0]) - start(times(text, day)[0]) == timedelta(shift)


@given(DAYS, st.integers(-300, 300), st.sampled_from(WEEKDAYS), st.sampled_from(NAMES))
@settings(deadline=None)
def test_weekdays_move_by_weeks(day: date, weeks: int, text: str, name: str) -> None:
    text = text.format(name)
    assert start(times(text, day + timedelta(weeks=weeks))[0]) - start(times(text, day)[0]) == timedelta(weeks=weeks)


@given(DAYS, st.sampled_from(WEEKDAYS), st.integers(0, 6))
@settings(deadline=None)
def test_weekdays_fall_on_their_day_within_a_week(day: date, text: str, weekday: int) -> None:
    found = start(times(text.format(NAMES[weekday]), day)[0])
    assert found.weekday() == weekday
    assert abs(found - day) <= timedelta(7)
    assert (found <= day) if "est venu" in text else (found >= day)


@given(DAYS, st.dates(date(1950, 1, 1), date(2090, 12, 31)))
@settings(deadline=None)
def test_a_date_with_its_year_is_the_same_whenever_it_is_told(day: date, told: date) -> None:
    text = f"Ils se sont vus le {told.day}/{told.month:02}/{told.year}."
    assert start(times(text, day)[0]) == told


@given(st.text(alphabet="lundi 12.h/-:'’«»\"\n é0mai le la de du à et il y a jour s ans prochain", max_size=200))
@settings(deadline=None)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    dated, issues = date_document(document_of(text, "2031-05-15"))
    spans = [t.span for t in dated.times]
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    assert spans == sorted(spans)
    assert all(issue.kind == "impossible-date" for issue in issues)


@given(st.text(max_size=120))
@settings(deadline=None)
def test_any_characters_are_read(text: str) -> None:
    words = alphabet().read(text)
    assert len(words.starts) == len(words.ends) == len(words.forms) == len(words.letters)
    date_document(document_of(text))


def test_today_does_not_matter() -> None:
    before = [date_document(document_of(text, "2031-05")) for text in TEXTS]
    with mock.patch("time.time", return_value=0.0), mock.patch("time.localtime", side_effect=AssertionError("the clock was read")):
        assert [date_document(document_of(text, "2031-05")) for text in TEXTS] == before


@pytest.mark.parametrize("name", ["C", "C.UTF-8"])
def test_the_locale_does_not_matter(name: str) -> None:
    before = [date_document(document_of(text, "2031-05")) for text in TEXTS]
    saved = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
        assert [date_document(document_of(text, "2031-05")) for text in TEXTS] == before
    finally:
        locale.setlocale(locale.LC_ALL, saved)


HOSTILE = {
    "digits": "1" * 10_000_000,
    "digits in groups": "123." * 500_000,
    "eves": "la veille du lendemain de " * 5_000,
    "weekdays": "lundi " * 5_000,
    "open quotations": "« il a dit " * 20_000,
    "quoted days": "« Nous partirons demain », a-t-il dit lundi. " * 5_000,
    "evenings": "Après l'attaque survenue lundi, il a signé dans la soirée. " * 5_000,
    "list": "le 1, " * 4_000 + "2 mai",
    "ordinals": "premier, " * 50_000 + "lundis",
    "hyphens": "a-" * 100_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_take_linear_time(kind: str) -> None:
    began = time.process_time()
    date_document(document_of(HOSTILE[kind], "2031-05-15"))
    assert time.process_time() - began < 20


def test_undated_hostile_texts_too() -> None:
    began = time.process_time()
    date_document(document_of("Ils se sont vus le 12 mai, lundi prochain, au dixième jour du siège. " * 500))
    assert time.process_time() - began < 20


def test_bit_sets_hold_their_days() -> None:
    month = calendar.month_days(2031, 5)
    assert month is not None
    assert [calendar.iso(d) for d in calendar.weekday_set(4, month)][:2] == ["2031-05-01", "2031-05-08"]
