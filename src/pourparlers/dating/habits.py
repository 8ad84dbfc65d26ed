"""How dispatches name days: the weights of data/fr/dating_habits.yaml."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from pourparlers.lexicon import load

#: A publication so many days after a weekday counts in this place of the weights.
_WEEKDAY_PLACES = (0, 1, 2, 3, 3, 3, 4)

#: The first lags (days from a date to the publication) of all places of the weights but the first.
_LAG_STARTS = (-60, -30, -14, -7, -3, -1, 0, 1, 2, 3, 5, 8, 15, 31, 61)


@dataclass(frozen=True, slots=True)
class Habit:
    """An entry of data/fr/dating_habits.yaml."""

    evidence: str
    weights: tuple[int, ...]
    example: str


@cache
def _habits() -> dict[str, tuple[int, ...]]:
    return {habit.evidence: habit.weights for habit in load("fr/dating_habits", Habit)}


def weekday_weights(evidence: str, weekday: int) -> tuple[int, ...]:
    """The weight of a publication on Monday (first) … Sunday (last) when the text names `weekday` like that; zeros for unlisted evidence."""
    weights = _habits().get(evidence)
    if weights is None:
        return (0,) * 7
    return tuple(weights[_WEEKDAY_PLACES[(published - weekday) % 7]] for published in range(1, 8))


def lag_weight(evidence: str, lag: int) -> int:
    """The weight of a publication `lag` days after a date that the text names like that; zero for unlisted evidence."""
    weights = _habits().get(evidence)
    return 0 if weights is None else weights[bisect_right(_LAG_STARTS, lag)]
