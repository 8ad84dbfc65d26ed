"""What an explanation tells of what stands near an entry."""

import pytest

from made import article, event, position, redate
from pourparlers.linking import link
from pourparlers.model.claim import Reading
from pourparlers.pipeline import derive
from pourparlers.views.neighbours import answers_to, apart, spelling
from pourparlers.views.shown import _Then

BOTH = ["Valdor", "Morénie"]


def scene(*readings: Reading) -> _Then:
    """What a front end would show of these readings."""
    return _Then(readings, derive(readings), {r.document: r.name for r in readings}, (), ())


@pytest.mark.parametrize(
    ("reason", "wanted"),
    [
        ("mots communs : marchandis, ferm", "mots communs : marchandises, fermé"),
        ("raconté par le même mot (ferm)", "raconté par le même mot (fermé)"),
        ("même nom (accord karlstad)", "même nom (accords, karlstad)"),
        ("mots communs : zorm", "mots communs : zorm"),
        ("même jour (2031-05-09)", "même jour (2031-05-09)"),
    ],
)
def test_reasons_tell_words_and_not_stems(reason: str, wanted: str) -> None:
    told = event("sanction", "Valdor a fermé le port aux marchandises depuis les accords de Karlstad")
    assert spelling((told,))(reason) == wanted


def test_what_seemed_the_same_is_told_with_the_reason_that_decides() -> None:
    words = "le cycle de pourparlers de Karlstad sur le partage du fleuve"
    second = article("a", "2031-05-10", event("meeting", f"deuxième {words}", None, BOTH, round=2, place="Karlstad"))
    third = article("b", "2031-05-12", event("meeting", f"troisième {words}", None, BOTH, round=3, place="Karlstad"))
    found = scene(second, third)
    entry = found.entry_of(second.events[0].id)
    assert entry is not None
    (line,) = apart(found, entry)
    assert line.startswith(third.events[0].id)
    assert line.endswith("— séances différentes (2 et 3)")


def test_answers_are_found_from_the_demand() -> None:
    demand = article("a", "2031-05-10", position("Morénie", "demands", "withdrawal", "le retrait des troupes de la vallée de l'Orne"))
    refusal = article("b", "2031-05-12", position("Valdor", "rejects", "withdrawal", "tout retrait des troupes de la vallée"))
    assert link([demand, refusal], redate).answers
    found = scene(demand, refusal)
    first, second = (found.entry_of(a.positions[0].id) for a in (demand, refusal))
    assert first is not None
    assert second is not None
    assert answers_to(found, first) == (second,)
    assert answers_to(found, second) == ()
