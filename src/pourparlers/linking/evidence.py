"""Points for and against two claims being about one thing, each with its reason."""

import math
from dataclasses import dataclass, field

from pourparlers.linking import weights


@dataclass(frozen=True, slots=True)
class Point:
    """One observation. weight: points for (positive) or against; None excludes that the two are one. reason: plain French."""

    weight: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for and against two claims (left < right by id) being one thing. total: the sum of the points.
    excluded: something makes it impossible."""

    left: str
    right: str
    points: tuple[Point, ...]
    total: float = field(init=False)
    excluded: bool = field(init=False)

    def __post_init__(self) -> None:
        found = [p.weight for p in self.points]
        object.__setattr__(self, "total", sum(w for w in found if w is not None))
        object.__setattr__(self, "excluded", None in found)

    @property
    def same(self) -> bool:
        """True when the two are held to be one thing."""
        return not self.excluded and self.total >= weights.SAME

    @property
    def score(self) -> float:
        """The points on a scale from 0 to 1, 0.5 at the threshold; 0 when excluded."""
        if self.excluded:
            return 0.0
        return round(1 / (1 + math.exp(weights.SAME - self.total)), 4)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What decides first, then the rest by weight."""
        ranked = sorted(self.points, key=lambda p: (p.weight is not None, -abs(p.weight or 0.0), p.reason))
        return tuple(p.reason for p in ranked if p.weight is None or p.weight)
