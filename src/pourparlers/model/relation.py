"""Relations to a day: what a temporal expression says, apart from the day it is said on.

The notation is one word for the operation and `name=value` slots after it, sorted by name:

    day d=21 m=7 wd=1           « lundi 21 juillet »         day of the month; y: year; wd: weekday
    day d=30 dir=past done=1 m=7 « conclu le 30 juillet »  done: behind beyond doubt, however far from the anchor
    weekday dir=past wd=4       « jeudi », told in the past   dir: past, future (the day itself fits), last, next (it does not), this,
                                                         within (the first in the anchor's week, month or year)
    unit n=-1 unit=week         « la semaine dernière »       the n-th day, week, weekend, month, quarter, year… from the anchor's
    shift n=-14 unit=day        « il y a deux semaines »      n units from the anchor; exact=1: to the day; about=1: some day around it
    after n=2 unit=day value=P2D « deux jours [après l'accord du 7 mars] »  a duration that leads to a day
    begun n=-2 unit=year      « depuis deux ans »         the beginning; lately n=3 unit=week  « ces trois dernières semaines »; value: TIMEX3
    month dir=last m=6          « juin dernier »              mod: start, mid, end ; season s=SP y=2022 ; quarter q=3 ; year y=2021
    some n=-1 unit=day value=PAST_REF « il y a quelques jours », « quelques jours plus tôt »: some day before (n=1: after) the anchor
    feast easter=49             « la Pentecôte »              or d= and m= ; nth n=1 wd=7 s=SP   « le premier dimanche du printemps »
    same part=TEV               « dans la soirée »            the anchor's day; t=21:45: at that hour
    ref value=PRESENT_REF, duration value=P2W, set value=P1D  denote no day

part (TMO, TMI, TAF, TEV, TNI) and t (21:45) may stand beside any operation that gives a day; nights=2 makes it last until the next day;
week=1 makes it the week of that day.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Relation:
    """An operation and its slots. `str()` gives the notation; `parse` reads it."""

    op: str
    slots: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return " ".join((self.op, *(f"{name}={value}" for name, value in self.slots)))

    def get(self, name: str) -> str | None:
        """The value of a slot, None when it is not there."""
        for key, value in self.slots:
            if key == name:
                return value
        return None

    def number(self, name: str) -> int | None:
        """The value of a slot as a number, None when it is not there."""
        value = self.get(name)
        return None if value is None else int(value)

    def with_slots(self, **changes: str | None) -> "Relation":
        """The relation with some slots set; a value of None takes the slot out."""
        slots = dict(self.slots) | changes
        return relation(self.op, **slots)


def relation(op: str, **slots: str | None) -> Relation:
    """A relation; slots that are None are left out."""
    return Relation(op, tuple(sorted((name, value) for name, value in slots.items() if value is not None)))


@cache
def parse(notation: str) -> Relation:
    """The relation of a notation. Raises ValueError when it is empty or a slot lacks its "="."""
    op, *words = notation.split()
    slots = []
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise ValueError(f"no value for the slot {name!r} in {notation!r}")
        slots.append((name, value))
    return Relation(op, tuple(sorted(slots)))
