"""Names that events have of places, and what each of several deeds in one passage is told by."""

from dataclasses import replace

import pytest

from made import article, event, redate
from pourparlers.linking import link
from pourparlers.linking.titles import own_words, title_of, told_by
from pourparlers.model.claim import Event
from pourparlers.model.mention import Place
from pourparlers.model.text import Span


def told(type_: str, words: str, trigger: str, place: str | None = None, day: str | None = None, subtype: str | None = None) -> Event:
    """An event told by one word of a passage."""
    start = words.index(trigger)
    made = event(type_, words, day, place=None if place is None else Place(place, precision="city"), subtype=subtype)
    return replace(made, trigger=Span(start, start + len(trigger)))


TITLES = [
    ("agreement", "depuis les accords de Karlstad", "accords", "Karlstad", ("accord", "karlstad")),
    ("agreement", "l'accord de paix d'Orle n'est plus qu'un souvenir", "accord", "Orle", ("accord", "orle")),
    ("agreement", "après l'accord historique de Karlstad", "accord", "Karlstad", ("accord", "karlstad")),
    ("agreement", "un accord a été signé à Karlstad", "accord", "Karlstad", ()),
    ("agreement", "l'accord de Karlstad", "accord", None, ()),
    ("attack", "les frappes de Karlstad", "frappes", "Karlstad", ()),
]


@pytest.mark.parametrize(("type_", "words", "trigger", "place", "title"), TITLES, ids=[row[1] for row in TITLES])
def test_name_of_a_place(type_: str, words: str, trigger: str, place: str | None, title: tuple[str, ...]) -> None:
    found = told(type_, words, trigger, place)
    assert title_of(found, told_by(found)) == title


def test_named_events_are_one_though_told_years_apart() -> None:
    signed = told("agreement", "Les accords de Karlstad ont été signés dimanche", "accords", "Karlstad", "2031-05-11")
    recalled = told("agreement", "la fédération prévue par les accords de Karlstad", "accords", "Karlstad")
    far = told("agreement", "la fédération prévue par les accords d'Orle", "accords", "Orle")
    assert len(link([article("a", "2031-05-12", signed), article("b", "2034-02-03", recalled)], redate).clusters) == 1
    assert len(link([article("a", "2031-05-12", signed), article("b", "2034-02-03", far)], redate).clusters) == 2


LIST = "Valdor a interdit la pêche en mer, fermé le poste de Zorm aux marchandises et coupé le courant des hôpitaux"


def listed() -> list[Event]:
    """Three deeds in one passage."""
    (valdor,) = event("sanction", "", who=["Valdor"]).participants
    return [replace(told("sanction", LIST, word), participants=(valdor,)) for word in ("interdit", "fermé", "coupé")]


def test_each_deed_of_a_list_has_its_own_words() -> None:
    deeds = listed()
    assert [own_words(deed, sorted(d.trigger.start for d in deeds)) for deed in deeds] == [
        "Valdor a interdit la pêche en mer, ",
        "fermé le poste de Zorm aux marchandises et ",
        "coupé le courant des hôpitaux",
    ]


def test_deeds_of_a_list_stay_apart_and_meet_their_like() -> None:
    other = event("sanction", "Le poste de Zorm reste fermé aux marchandises, a annoncé Valdor", None, ["Valdor"])
    found = link([article("a", "2031-05-15", *listed()), article("b", "2031-05-16", other)], redate)
    assert sorted(map(len, found.clusters)) == [1, 1, 2]
    claims = {c.id: c for a in (article("a", "2031-05-15", *listed()),) for c in a.events}
    (closed,) = (claims[m] for members in found.clusters if len(members) == 2 for m in members if m in claims)
    assert told_by(closed) == "fermé"
