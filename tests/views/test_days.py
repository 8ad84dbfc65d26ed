"""Days in French, no more precise than they are known."""

import pytest

from pourparlers.views.days import french_day, french_span, weekday


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        (None, ""),
        ("2022", "2022"),
        ("2022-03", "mars 2022"),
        ("2022-08-01", "1er août 2022"),
        ("2022-12-25T18:30", "25 décembre 2022"),
    ],
)
def test_a_day(prefix, said):
    assert french_day(prefix) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, ""),
        ("2022-03-03", None, "3 mars 2022"),
        ("2022-03-03", "2022-03-03", "3 mars 2022"),
        ("2022-03", "2022-03", "mars 2022"),
        ("2022-03-28", "2022-03-30", "28–30 mars 2022"),
        ("2022-02-28", "2022-03-01", "28 février – 1er mars 2022"),
        ("2021-12-31", "2022-01-02", "31 décembre 2021 – 2 janvier 2022"),
        ("2021", "2022", "2021 – 2022"),
        ("2022-03", "2022-05", "mars – mai 2022"),
        ("2022-03-03", "2022-04", "3 mars 2022 – avril 2022"),
        (None, "2022-05-31", "jusqu’au 31 mai 2022"),
        (None, "2022-05", "jusqu’à mai 2022"),
        (None, "2022", "jusqu’en 2022"),
    ],
)
def test_from_one_day_to_another(start, end, said):
    assert french_span(start, end) == said


def test_the_day_of_the_week():
    assert weekday("2022-03-03") == "jeu."
