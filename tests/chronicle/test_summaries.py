"""One line of French for an entry."""

import itertools
from dataclasses import replace

import pytest

from made import article, commitment, event, figure, position, quoted, redate, said
from pourparlers.chronicle import build
from pourparlers.chronicle.french import BareName, named, number, of, ordinal
from pourparlers.chronicle.marks import balanced
from pourparlers.chronicle.places import PlaceNoun, PlacePrefix, at, of_place
from pourparlers.chronicle.summaries import Template, templates, without_status
from pourparlers.lexicon import load
from pourparlers.linking import link
from pourparlers.model.claim import Agent, Attribution, Claim
from pourparlers.model.mention import Place
from pourparlers.model.naming import listed
from pourparlers.model.text import Span

STATUSES = ["occurred", "planned", "proposed", "postponed", "denied", "ongoing", "cancelled", "conditional", "unconfirmed"]
PLACES = [None, Place("Karlstad", precision="city"), Place("Haïti", precision="country")]


def lines(*claims: Claim) -> set[str]:
    articles = [article("a", "2031-05-14", *claims)]
    return {entry.summary for entry in build(articles, link(articles, redate))}


def line(claim: Claim) -> str:
    """The one line of an entry."""
    (found,) = lines(claim)
    return found


@pytest.mark.parametrize("status", STATUSES)
def test_a_line_can_be_told_without_its_status(status: str) -> None:
    told = event("attack", "des tirs", None, by=["Norvège"], status=status)
    assert without_status(line(told), status) == "Attaque, selon la Norvège"


def test_what_a_movement_was_is_named_as_a_movement() -> None:
    assert line(event("agreement", "un accord", None, who=["Norvège", "ex-rébellion du lac"])) == "Accord entre la Norvège et l'ex-rébellion du lac"


def test_what_an_event_is_about_stands_behind_its_title() -> None:
    refused = event("rejection", "ils refusent de rendre les clés", None, ["Norvège"], status="denied", matter=quoted("rendre les clés"))
    assert line(refused) == "Refus de la Norvège : rendre les clés (démenti)"
    freed = event("exchange", "Deux infirmières ont été libérées", None, by=["Suède"], matter=quoted("Les infirmières"))
    assert line(replace(freed, subtype="exchange.release")) == "Libération : les infirmières, selon la Suède"
    addressed = event("rejection", "ils ont rejeté la Suède", None, ["Norvège", "Suède"], matter=quoted("Suède"))
    assert line(addressed) == "Refus de la Norvège et de la Suède"
    long = event("threat", "ils menacent", None, ["Norvège"], matter=quoted("fermer " + "le port et " * 20))
    assert line(long).endswith(" et le…")


def test_what_one_party_alone_decides_is_no_joint_decision() -> None:
    assert line(event("agreement", "s'est engagée", None, who=["Norvège"], subtype="agreement.adopted")) == "Engagement de la Norvège"
    both = event("agreement", "se sont engagées", None, who=["Norvège", "Suède"], subtype="agreement.adopted")
    assert line(both) == "Décision commune de la Norvège et de la Suède"


def test_only_whoever_claims_a_deed_is_said_to() -> None:
    told = event("capture", "la prise de Karlstad", None, ["Norvège"])
    claimed = replace(told, attribution=(Attribution(Agent("Norvège"), "revendiquer", 0, 0),))
    said = replace(told, attribution=(Attribution(Agent("Norvège"), "indiquer", 0, 0),))
    assert (line(claimed), line(said)) == ("Prise de contrôle revendiquée par la Norvège", "Prise de contrôle par la Norvège, selon ses dires")


def test_a_strike_is_told_as_one_by_its_words() -> None:
    told = [event("attack", words, None, ["Norvège"], subtype="attack.strike", trigger=Span(0, 6)) for words in ("frappes", "attaque")]
    assert [line(one) for one in told] == ["Frappes de la Norvège", "Attaque par la Norvège"]


def test_place_nouns_are_sorted_and_used_in_their_examples() -> None:
    entries = load("fr/place_nouns", PlaceNoun)
    assert [e.noun for e in entries] == sorted({e.noun for e in entries})
    assert all(f"{e.there}{e.noun}" in e.example for e in entries)


def test_place_prefixes_are_sorted_and_used_in_their_examples() -> None:
    entries = load("fr/place_prefixes", PlacePrefix)
    assert [e.prefix for e in entries] == sorted({e.prefix for e in entries})
    assert all(at(Place(e.example.removeprefix(e.there), precision="region")) == e.example for e in entries)


@pytest.mark.parametrize("template", load("fr/summaries", Template), ids=lambda t: t.type)
def test_every_example_is_a_line_that_its_template_gives(template: Template) -> None:
    type_, _, finer = template.type.partition(".")
    word = next(iter(template.words), "mots")
    more = {"trigger": Span(0, len(word)), **({"round": 2} if type_ == "round" else {})}
    told = [
        event("meeting" if type_ == "round" else type_, word, None, who, place=place, status=status, subtype=template.type if finer else None, **more)
        for place, status, who in itertools.product(PLACES, STATUSES, ([], ["Norvège"], ["Norvège", "Suède"]))
    ]
    assert template.example in lines(*told)


