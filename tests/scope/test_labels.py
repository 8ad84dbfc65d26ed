"""What those who take part in a chronicle are called: one name each."""

from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Agent
from pourparlers.scope import labels


def raids(*names: str) -> list[Entry]:
    """An entry for each name, told by an article of its own."""
    return [
        Entry(f"e{i}", "event", "attack", "occurred", (f"e{i}",), participants=(Agent(name),), documents=(f"a{i}",)) for i, name in enumerate(names)
    ]


def test_a_movement_is_called_by_the_name_that_most_use() -> None:
    called = labels(raids("LDF/N12", "LDF/N12", "N12-LDF", "rebelles du N12-LDF", "rébellion de la Ligue du Fleuve (LDF/N12)"))
    assert called == {
        "N12-LDF": "LDF/N12",
        "rebelles du N12-LDF": "LDF/N12",
        "rébellion de la Ligue du Fleuve (LDF/N12)": "LDF/N12",
    }


def test_bodies_and_people_of_a_movement_keep_their_names() -> None:
    assert labels(raids("Ligue du Fleuve", "chef de la Ligue du Fleuve", "Front du Sud", "Anton Brisk")) == {}
