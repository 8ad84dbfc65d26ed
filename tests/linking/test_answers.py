"""Which demand or offer an answer answers."""

from dataclasses import replace

import pytest

from made import agent, article, position, redate
from pourparlers.linking import link
from pourparlers.linking.answers import stands_of
from pourparlers.model.claim import Position, Reading


def asked(party: str, words: str, to: str | None = None, stance: str = "demands") -> Position:
    """A demand of a party, perhaps to another."""
    return replace(position(party, stance, "withdrawal", words), addressee=None if to is None else agent(to))


def answered(first: Position, second: Position) -> bool:
    """Whether the second, told two days later, answers the first."""
    a, b = article("a", "2031-05-10", first), article("b", "2031-05-12", second)
    found = link([a, b], redate).answers
    assert found in ((), ((b.positions[0].id, a.positions[0].id),))
    return bool(found)


TROOPS = "le retrait des troupes de la vallée de l'Orne"
REFUSAL = asked("Valdor", "tout retrait des troupes de la vallée", stance="rejects")
NO_DEPARTURE = asked("Valdor", "le départ de ses blindés", stance="rejects")
PAIRS = [
    ("a refusal in the words of the demand", asked("Morénie", TROOPS), REFUSAL, True),
    ("two who are for one thing", asked("Norvège", TROOPS), asked("Suède", "tout retrait des troupes de la vallée", stance="accepts"), False),
    ("the one who was asked", asked("Morénie", TROOPS, to="Valdor"), asked("Valdor", "un retrait de ses troupes", stance="accepts"), True),
    ("the one whom the demand names", asked("Morénie", "le départ des blindés valdoriens"), NO_DEPARTURE, True),
    ("the same side", asked("Anton Brisk (Valdor)", TROOPS), REFUSAL, False),
    ("hardly a word in common", asked("Morénie", TROOPS, to="Valdor"), asked("Valdor", "un référendum dans la vallée", stance="rejects"), False),
]


@pytest.mark.parametrize(("first", "second", "wanted"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_answers(first: Position, second: Position, wanted: bool) -> None:
    assert answered(first, second) is wanted


def told(*positions: Position) -> Reading:
    """An article that tells these positions one after the other."""
    placed, at = [], 0
    for found in positions:
        end = at + len(found.evidence.quote)
        placed.append(replace(found, evidence=replace(found.evidence, start=at, end=end)))
        at = end + 40
    return article("a", "2031-05-10", *placed)


def test_an_answer_that_only_points_back_answers_what_was_asked_just_before() -> None:
    before, other = asked("Morénie", TROOPS), position("Morénie", "demands", "sanctions", "la levée des sanctions")
    reading = told(before, other, asked("Valdor", "Valdor a rejeté ces exigences", stance="rejects"))
    assert link([reading], redate).answers == ((reading.positions[2].id, reading.positions[0].id),)


def test_it_answers_neither_its_own_party_nor_another_article() -> None:
    own, answer = asked("Valdor", TROOPS), asked("Valdor", "Valdor a rejeté ces exigences", stance="rejects")
    assert link([told(own, answer)], redate).answers == ()
    assert not answered(asked("Morénie", TROOPS), answer)


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("Orle avait rejeté ces exigences", True),
        ("L'offre a été immédiatement repoussée", True),
        ("Valdor a rejeté tout retrait", False),
        ("une solution négociée", False),
        ("l'option de la Morénie", False),
    ],
)
def test_what_only_points_back(words: str, points: bool) -> None:
    (stand,) = stands_of(article("a", "2031-05-10", asked("Valdor", words, stance="rejects")))
    assert stand.only_points is points
