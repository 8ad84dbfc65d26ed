"""How the day of an event lies to that of its document."""

from pourparlers.claims.events.scene import Scene
from pourparlers.model.claim import When

_FULL_DAY = len("2022-03-03")


def after_publication(scene: Scene, when: When) -> bool:
    """True for what surely lies after the day of its document."""
    return _compare(when.start, scene.context.dated.published.best) > 0


def before_publication(scene: Scene, when: When) -> bool:
    """True for what surely was over before the day of its document."""
    return _compare(when.end or when.start, scene.context.dated.published.best) < 0


def on_publication(scene: Scene, when: When) -> bool:
    """True for what is of the very day of its document."""
    best = scene.context.dated.published.best
    return when.start is not None and when.start == best and len(when.start) == _FULL_DAY


def _compare(day: str | None, other: str | None) -> int:
    """1 when the first ISO prefix surely lies after the second, -1 when before, else 0."""
    if day is None or other is None:
        return 0
    length = min(len(day), len(other))
    left, right = day[:length], other[:length]
    return (left > right) - (left < right)
