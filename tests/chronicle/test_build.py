"""Entries: what they display, who claims it, and how well it stands."""

import pytest

from made import article, commitment, event, figure, position, redate, said
from pourparlers.chronicle import build
from pourparlers.linking import link
from pourparlers.model.chronicle import Entry, Value
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.mention import Place

BOTH = ["Valdor", "Morénie"]


def entries(*articles: Reading) -> tuple[Entry, ...]:
    return build(articles, link(articles, redate))


def only(*articles: Reading) -> Entry:
    """The one entry that these articles give."""
    (entry,) = entries(*articles)
    return entry


def value(entry: Entry, field: str, wanted: str | None = None) -> Value:
    """The one value of a field (or that value of it)."""
    (found,) = [v for v in entry.values if v.field == field and wanted in (None, v.value)]
    return found


def talks(name: str, on: str, **more: object) -> Reading:
    told = {"day": "2031-05-13", "who": BOTH, "place": "Port-Sérène", **more}
    return article(name, on, event("meeting", "les deux délégations se sont vues mardi à Port-Sérène", **told), text=f"{name} " * 50)


def test_one_source_reports_two_establish() -> None:
    one = only(talks("a", "2031-05-14"))
    assert {v.state for v in one.values} == {"reported"}
    two = only(talks("a", "2031-05-14"), talks("b", "2031-05-14"))
    assert value(two, "start").state == "established"
    assert two.independent_sources == 2


def test_reprints_are_one_source() -> None:
    text = " ".join(f"mot{i}" for i in range(300))
    told = event("meeting", "les deux délégations se sont vues mardi", "2031-05-13", BOTH)
    entry = only(article("a", "2031-05-14", told, text=text), article("b", "2031-05-14", told, text=text))
    assert len(entry.documents) == 2
    assert entry.independent_sources == 1
    assert value(entry, "start").state == "reported"


def test_ten_papers_quoting_one_ministry_have_one_origin() -> None:
    entry = only(*(talks(f"paper {i}", "2031-05-14", by=["ministère valdorien"]) for i in range(10)))
    assert entry.origins == ("ministère valdorien",)
    assert value(entry, "start").state == "reported"
    assert value(entry, "start").attribution[0][0].agent.name == "ministère valdorien"


def test_both_sides_establish() -> None:
    entry = only(talks("a", "2031-05-14", by=["Anton Brisk (Valdor)"]), talks("b", "2031-05-14", by=["Lena Sorr (Morénie)"]))
    assert value(entry, "place").state == "established"


def test_a_denial_disputes_everything() -> None:
    entry = only(talks("a", "2031-05-14"), talks("b", "2031-05-14"), talks("c", "2031-05-15", status="denied", by=["Morénie"]))
    assert {v.state for v in entry.values} == {"disputed"}
    assert value(entry, "status", "denied").modality == "denied"
    assert entry.status == "occurred"


def test_incompatible_places_are_both_kept() -> None:
    entry = only(talks("a", "2031-05-14", place="palais de Port-Sérène"), talks("b", "2031-05-14", place="hôtel de l'Orne"))
    assert {value(entry, "place", p).state for p in ("palais de Port-Sérène", "hôtel de l'Orne")} == {"disputed"}


ORLE = Place("Orle", 59.4, 13.5, "XV", "city")
BASSE_ORNE = Place("Basse-Orne", 61.9, 17.2, "XV", "region")
VALDOR = Place("Valdor", 60.0, 15.0, "XV", "country")
NEIGHBOURS = [
    (Place("Orle-le-Haut", 59.5, 13.6, "XV", "city"), "reported"),
    (Place("Zorm", 61.9, 17.2, "XV", "city"), "disputed"),
    (BASSE_ORNE, "reported"),
    (VALDOR, "reported"),
    (Place("Morénie", 60.0, 15.0, "XW", "country"), "disputed"),
    (Place("Pont-Frontière", 59.4, 13.9, "XW", "city"), "reported"),
]


@pytest.mark.parametrize(("place", "state"), NEIGHBOURS, ids=[place.name for place, _ in NEIGHBOURS])
def test_only_places_that_exclude_each_other_are_disputed(place: Place, state: str) -> None:
    entry = only(talks("a", "2031-05-14", place=ORLE, round=2), talks("b", "2031-05-14", place=place, round=2))
    assert value(entry, "place", "Orle").state == state


def test_the_place_shown_is_one_that_the_shown_day_allows() -> None:
    dated = talks("a", "2031-05-14", place=Place("Zorm", precision="area"), round=2)
    undated = talks("b", "2031-05-14", day=None, place=ORLE, round=2)
    shown = only(dated, undated).place
    assert shown is not None
    assert shown.name == "Zorm"


