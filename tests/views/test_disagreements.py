"""What is told in versions that cannot all be right."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import disputed
from made import article, event, said
from pourparlers.cli.opened import opened
from pourparlers.lexicon import read_yaml
from pourparlers.model.chronicle import Entry, Value
from pourparlers.model.claim import Agent, Attribution
from pourparlers.model.text import Evidence
from pourparlers.pipeline import derive
from pourparlers.views.disagreements import ABOUT, Disagreement, disagreements, find_disagreements
from pourparlers.views.labels import label
from pourparlers.views.shown import Shown, _Then


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disputed.make(tmp_path_factory.mktemp("disputed") / "disputed.db")


@contextmanager
def shown(dossier: Path) -> Iterator[Shown]:
    with opened(str(dossier), None) as (_, found):
        yield found


def versions(found: Disagreement) -> dict[str, tuple[str, ...]]:
    return {version.value: version.claimants for version in found.versions}


def test_whoever_claims_stands_against_whoever_denies(dossier):
    with shown(dossier) as found:
        first = find_disagreements(found)[0]
    assert versions(first) == {"asserted": ("armée morénienne",), "denied": ("Valdor",)}
    assert [t.quote for version in first.versions for t in version.tellings] == [
        "L'armée morénienne affirme avoir pris la ville mardi", "Le Valdor dément cette version",
    ]  # fmt: skip


@pytest.mark.parametrize(("denier", "denied_by"), [(None, ("maire",)), ("maire", ("maire",)), ("Union des villages", ("Union des villages",))])
def test_whoever_an_article_tells_to_deny_it_is_not_somebody_who_denies_something_beside_it(denier, denied_by):
    words = "le maire dément"
    claim = event("capture", "ils ont pris la ville", by=["armée"], status="denied", denier=None if denier is None else Agent(denier))
    denial = replace(said("maire", words, mode="indirect"), verb="démentir", evidence=Evidence("", 40, 40 + len(words), words, "made"))
    readings = (article("nord", "2031-05-14", claim, denial, text=f"Ce matin, ils ont pris la ville, dit-on, {words}."),)
    first = readings[0].events[0].id
    (found,) = find_disagreements(one_shown(Entry(first, "event", "capture", "denied", (first,), summary="Prise de la ville"), readings=readings))
    assert versions(found) == {"asserted": ("armée",), "denied": denied_by}


def test_what_nobody_asserts_may_be_denied_and_nobody_is_made_to_deny_it(dossier):
    with shown(dossier) as found:
        alone = next(one for one in find_disagreements(found) if one.what == "Attaque")
    assert versions(alone) == {"denied": ()}
    assert [(t.tellers, t.quote) for t in alone.versions[0].tellings] == [((), "Nul n'a tiré sur les camions")]


@pytest.mark.parametrize(
    ("words", "type_", "denied_by"),
    [
        ("le maire dément", "capture", ("maire",)), ("le maire a rejeté ces accusations, avant de quitter la salle", "capture", ("maire",)),
        ("le maire dément toute attaque contre le convoi", "capture", ()), ("le maire dément toute attaque contre le convoi", "attack", ("maire",)),
        ("le maire a démenti jeudi que la route soit coupée", "capture", ()),
    ],
)  # fmt: skip
def test_a_denial_of_something_else_is_not_taken_for_one_of_this(words, type_, denied_by):
    claim = event(type_, "ils ont pris la ville", "2031-05-13", ["armée"], by=["armée"], status="denied")
    denial = replace(said("maire", words, mode="indirect"), verb="démentir", evidence=Evidence("", 40, 40 + len(words), words, "made"))
    readings = (article("a", "2031-05-14", claim, denial),)
    first = readings[0].events[0].id
    (found,) = find_disagreements(one_shown(Entry(first, "event", type_, "denied", (first,), summary="Prise de la ville"), readings=readings))
    assert versions(found) == {"asserted": ("armée",), "denied": denied_by}


def test_figures_that_exclude_each_other_are_one_matter(dossier):
    with shown(dossier) as found:
        counts = [one for one in find_disagreements(found) if one.about == "value"]
    assert [(one.what, versions(one)) for one in counts] == [
        ("camions brûlés", {"12 camions brûlés": ("armée morénienne",), "30 camions brûlés": ("Valdor",)}),
    ]  # fmt: skip
    assert len(counts[0].entries) == 2


def test_days_that_exclude_each_other(dossier):
    with shown(dossier) as found:
        days = next(one for one in find_disagreements(found) if one.about == "day")
        outlets = {version.value: [t.outlet for t in version.tellings] for version in days.versions}
    assert outlets == {"2031-05-03": ["L'Est libre"], "2031-05-09": ["L'Ouest matin"]}


def test_rows_tell_who_stands_against_whom(dossier):
    with shown(dossier) as found:
        rows = disagreements(found)
    assert [(row.about, row.version, row.claimed_by, row.against) for row in rows if row.claimed_by] == [
        ("status", "affirmé", ("armée morénienne",), ("Valdor",)),
        ("status", "démenti", ("Valdor",), ("armée morénienne",)),
        ("value", "12 camions brûlés", ("armée morénienne",), ("Valdor",)),
        ("value", "30 camions brûlés", ("Valdor",), ("armée morénienne",)),
    ]
    assert {(row.document, row.outlet) for row in rows if row.about == "day"} == {("est", "L'Est libre"), ("ouest", "L'Ouest matin")}


def one_shown(*entries: Entry, readings) -> Shown:
    derived = replace(derive(readings), entries=entries)
    return _Then(readings, derived, {r.document: r.name for r in readings}, (), ())


def test_two_places_are_told_by_those_who_name_them():
    readings = (
        article("a", "2031-05-14", event("meeting", "la rencontre d'Orle", "2031-05-13", ["Valdor"], place="Orle"), outlet="Le Sud"),
        article("b", "2031-05-14", event("meeting", "la rencontre de Lorm", "2031-05-13", ["Valdor"], place="Lorm"), outlet="Le Nord"),
    )
    claims = [reading.events[0] for reading in readings]

    def value(i: int, other: str) -> Value:
        told = readings[i].document
        return Value("place", ("Orle", "Lorm")[i], "asserted", ((),), "disputed", (told,), (f"d'autres disent : {other}",), ((told,),))

    entry = Entry(
        claims[0].id, "event", "meeting", "occurred", tuple(claim.id for claim in claims), start="2031-05-13", summary="Rencontre, selon Kael",
        values=(value(0, "Lorm"), value(1, "Orle")), documents=tuple(r.document for r in readings),
    )  # fmt: skip
    (found,) = find_disagreements(one_shown(entry, readings=readings))
    assert (found.about, found.what, found.entry) == ("place", "Rencontre", entry)
    assert {version.value: version.tellings[0].quote for version in found.versions} == {"Orle": "la rencontre d'Orle", "Lorm": "la rencontre de Lorm"}


def test_those_who_tell_it_together_and_those_who_pass_it_on_are_all_named():
    told = (Attribution(Agent("Radio Orle"), "selon", 0, 5), Attribution(Agent("armée"), "dire", 9, 12, (Agent("milice"),)))
    readings = (article("a", "2031-05-14", event("attack", "ils ont tiré", status="denied", attribution=told)),)
    claim = readings[0].events[0].id
    (found,) = find_disagreements(one_shown(Entry(claim, "event", "attack", "denied", (claim,), summary="Attaque"), readings=readings))
    assert [t.tellers for t in found.versions[0].tellings] == [(("armée", "milice"), ("Radio Orle",))]
    assert versions(found) == {"asserted": ("armée", "milice"), "denied": ()}


def test_accounts_that_exclude_each_other_stand_in_their_own_words():
    readings = (article("a", "2031-05-14", event("meeting", "vus mardi", "2031-05-13"), event("meeting", "vus jeudi", "2031-05-15")),)
    one, two = readings[0].events
    first = Entry(one.id, "event", "meeting", "occurred", (one.id,), summary="Rencontre de mardi", contradicts=(two.id,))
    other = Entry(two.id, "event", "meeting", "occurred", (two.id,), summary="Rencontre de jeudi", contradicts=(one.id,))
    (found,) = find_disagreements(one_shown(first, other, readings=readings))
    assert (found.about, [version.value for version in found.versions]) == ("account", ["Rencontre de mardi", "Rencontre de jeudi"])


def test_an_entry_that_contradicts_what_left_the_chronicle_is_no_disagreement():
    readings = (article("a", "2031-05-14", event("meeting", "vus mardi", "2031-05-13")),)
    claim = readings[0].events[0].id
    assert find_disagreements(one_shown(Entry(claim, "event", "meeting", "occurred", (claim,), contradicts=("gone",)), readings=readings)) == []


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_disputed_has_a_name(about, language):
    assert f"about.{about}" in {entry["word"] for entry in read_yaml("schema/labels")["entries"]}
    assert label("about", about, language=language)