def test_templates_are_sorted_and_unique_and_cover_all_types() -> None:
    types = [t.type for t in load("fr/summaries", Template)]
    assert types == sorted(set(types))
    guide = {
        *("meeting", "call", "agreement", "ceasefire", "corridor", "exchange", "proposal", "rejection", "threat", "violation"),
        *("attack", "capture", "movement", "interception", "sanction", "aid", "vote", "displacement"),
    }
    assert guide <= set(templates())


def test_bare_names_are_sorted_and_used_in_their_examples() -> None:
    entries = load("fr/bare_names", BareName)
    assert [e.name for e in entries] == sorted({e.name for e in entries})
    assert all(named(e.name, ()) == e.name and f" {e.name} " in e.example for e in entries)


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (
            event("meeting", "les pourparlers", None, ["Russie", "Ukraine"], round=2, place=Place("Istanbul", precision="city")),
            "Deuxième round de pourparlers entre la Russie et l'Ukraine à Istanbul",
        ),
        (event("attack", "des tirs", None, place=Place("Le Caire", precision="city")), "Attaque au Caire"),
        (event("attack", "des tirs", None, place=Place("États-Unis", precision="country")), "Attaque aux États-Unis"),
        (event("attack", "des tirs", None, by=["armée"], status="denied"), "Attaque (démentie), selon l'armée"),
        (event("attack", "selon l'armée, des tirs", None, by=["armée"]), "Attaque, selon l'armée"),
        (event("violation", "des tirs", None, by=["mutual"]), "Violation, selon chaque camp, qui accuse l'autre"),
        (event("proposal", "le Hamas a proposé une trêve", None, ["Hamas"]), "Proposition du Hamas"),
        (event("proposal", "une trêve", None, ["Israël"], status="proposed"), "Proposition d'Israël (proposée)"),
        (said("Anton Brisk", "« Nous ne céderons pas »"), "Anton Brisk : « Nous ne céderons pas »"),
        (said("Anton Brisk", "appelant ses voisins au calme", mode="indirect"), "Anton Brisk (propos rapportés) : appelant ses voisins au calme"),
        (said("Anton Brisk", "le ministre Anton Brisk réclame tout", mode="indirect"), "Le ministre Anton Brisk réclame tout (propos rapportés)"),
        (position("Norvège", "demands", "ceasefire", "un arrêt des tirs"), "La Norvège demande : un arrêt des tirs"),
        (event("capture", "la prise de Karlstad", None, ["Norvège"], by=["Norvège"]), "Prise de contrôle par la Norvège, selon ses dires"),
        (
            event(
                "capture",
                "ils ont pris le fort",
                None,
                ["Norvège", "Suède"],
                attribution=(Attribution(Agent("Norvège"), "dire", 0, 0, (Agent("Suède"),)),),
            ),
            "Prise de contrôle par la Norvège et la Suède, selon leurs dires",
        ),
        (event("attack", "des tirs", None, ["Forces du Nord"], by=["Forces du Nord"]), "Attaque par les Forces du Nord, selon leurs dires"),
        (event("aid", "vingt camions de vivres", None, ["Norvège"], by=["Norvège"]), "Aide annoncée par la Norvège"),
        (event("proposal", "une trêve", None, ["Anton Brisk"], by=["M. Brisk"]), "Proposition d'Anton Brisk"),
        (event("meeting", "les pourparlers", None, ["Norvège", "Anton Brisk"], by=["Anton Brisk"]), "Rencontre avec la Norvège, selon Anton Brisk"),
        (event("attack", "une fillette a été tuée", None, ["fillette"]), "Attaque"),
        (event("ceasefire", "Personne ne tire", None, ["Personne"]), "Cessez-le-feu"),
        (event("attack", "des tirs", None, by=["source diplomatique"]), "Attaque, selon une source diplomatique"),
        (figure(142500, "personnes évacuées", bound="at_least", claimant=["armée"]), "Au moins 142\u202f500 personnes évacuées, selon l'armée"),
        (figure(2.5, "milliards d'euros", "money"), "2,5 milliards d'euros"),
        (event("agreement", "un accord", None, ["délégations des deux camps"]), "Accord entre les délégations des deux camps"),
        (
            event("meeting", "assis avec les délégations des deux camps", None, ["délégations des deux camps"]),
            "Rencontre avec les délégations des deux camps",
        ),
        (event("attack", "des tirs", None, by=["témoins"]), "Attaque, selon des témoins"),
        (event("attack", "des tirs", None, by=["autorités"]), "Attaque, selon les autorités"),
        (event("attack", "des tirs", None, by=["premier bilan officiel"]), "Attaque, selon un premier bilan officiel"),
        (event("threat", "des mots", None, ["ORT"]), "Menace de l'ORT"),
        (event("threat", "des mots", None, ["ORT/N12"]), "Menace de l'ORT/N12"),
        (event("agreement", "la fin", None, ["Norvège"], status="cancelled", subtype="agreement.ended"), "Fin d'un accord avec la Norvège"),
        (event("meeting", "réunion à huis clos", None, ["Suède"], subtype="meeting.encounter", trigger=Span(0, 7)), "Réunion de la Suède"),
        (
            event("exchange", "des corps", None, ["Norvège"], by=["Norvège"], place=Place("États-Unis", precision="country")),
            "Échange aux États-Unis annoncé par la Norvège",
        ),
        (commitment("ceasefire", "violated", "la trêve a été rompue"), "Cessez-le-feu (violation alléguée)"),
    ],
)
def test_lines(claim: Claim, wanted: str) -> None:
    assert line(claim) == wanted