def test_a_vague_day_does_not_dispute_the_day_that_it_holds() -> None:
    entry = only(talks("a", "2031-06-14"), talks("b", "2031-06-14", day="2031-05"))
    assert (entry.start, entry.end) == ("2031-05-13", "2031-05-13")
    assert {v.state for v in entry.values if v.field == "start"} == {"reported"}


def test_announced_then_held() -> None:
    entry = only(talks("a", "2031-05-10", status="planned", by=["Anton Brisk (Valdor)"]), talks("b", "2031-05-14"))
    assert [(step.status, step.as_of) for step in entry.history] == [("planned", "2031-05-10"), ("occurred", "2031-05-14")]
    assert entry.status == "occurred"
    assert entry.history[0].attribution[0][0].agent.name == "Anton Brisk"


def test_put_off_then_held() -> None:
    before = [talks(name, "2031-05-12", status=status, day="2031-05-13") for name, status in (("a", "planned"), ("b", "postponed"))]
    entry = only(*before, talks("c", "2031-05-16", day="2031-05-15"))
    assert (entry.start, entry.status) == ("2031-05-15", "occurred")
    assert only(*before).start == "2031-05-13"


def test_a_plan_does_not_dispute_what_came_of_it() -> None:
    planned = talks("a", "2031-05-09", day="2031-05-12", status="planned", round=2)
    put_off = talks("b", "2031-05-12", day="2031-05-12", status="postponed", round=2)
    entry = only(planned, put_off, talks("c", "2031-05-14", round=2))
    assert (entry.status, entry.start) == ("occurred", "2031-05-13")
    assert {v.value: v.state for v in entry.values if v.field == "start"} == {"2031-05-12": "established", "2031-05-13": "reported"}


def test_talks_of_two_days_last_from_one_to_the_other() -> None:
    entry = only(talks("a", "2031-05-13", day="2031-05-13", status="ongoing", round=1), talks("b", "2031-05-15", day="2031-05-14", round=1))
    assert (entry.start, entry.end) == ("2031-05-13", "2031-05-14")
    assert {v.state for v in entry.values} == {"reported", "established"}


def test_one_who_misdates_talks_does_not_lengthen_them() -> None:
    entry = only(*(talks(name, "2031-05-15", round=1) for name in "abc"), talks("d", "2031-05-15", day="2031-05-14", round=1))
    assert (entry.start, entry.end) == ("2031-05-13", "2031-05-13")


def test_the_life_of_a_summit() -> None:
    steps = [
        ("a", "2031-05-04", "2031-05-12", "proposed"),
        ("b", "2031-05-10", "2031-05-12", "postponed"),
        ("c", "2031-05-10", "2031-05-12", "cancelled"),
        ("d", "2031-05-19", "2031-05-19", "ongoing"),
    ]
    entry = only(*(talks(name, on, day=day, status=status) for name, on, day, status in steps))
    assert [step.status for step in entry.history] == ["proposed", "postponed", "cancelled", "ongoing"]
    assert (entry.start, entry.status) == ("2031-05-19", "ongoing")


def test_what_has_come_about_is_no_plan_any_more() -> None:
    recalled = talks("b", "2031-05-20", status="planned")
    assert only(talks("a", "2031-05-14"), recalled).status == "occurred"


def test_a_party_that_tells_later_settles_a_plan_and_is_named() -> None:
    entry = only(talks("a", "2031-05-09", status="planned"), talks("b", "2031-05-14", by=["Anton Brisk"]))
    assert entry.status == "occurred"
    assert entry.summary.endswith(", selon Anton Brisk")
    assert only(talks("a", "2031-05-09", status="planned"), talks("b", "2031-05-14", status="denied", by=["Anton Brisk"])).status == "planned"


def test_the_place_shown_is_the_one_that_most_tell() -> None:
    told = [talks(name, "2031-05-14", place=place, round=2) for name, place in zip("abc", (BASSE_ORNE, BASSE_ORNE, ORLE), strict=True)]
    entry = only(*told)
    assert entry.place == BASSE_ORNE
    assert only(talks("a", "2031-05-14", place=VALDOR, round=2), *told[1:]).place == ORLE


def test_a_day_known_through_another_article_is_deduced() -> None:
    open_ = article("open", "jeudi 2031-05", event("meeting", "la deuxième séance a eu lieu jeudi", "jeudi", BOTH, round=2))
    known = article("known", "2031-05-09", event("meeting", "la deuxième séance", "2031-05-08", ["Valdor"], round=2, place="Orne"))
    entry = only(open_, known)
    assert entry.start == "2031-05-08"
    assert {open_.document, known.document} == set(entry.documents)


