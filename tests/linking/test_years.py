"""Documents that name their days without a year, among dated ones."""

from dataclasses import replace

import pytest

from made import article, event, redate
from pourparlers.chronicle import build
from pourparlers.linking import link
from pourparlers.model.claim import Reading
from pourparlers.model.mention import Actor
from pourparlers.model.time import Published

BOTH = ["Valdor", "Morénie"]
#: 2031-05-15 in the latest year that suits; 2025 and 2020 suit as well.
OPEN = "année 2031-05-15"


def naming(name: str, day: str | None, *actors: str) -> Reading:
    """An article in which these are named."""
    return replace(article(name, day), actors=tuple(Actor(f"actor-{a}", a, "state") for a in actors))


def known(*readings: Reading) -> Published:
    """What is known of the day of the first of some articles."""
    return link(readings, redate).published.get(readings[0].document, readings[0].dated.published)


def test_alone_the_year_stays_a_guess() -> None:
    assert known(naming("open", OPEN, *BOTH)).other_years == ("2025-05-15", "2020-05-15")


def test_the_dated_documents_that_name_the_same_actors_settle_the_year() -> None:
    found = known(naming("open", OPEN, *BOTH), *(naming(f"n{i}", f"2020-0{i}-02", *BOTH) for i in range(4, 8)))
    assert (found.best, found.earliest, found.latest, found.candidates, found.other_years) == (
        "2020-05-15",
        "2020-05-15",
        "2020-05-15",
        ("2020-05-15",),
        (),
    )
    assert found.reasons[-1].startswith("année retenue d’après les articles datés")


def test_they_may_lie_in_the_years_beside_it() -> None:
    others = (naming(f"n{i}", f"2019-1{i}-02", *BOTH) for i in range(3))
    assert known(naming("open", OPEN, *BOTH), *others).best == "2020-05-15"


def test_those_of_another_process_have_less_of_a_say() -> None:
    own = [naming(f"n{i}", f"2020-0{i}-02", "Valdor", "Morénie", "Conseil") for i in range(4, 8)]
    other = [naming(f"x{i}", f"2031-05-{i:02}", "Norvège", "Orne", "Conseil") for i in range(1, 29)]
    assert known(naming("open", OPEN, "Valdor", "Morénie", "Conseil"), *own, *other).best == "2020-05-15"


def test_those_that_name_nobody_of_it_have_none() -> None:
    others = (naming(f"n{i}", f"2025-0{i}-02", "Norvège") for i in range(1, 6))
    assert known(naming("open", OPEN, "Valdor"), *others).other_years == ("2025-05-15", "2020-05-15")


def test_dated_documents_of_two_of_the_years_settle_nothing() -> None:
    found = known(naming("open", OPEN, *BOTH), *(naming(f"n{year}{i}", f"{year}-05-1{i}", *BOTH) for year in (2025, 2031) for i in range(3)))
    assert found.best == "2031-05-15"
    assert {day[:4] for day in found.other_years} == {"2025"}
    assert found.reasons[-1] == "les articles datés du dossier ne suffisent pas à en fixer l’année"


def test_a_later_year_that_the_text_tells_against_needs_more_than_habit() -> None:
    read = naming("open", OPEN, *BOTH)
    guess = replace(read.dated.published, best="2025-05-15", candidates=("2025-05-15",), other_years=("2031-05-15", "2020-05-15"))
    old = naming("old", "2018-03-02", *BOTH)
    assert known(replace(read, dated=replace(read.dated, published=guess)), old).best == "2025-05-15"


def test_one_that_is_a_guess_itself_has_no_say() -> None:
    others = (naming(f"n{i}", "année 2020-05-16", *BOTH) for i in range(5))
    assert known(naming("open", OPEN, *BOTH), *others).best == "2031-05-15"


def test_an_event_that_a_dated_document_tells_settles_the_year_before_all_else() -> None:
    told = event("meeting", "la deuxième séance a eu lieu jeudi", "jeudi", BOTH, round=2)
    day = article("known", "2020-05-16", event("meeting", "la deuxième séance, jeudi 14 mai", "2020-05-14", BOTH, round=2))
    found = known(article("open", OPEN, told), day, *(naming(f"n{i}", f"2031-05-1{i}", *BOTH) for i in range(1, 9)))
    assert (found.best, found.other_years) == ("2020-05-15", ())


@pytest.mark.parametrize(
    ("day", "others", "modality", "start"),
    [
        ("jeudi", (), "guessed", "2031-05-15"),
        ("2031-05-13", (), "guessed", "2031-05-13"),
        ("jeudi", ("2025-05-02", "2025-05-30", "2025-06-01"), "deduced", "2025-05-15"),
    ],
)
def test_an_entry_tells_that_its_year_is_a_guess_or_deduced(day: str, others: tuple[str, ...], modality: str, start: str) -> None:
    told = article("open", OPEN, event("meeting", "les délégations réunies", day, BOTH))
    readings = [replace(told, actors=naming("same", None, *BOTH).actors), *(naming(d, d, *BOTH) for d in others)]
    entry = next(e for e in build(readings, link(readings, redate)) if readings[0].document in e.documents)
    assert {(value.value, value.modality) for value in entry.values if value.field == "start"} == {(start, modality)}
    assert entry.year_is_guessed == (modality == "guessed")