@pytest.mark.parametrize(
    ("passage", "shown"),
    [
        ("« Nous ne céderons pas »", "Nous ne céderons pas"),
        ("ils avaient « accepté la paix »", "ils avaient « accepté la paix »"),
        ('céder" la place', '"céder" la place'),
        ('à une "certaine retenue', 'à une "certaine retenue"'),
        ("il exige « un départ", "il exige « un départ\u00a0»"),
        ("un départ » immédiat", "«\u00a0un départ » immédiat"),
        ("« un départ", "un départ"),
        ('un départ"', "un départ"),
        ("« A » et « B »", "« A » et « B »"),
        ('"', ""),
    ],
)
def test_a_quotation_that_a_passage_cuts_is_opened_or_closed(passage: str, shown: str) -> None:
    assert balanced(passage) == shown


WHERE = [
    (Place("Karlstad", precision="city"), "à Karlstad", "de Karlstad"),
    (Place("Orle", precision="city"), "à Orle", "d'Orle"),
    (Place("Le Caire", precision="city"), "au Caire", "du Caire"),
    (Place("Maison Blanche", precision="city"), "à la Maison Blanche", "de la Maison Blanche"),
    (Place("Norvège", precision="country"), "en Norvège", "de la Norvège"),
    (Place("Cuba", precision="country"), "à Cuba", "de Cuba"),
    (Place("États-Unis", precision="country"), "aux États-Unis", "des États-Unis"),
    (Place("Haïti", precision="country"), "en Haïti", "d'Haïti"),
    (Place("Anatolie", precision="region"), "en Anatolie", "de l'Anatolie"),
    (Place("Nord-Norge", precision="region"), "au Nord-Norge", "du Nord-Norge"),
    (Place("Valdorie", precision="region"), "en Valdorie", "de la Valdorie"),
    (Place("Zorm", precision="region"), "(Zorm)", "(Zorm)"),
    (Place("lac Vänern", precision="area"), "au bord du lac Vänern", "du lac Vänern"),
    (Place("vallée de l'Orne", precision="region"), "dans la vallée de l'Orne", "de la vallée de l'Orne"),
]


@pytest.mark.parametrize(("place", "there", "of_it"), WHERE, ids=[row[0].name for row in WHERE])
def test_places(place: Place, there: str, of_it: str) -> None:
    assert (at(place), of_place(place)) == (there, of_it)


def test_bodies_have_an_article_in_their_proper_names_too() -> None:
    assert named("Front de la vallée", ()) == "le Front de la vallée"
    assert named("Forces du Nord", ()) == "les Forces du Nord"
    assert named("Alliance du fleuve", ()) == "l'Alliance du fleuve"
    assert of(named("Hanna Brisk", ())) == "de Hanna Brisk"


def test_a_long_quotation_is_cut_at_a_word() -> None:
    shown = line(said("Anton Brisk", "mot " * 100))
    assert shown.endswith("mot… »")
    assert len(shown) < 200


def test_french() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B et C"
    assert of("le Mali") == "du Mali"
    assert of("les États-Unis") == "des États-Unis"
    assert of("Anton Brisk") == "d'Anton Brisk"
    assert ordinal(1) == "Premier"
    assert ordinal(12) == "12e"
    assert number(1000) == "1\u202f000"
    assert at(Place("vallée de l'Orne", precision="region")) == "dans la vallée de l'Orne"
    assert at(Place("Kivu", precision="region"), ["des combats dans le Kivu"]) == "dans le Kivu"
    assert at(Place("Kivu", precision="region")) == "(Kivu)"
    assert named("Union européenne", ()) == "l'Union européenne"
    assert named("Front du salut", ["les combattants du Front du salut"]) == "le Front du salut"
    assert named("Anton Brisk", ["Anton Brisk a parlé"]) == "Anton Brisk"
