"""What people decided about sides: `review side NAME SIDE`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pourparlers.model.chronicle import Judgement

#: The verb of a judgement on where somebody stands: its only target is the name, its value a party, "mediator" or "third".
VERB = "side"


@dataclass(frozen=True, slots=True)
class Decided:
    """sides: name -> the party that it is or acts for. parts: name -> "mediator" or "third". by: name -> the judgement."""

    sides: Mapping[str, str]
    parts: Mapping[str, str]
    by: Mapping[str, Judgement]


def decide(judgements: Iterable[Judgement]) -> Decided:
    """What the judgements in force decide; of two on one name, the later."""
    sides: dict[str, str] = {}
    parts: dict[str, str] = {}
    by: dict[str, Judgement] = {}
    for judgement in sorted(judgements):
        if judgement.verb == VERB and len(judgement.targets) == 1 and judgement.value:
            (name,) = judgement.targets
            sides.pop(name, None)
            parts.pop(name, None)
            (parts if judgement.value in ("mediator", "third") else sides)[name] = judgement.value
            by[name] = judgement
    return Decided(sides, parts, by)
