"""The map of the rooms: what a room says of itself names each of its modules, so that whoever changes something finds where."""

import re
from pathlib import Path

import pytest

import pourparlers

SOURCE = Path(pourparlers.__file__).parent
ROOMS = (
    *("annotation", "chronicle", "claims", "claims/events", "claims/figures", "claims/positions", "claims/speech", "cleaning", "dating", "linking"),
    *("mentions", "store"),
)


def modules(room: Path) -> set[str]:
    """The modules and rooms inside a room."""
    return {path.stem for path in room.glob("*.py")} - {"__init__"} | {path.parent.name for path in room.glob("*/__init__.py")}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_its_modules(room: str) -> None:
    described = (SOURCE / room / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
    assert modules(SOURCE / room) - set(re.findall(r"\w+", described)) == set()


def test_where_world_data_comes_from_is_told() -> None:
    world = SOURCE / "data" / "world"
    told = (world / "SOURCES.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(world.iterdir()) if path.name != "SOURCES.md" and path.name not in told] == []
