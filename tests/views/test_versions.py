"""What a reprint or an update changed."""

import pytest

from made import article, event, figure, said
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Claim, Reading
from pourparlers.pipeline import derive
from pourparlers.views.shown import _Then
from pourparlers.views.sources import sources
from pourparlers.views.versions import changed, first_version

TEXT = " ".join(f"mot{i}" for i in range(300))
BOTH = ["Valdor", "Morénie"]


def scene(*readings: Reading) -> _Then:
    """What a front end would show of these readings."""
    return _Then(readings, derive(readings), {r.document: r.name for r in readings}, (), ())


def version(name: str, day: str | None, *claims: Claim) -> Reading:
    return article(name, day, *claims, text=TEXT)


FIRST = (said("Anton Brisk", "« Nous ne céderons pas un pouce »"), figure(12.0, "civils tués"))
CASES: dict[str, tuple[tuple[Claim, ...], tuple[str, ...]]] = {
    "nothing": (FIRST, ()),
    "an extract": (FIRST[:1], ()),
    "a toll that rose": ((FIRST[0], figure(14.0, "civils tués")), ("12 → 14 civils tués",)),
    "a toll with a bound": ((FIRST[0], figure(12.0, "civils tués", bound="at_least")), ("12 → au moins 12 civils tués",)),
    "another figure": ((*FIRST, figure(30.0, "blessés", "wounded")), ("+ 30 blessés",)),
    "another voice": ((*FIRST, said("Lena Sorr", "« C'est faux »")), ("+ Lena Sorr",)),
    "the same voice, in short": ((said("M. Brisk", "« Nous ne céderons pas »"), FIRST[1]), ()),
}


@pytest.mark.parametrize("case", CASES)
def test_changed(case: str) -> None:
    claims, wanted = CASES[case]
    first, later = version("a", "2031-05-10", *FIRST), version("b", "2031-05-11", *claims)
    found = scene(first, later)
    assert changed(found, later.document) == wanted
    assert changed(found, first.document) == ()
    assert {row.document: row.changed for row in sources(found)} == {"a": (), "b": wanted}


def talks(day: str) -> Claim:
    """Talks that both versions tell of."""
    return event("meeting", "le deuxième cycle de pourparlers à Karlstad", day, BOTH, round=2, place="Karlstad")


def test_a_day_that_was_put_right() -> None:
    first, later = version("a", "2031-05-10", talks("2031-05-09")), version("b", "2031-05-10", talks("2031-05"))
    (entry,) = scene(first, later).entries()
    assert isinstance(entry, Entry)
    assert changed(scene(first, later), later.document) == ()


def test_the_first_is_the_one_that_came_out_first() -> None:
    late, early, unknown = version("a", "2031-05-11", *FIRST), version("b", "2031-05-10", *FIRST), version("c", None, *FIRST)
    found = scene(late, early, unknown)
    assert {first_version(found, r.document) for r in (late, early, unknown)} == {early.document}
