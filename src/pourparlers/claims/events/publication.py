"""How the day of an event lies to that of its document."""

from pourparlers.claims.events.scene import Scene
from pourparlers.model.claim import When

_FULL_DAY = len("2022-03-03")
#: Nobody plans to the day so many years ahead: the day of the document is wrong.
_FAR = 3


def after_publication(scene: Scene, when: When) -> bool:
    """True for what surely lies after the day of its document."""
    best = scene.context.dated.published.best
    return _compare(when.start, best) > 0 and not _is_far(when.start, best)


def before_publication(scene: Scene, when: When) -> bool:
    """True for what surely was over before the day of its document."""
    return _compare(when.end or when.start, scene.context.dated.published.best) < 0


def on_publication(scene: Scene, when: When) -> bool:
    """True for what is of the very day of its document."""
    best = scene.context.dated.published.best
    return when.start is not None and when.start == best and len(when.start) == _FULL_DAY


def _is_far(day: str | None, other: str | None) -> bool:
    """True for a full day years after another."""
    return day is not None and other is not None and len(day) == _FULL_DAY and int(day[:4]) - int(other[:4]) >= _FAR


def _compare(day: str | None, other: str | None) -> int:
    """1 when the first ISO prefix surely lies after the second, -1 when before, else 0."""
    if day is None or other is None:
        return 0
    length = min(len(day), len(other))
    left, right = day[:length], other[:length]
    return (left > right) - (left < right)
