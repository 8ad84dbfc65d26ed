"""How dispatches name days: the weights of data/fr/dating_habits.yaml."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import load

#: A publication so many days after a weekday counts in this place of the weights.
_WEEKDAY_PLACES = (0, 1, 2, 3, 3, 3, 4)

#: The first lags (days from a date to the publication) of all places of the weights but the first.
_LAG_STARTS = (-60, -30, -14, -7, -3, -1, 0, 1, 2, 3, 5, 8, 15, 31, 61)

#: How many places of the weights lags have.
LAG_PLACES = len(_LAG_STARTS) + 1


@dataclass(frozen=True, slots=True)
class Habit:
    """An entry of data/fr/dating_habits.yaml."""

    evidence: str
    weights: tuple[int, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that holds for a publication on some day. evidence: an entry of the habits; place: of its weights; share: of the weight, up to 1."""

    evidence: str
    place: int = 0
    share: float = 1.0


@cache
def _habits() -> dict[str, tuple[int, ...]]:
    return {habit.evidence: habit.weights for habit in load("fr/dating_habits", Habit)}


@cache
def weight(evidence: str, place: int) -> int:
    """The weight of evidence at a place; zero for evidence that is not listed."""
    weights = _habits().get(evidence)
    return 0 if weights is None else weights[place]


def weekday_place(published: int, named: int) -> int:
    """The place of a publication on a weekday (1 to 7) when the text names another."""
    return _WEEKDAY_PLACES[(published - named) % 7]


def lag_place(lag: int) -> int:
    """The place of a publication so many days after a date."""
    return bisect_right(_LAG_STARTS, lag)
