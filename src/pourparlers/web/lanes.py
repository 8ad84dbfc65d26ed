"""The lanes of the timeline: which kinds of entries stand together, and under which mark."""

from dataclasses import dataclass

from pourparlers.model.chronicle import Entry


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane. shape: the name of its mark. types: of the events that stand in it."""

    name: str
    shape: str
    types: tuple[str, ...]


LANES = (
    Lane("texts", "diamond", ("agreement", "ceasefire")),
    Lane("talks", "bar", ("meeting", "call")),
    Lane("steps", "hexagon", ("proposal", "rejection", "threat", "vote", "sanction")),
    Lane("statements", "dot", ()),
    Lane("humanitarian", "cross", ("aid", "corridor", "displacement", "exchange")),
    Lane("military", "triangle", ("attack", "capture", "interception", "movement", "violation")),
)
_BY_TYPE = {type_: lane for lane in LANES for type_ in lane.types}
_BY_NAME = {lane.name: lane for lane in LANES}


def lane_of(entry: Entry) -> Lane | None:
    """The lane of an entry; None when it has none (figures, positions and commitments have pages of their own)."""
    if entry.kind == "statement":
        return _BY_NAME["statements"]
    return _BY_TYPE.get(entry.type, _BY_NAME["steps"]) if entry.kind == "event" else None


def named(name: str) -> Lane | None:
    """The lane of that name, None when there is none."""
    return _BY_NAME.get(name)