def test_names_are_folded_into_the_fullest() -> None:
    entry = only(talks("a", "2031-05-14", who=["Brisk", "Morénie"]), talks("b", "2031-05-14", who=["Anton Brisk (Valdor)", "Morénie"]))
    assert [(p.name, p.side) for p in entry.participants] == [("Anton Brisk", "Valdor"), ("Morénie", None)]


def test_a_state_and_its_army_stay_two() -> None:
    entry = only(talks("a", "2031-05-14", who=["armée de Morénie (Morénie)", "Morénie"]))
    assert [p.name for p in entry.participants] == ["Morénie", "armée de Morénie"]


def test_who_takes_part_and_who_denies_it_are_values_with_their_sources() -> None:
    told = event("attack", "l'armée affirme avoir pris Orle", "2031-05-13", ["Valdor"], by=["armée"], status="denied", denier=Agent("Morénie"))
    entry = only(article("a", "2031-05-14", told))
    assert (value(entry, "participant").value, value(entry, "participant").attribution[0][0].agent.name) == ("Valdor", "armée")
    assert (value(entry, "denied_by").value, value(entry, "denied_by").attribution, value(entry, "denied_by").state) == ("Morénie", ((),), "reported")
    hosted = only(talks("a", "2031-05-14", host="Norvège"), talks("b", "2031-05-14"))
    assert [v.value for v in hosted.values if v.field == "participant"] == sorted(BOTH)
    assert {v.state for v in hosted.values if v.field == "participant"} == {"established"}
    assert value(hosted, "mediator").value == "Norvège"
    assert value(hosted, "mediator").state == "reported"


def test_a_host_takes_part_as_mediator() -> None:
    entry = only(talks("a", "2031-05-14", host="Norvège"))
    assert [(p.name, p.role) for p in entry.participants] == [("Morénie", None), ("Norvège", "mediator"), ("Valdor", None)]


def test_other_kinds() -> None:
    reading = article(
        "a",
        "2031-05-14",
        said("Anton Brisk", "Nous ne céderons pas", "2031-05-13"),
        position("Valdor", "demands", "ceasefire", "un cessez-le-feu"),
        figure(12000, "habitants évacués", "evacuated", ["armée de Morénie"]),
        commitment("ceasefire", "in_force", "la trêve est entrée en vigueur", BOTH, "2031-05-12"),
        outlet="Le Sud républicain",
    )
    found = {e.kind: e for e in entries(reading)}
    assert (found["statement"].type, found["statement"].start, found["statement"].origins) == ("direct", "2031-05-13", ("Anton Brisk",))
    assert (found["position"].type, found["position"].subtype, found["position"].status) == ("ceasefire", "demands", "demands")
    assert (found["figure"].type, found["figure"].origins) == ("evacuated", ("armée de Morénie",))
    assert (found["commitment"].subtype, found["commitment"].start, found["commitment"].origins) == (
        "in_force",
        "2031-05-12",
        ("Le Sud républicain",),
    )


def test_contradictions_and_answers_lead_to_entries() -> None:
    nine, many = figure(9, "villageois tués", claimant=["armée"]), figure(23, "villageois tués", claimant=["rebelles"])
    demand = position("Morénie", "demands", "withdrawal", "le retrait des troupes de la vallée")
    refusal = position("Valdor", "rejects", "withdrawal", "tout retrait des troupes de la vallée")
    a = article("a", "2031-05-14", nine, many, demand)
    b = article("b", "2031-05-15", refusal)
    found = {e.id: e for e in entries(a, b)}
    first, second = (found[c.id] for c in a.figures)
    assert (first.contradicts, second.contradicts) == ((second.id,), (first.id,))
    assert found[b.positions[0].id].answers == (a.positions[0].id,)
    assert found[a.positions[0].id].answers == ()


def test_what_an_undated_article_tells_as_held_is_no_plan_any_more() -> None:
    plan = article("a", "2031-05-12", event("meeting", "un deuxième sommet s'ouvrira vendredi", "2031-05-16", BOTH, status="planned", round=2))
    held = article("b", None, event("meeting", "le deuxième sommet s'est tenu vendredi", "2031-05-16", BOTH, round=2, by=["Anton Brisk"]))
    readings = [plan, held]
    (entry,) = build(readings, link(readings, redate))
    assert entry.status == "occurred"
