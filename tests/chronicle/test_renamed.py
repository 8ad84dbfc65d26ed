"""Entries under the names by which the whole chronicle knows those who take part."""

import pytest

from pourparlers.chronicle import renamed
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent

LABELS = {"Orna islamiste": "Orna", "rebelles de l'Orna": "Orna"}


def entry(summary: str, *names: str) -> Entry:
    return Entry("e", "event", "meeting", "occurred", ("e",), participants=tuple(map(Agent, names)), summary=summary)


@pytest.mark.parametrize(
    ("line", "names", "wanted"),
    [
        (
            "Rencontre entre Valdor et les rebelles de l'Orna à Karlstad",
            ("Valdor", "rebelles de l'Orna"),
            "Rencontre entre Valdor et Orna à Karlstad",
        ),
        ("Retrait des rebelles de l'Orna", ("rebelles de l'Orna",), "Retrait d'Orna"),
        ("Attaque par les rebelles de l'Orna, selon Valdor", ("rebelles de l'Orna",), "Attaque par Orna, selon Valdor"),
        ("Attaque par Valdor", ("Valdor",), "Attaque par Valdor"),
    ],
)
def test_the_line_names_them_so(line: str, names: tuple[str, ...], wanted: str) -> None:
    found = renamed(entry(line, *names), LABELS)
    assert found.summary == wanted
    assert "rebelles de l'Orna" not in {agent.name for agent in found.participants}


def test_two_names_of_one_stay_in_the_line_and_are_one_participant() -> None:
    line = "Rencontre entre Orna islamiste et les rebelles de l'Orna"
    found = renamed(entry(line, "Orna islamiste", "rebelles de l'Orna"), LABELS)
    assert found.summary == line
    assert [agent.name for agent in found.participants] == ["Orna"]
