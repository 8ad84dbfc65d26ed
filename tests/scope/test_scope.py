"""Sides and processes: who is a party, who mediates, which articles tell of which process, and what people decide about it."""

from dataclasses import replace

import pytest

from made import agent, article, by, event, position
from pourparlers.lexicon import load
from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Agent, Reading
from pourparlers.model.mention import Actor
from pourparlers.model.naming import folded_words
from pourparlers.model.scope import Scope, Standing
from pourparlers.scope import find_scope
from pourparlers.scope.names import CampWord

#: The kind of each actor of these tests; bodies where nothing is said.
KINDS = {"Valdor": "state", "Norvège": "state", "Zambie": "state", "Anton Brisk": "person", "Ada Lund": "person", "Idris Sow": "person"}


def told(reading: Reading) -> Reading:
    """The reading with an actor for each name in it."""

    def known(a: Agent) -> Agent:
        return replace(a, actor=a.name)

    events = tuple(
        replace(
            e,
            participants=tuple(map(known, e.participants)),
            mediator=None if e.mediator is None else known(e.mediator),
            attribution=tuple(replace(link, agent=known(link.agent)) for link in e.attribution),
        )
        for e in reading.events
    )
    agents = [a for e in events for a in (*e.participants, *([] if e.mediator is None else [e.mediator]), *(link.agent for link in e.attribution))]
    actors = {a.name: Actor(a.name, a.name, KINDS.get(a.name, "organisation"), side=a.side) for a in agents}
    return replace(reading, events=events, actors=tuple(actors.values()))


def civil_war() -> list[Reading]:
    """A government and a front, and a state that brings them together."""
    return [
        told(
            article(
                "a", "2031-05-10", event("attack", "le Front a pris le poste", "2031-05-09", ["Front du Sud libre"], by=["gouvernement valdorien"])
            )
        ),
        told(article("b", "2031-05-12", event("ceasefire", "une trêve", "2031-05-12", ["gouvernement valdorien", "FSL"], host="Norvège"))),
        told(
            article(
                "c",
                "2031-05-13",
                event("meeting", "la rencontre", "2031-05-13", ["rebelles du Front", "gouvernement valdorien"], host="Ada Lund (Norvège)"),
            )
        ),
        told(article("d", "2031-05-14", event("attack", "l'armée a bombardé", "2031-05-14", ["gouvernement valdorien"], by=["Front du Sud libre"]))),
    ]


def other_war() -> list[Reading]:
    """Another conflict in the same feed."""
    days = ("2031-05-11", "2031-05-15")
    return [
        told(
            article(
                f"z{i}",
                day,
                event("attack", "un raid", day, ["Zambie"], by=["Ligue de l'Est"]),
                event("ceasefire", "la trêve", day, ["Zambie", "Ligue de l'Est"]),
            )
        )
        for i, day in enumerate(days)
    ]


def standing(scope: Scope, name: str) -> Standing:
    return next(s for s in scope.standings if name in s.names)


def test_parties_fight_and_make_truces_mediators_bring_them_together() -> None:
    scope = find_scope(civil_war(), {})
    assert scope.parties == ("Front du Sud libre", "gouvernement valdorien")
    assert [p.mediators for p in scope.processes] == [("Norvège",)]
    assert standing(scope, "FSL").side == "Front du Sud libre"
    assert standing(scope, "rebelles du Front").name == "Front du Sud libre"
    assert standing(scope, "Ada Lund").part == "mediator"
    assert all(s.reasons for s in scope.standings)


def test_two_conflicts_in_one_feed_stay_two() -> None:
    readings = [*civil_war(), *other_war()]
    scope = find_scope(readings, {})
    names = {r.document: r.name for r in readings}
    assert [sorted(names[d] for d in p.documents) for p in scope.processes] == [["a", "b", "c", "d"], ["z0", "z1"]]
    assert scope.processes[0].first == "2031-05-10"
    assert scope.processes[0].last == "2031-05-14"


def test_articles_that_tell_of_no_process_are_apart() -> None:
    alone = told(article("e", "2031-05-14", event("vote", "le vote du budget", "2031-05-14", ["Parlement suisse"])))
    assert find_scope([*civil_war(), alone], {}).apart == (alone.document,)


def test_the_order_of_readings_changes_nothing() -> None:
    readings = [*civil_war(), *other_war()]
    assert find_scope(readings, {}) == find_scope(readings[::-1], {})


def test_nothing_is_known_of_nothing() -> None:
    assert find_scope([], {}) == Scope()


@pytest.mark.parametrize(
    ("name", "side", "part"),
    [("Norvège", "third", "third"), ("FSL", "mediator", "mediator"), ("Ada Lund", "gouvernement valdorien", "party")],
)
def test_people_decide_about_sides(name: str, side: str, part: str) -> None:
    judgement = Judgement("2031-06-01T10:00:00", "judgement-1", "Ada", "side", "d'après l'article", (name,), side)
    found = standing(find_scope(civil_war(), {}, [judgement]), name)
    assert (found.part, found.judged) == (part, True)
    assert found.reasons[0] == "décidé par Ada : d'après l'article"


ALIASES = [
    ("rébellion de la Ligue du Fleuve (LDF/N12)", "LDF/N12"),
    ("rebelles de la LDF/N12", "LDF/N12"),
    ("rebelles du N12-LDF", "LDF/N12"),
    ("N12-LDF", "LDF/N12"),
    ("rebelles de la vallée", "rebelles de la vallée"),
]


@pytest.mark.parametrize(("name", "known"), ALIASES, ids=[name for name, _ in ALIASES])
def test_a_movement_is_one_under_all_its_names(name: str, known: str) -> None:
    raid = event("attack", "un raid", "2031-05-09", ["Valdor"])
    articles = []
    for document, called in (("a", "LDF/N12"), ("b", "LDF/N12"), ("c", name)):
        articles.append(told(article(document, "2031-05-10", replace(raid, participants=(*raid.participants, Agent(called))))))
    assert standing(find_scope(articles, {}), name).name == known


def known_as(*names: str, kind: str = "organisation") -> list[str]:
    """Under which name each stands, told of in an article of its own; names that are given twice are told of by two."""
    raids = [event("attack", "un raid", "2031-05-09", ["Valdor", name]) for name in names]
    articles = [told(article(str(i), "2031-05-10", raid)) for i, raid in enumerate(raids)]
    actors = [replace(reading, actors=tuple(replace(a, kind=kind) if a.name in names else a for a in reading.actors)) for reading in articles]
    scope = find_scope(actors, {})
    return [standing(scope, name).name for name in names]


def test_a_body_is_known_by_the_name_that_most_articles_use() -> None:
    assert known_as("Orna", "Orna", "Orna sudiste") == ["Orna"] * 3
    assert known_as("Orna", "Orna sudiste") == ["Orna sudiste"] * 2
    assert known_as("Union du Fleuve libre", "UFL", "UFL") == ["Union du Fleuve libre"] * 3


def test_descriptions_of_the_same_words_are_one() -> None:
    assert len(set(known_as("groupes armés du Nord du pays", "groupes armés du nord du pays"))) == 1
    assert len(set(known_as("ministère valdorien de la Défense", "ministère de la Défense valdorien"))) == 1


def test_a_given_name_alone_is_not_somebody_else_who_bears_it() -> None:
    assert known_as("Anton Brisk", "Anton", kind="person") == ["Anton Brisk", "Anton"]
    assert known_as("Anton Brisk", "Brisk", kind="person") == ["Anton Brisk"] * 2


def test_a_state_is_no_party_for_what_an_agency_tells() -> None:
    reading = told(article("a", "2031-05-10", event("attack", "un raid", "2031-05-09", ["Zambie"], by=["agence nationale"])))
    assert find_scope([reading, *civil_war()], {}).parties == ("Front du Sud libre", "gouvernement valdorien")


def test_positions_alone_make_no_party() -> None:
    reading = article("a", "2031-05-10", position("Norvège", "demands", "ceasefire", "une trêve"))
    scope = find_scope([reading], {})
    assert scope.parties == ()
    assert standing(scope, "Norvège").part == "third"


def test_words_of_movements_are_sorted_and_attested() -> None:
    entries = load("fr/camps", CampWord)
    words = [folded_words(entry.word)[0] for entry in entries]
    assert words == sorted(set(words))
    assert all(word in " ".join(folded_words(entry.example)) for word, entry in zip(words, entries, strict=True))


def test_helpers_tell_sides() -> None:
    assert agent("Ada Lund (Norvège)").side == "Norvège"
    assert by("Ada")[0].agent.name == "Ada"


def test_the_wing_of_a_movement_is_not_the_movement_but_on_its_side() -> None:
    raid = told(article("e", "2031-05-15", event("attack", "un raid", "2031-05-15", ["aile militaire du FSL"])))
    scope = find_scope([*civil_war(), raid], {})
    wing = next(s for s in scope.standings if s.name == "aile militaire du FSL")
    assert (wing.part, wing.side) == ("party", "Front du Sud libre")
    assert not any("aile militaire du FSL" in s.names for s in scope.standings if s is not wing)


def test_a_faction_stands_for_itself() -> None:
    raid = told(article("e", "2031-05-15", event("attack", "un raid", "2031-05-15", ["faction du FSL"])))
    faction = next(s for s in find_scope([*civil_war(), raid], {}).standings if s.name == "faction du FSL")
    assert faction.side != "Front du Sud libre"


def war_with_rebels(*names: str) -> list[Reading]:
    """A state and rebels, whom each article calls otherwise; one article each."""
    return [
        told(article(f"r{i}", f"2031-05-1{i}", event("attack", f"le raid numéro {i}", f"2031-05-1{i}", [name], by=["Valdor"])))
        for i, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("names", "movements"),
    [
        (("rebelles verts", "ex-guérilla verte", "rébellion verte"), 1),
        (("rebelles verts", "guérilla", "anciens rebelles"), 1),
        (("rebelles verts", "guérilla rouge", "rebelles"), 3),
        (("Ligue du Fleuve", "hommes armés de la Ligue du Fleuve", "rebelles", "guérilla"), 1),
        (("Ligue du Fleuve", "combattants de la Ligue du Fleuve", "Front du Sud", "rebelles"), 3),
        (("Union nationale de l'Orale", "Uno", "combattants de l'Uno"), 1),
        (("UFO", "combattants de l'UFO", "UFO-R"), 2),
        (("rebelles verts", "rebelles verts dissidents", "autre groupe rebelle vert"), 3),
    ],
)
def test_names_of_one_movement_come_together_and_others_do_not(names: tuple[str, ...], movements: int) -> None:
    scope = find_scope(war_with_rebels(*names), {})
    assert len({standing(scope, name).name for name in names}) == movements


@pytest.mark.parametrize(
    ("title", "side"),
    [("chef de la guérilla", "rebelles verts"), ("négociateur vert", "rebelles verts"), ("Premier ministre", "Valdor"), ("poète", None)],
)
def test_titles_tell_the_side_of_people(title: str, side: str | None) -> None:
    (talks,) = [told(article("t", "2031-05-14", event("meeting", "la rencontre", "2031-05-14", ["Idris Sow"])))]
    titled = tuple(replace(actor, roles=(title,)) for actor in talks.actors)
    scope = find_scope([*war_with_rebels("rebelles verts", "guérilla"), replace(talks, actors=titled)], {})
    assert standing(scope, "Idris Sow").side == side


def test_the_period_of_a_process_is_that_of_the_days_known_together() -> None:
    readings = civil_war()
    days = {reading.document: f"2032-01-0{i}" for i, reading in enumerate(readings, start=1)}
    (process,) = find_scope(readings, {}, days=days).processes
    assert (process.first, process.last) == ("2032-01-01", "2032-01-04")


def test_a_junta_is_one_under_all_its_names_and_mediates_nothing() -> None:
    coup = told(article("j1", "2031-05-10", event("capture", "le coup", "2031-05-09", ["putschistes", "Valdor"])))
    talks = told(article("j2", "2031-05-12", event("meeting", "la concertation", "2031-05-12", ["Valdor"], host="junte")))
    raid = told(article("j3", "2031-05-13", event("attack", "le raid", "2031-05-12", ["junte valdorienne"], by=["Valdor"])))
    scope = find_scope([coup, talks, raid], {})
    assert standing(scope, "junte").name == standing(scope, "putschistes").name
    assert all("junte" not in process.mediators for process in scope.processes)


@pytest.mark.parametrize(
    ("title", "side"), [("cheffe de file de l'opposition", "opposition"), ("opposante zambienne", "opposition"), ("opposant norvégien", None)]
)
def test_opponents_are_of_the_opposition_of_their_state_alone(title: str, side: str | None) -> None:
    war = [told(article(d, "2031-05-10", event("attack", "la rafle", "2031-05-09", ["opposition"], by=["Zambie"]))) for d in ("o1", "o2")]
    (talks,) = [told(article("t", "2031-05-14", event("meeting", "la rencontre", "2031-05-14", ["Ada Lund"])))]
    titled = tuple(replace(actor, roles=(title,)) for actor in talks.actors)
    assert standing(find_scope([*war, replace(talks, actors=titled)], {}), "Ada Lund").side == side


def test_an_office_of_state_told_without_a_name_is_its_only_holder_of_the_dossier() -> None:
    def signed(document: str, name: str, *titles: str) -> Reading:
        reading = told(article(document, "2031-05-10", event("agreement", "l'accord", "2031-05-09", [f"{name} (Zambie)"])))
        return replace(reading, actors=tuple(replace(a, kind="person", roles=titles, side="Zambie") for a in reading.actors))

    articles = [signed("a", "Ada Lund", "président zambien"), signed("b", "président zambien")]
    assert standing(find_scope(articles, {}), "président zambien").name == "Ada Lund"
    third = signed("c", "Idris Sow", "président zambien")
    assert standing(find_scope([*articles, third], {}), "président zambien").name == "président zambien"


def test_the_opposition_of_a_state_is_one_with_or_without_its_adjective() -> None:
    scope = find_scope(war_with_rebels("rebelles verts", "opposition", "opposition zambienne", "opposition armée"), {})
    assert standing(scope, "opposition").name == standing(scope, "opposition zambienne").name
    assert standing(scope, "opposition armée").name != standing(scope, "opposition").name


def test_who_mediates_in_one_article_is_not_the_state_that_all_are_about() -> None:
    talks = told(article("t", "2031-05-12", event("meeting", "les pourparlers", "2031-05-12", ["Valdor", "rebelles verts"], host="Norvège")))
    guests = [told(article(f"g{n}", "2031-05-15", event("call", f"appel {n}", "2031-05-15", ["Norvège", "Valdor", "armée"]))) for n in range(3)]
    scope = find_scope([*war_with_rebels("rebelles verts"), talks, *guests], {})
    assert standing(scope, "armée").side == "Valdor"


def test_the_army_is_that_of_the_only_state_whose_army_acts_and_forces_are_anybodys() -> None:
    raid = told(article("a", "2031-05-10", event("attack", "le raid", "2031-05-09", ["armée valdorienne (Valdor)", "Valdor", "Front du Sud"])))
    guests = ["Norvège", "Valdor", "armée", "forces"]
    calls = [told(article(f"b{n}", "2031-05-11", event("call", f"appel {n}", "2031-05-11", guests))) for n in range(3)]
    scope = find_scope([raid, *calls], {})
    assert standing(scope, "armée").side == "Valdor"
    assert standing(scope, "forces").side is None


def test_a_state_and_a_movement_that_only_talk_are_the_parties_of_a_few_articles() -> None:
    talks = told(article("a", "2031-05-12", event("meeting", "la rencontre", "2031-05-12", ["Valdor", "rebelles verts"])))
    visit = told(article("b", "2031-05-13", event("call", "l'appel", "2031-05-13", ["Valdor", "Zambie"])))
    assert find_scope([talks, visit], {}).parties == ("Valdor", "rebelles verts")
    assert find_scope([visit], {}).parties == ()


def test_an_accord_between_a_state_and_a_movement_settles_their_war() -> None:
    accord = told(article("a", "2031-05-12", event("agreement", "l'accord", "2031-05-12", ["Valdor", "Front du Sud"])))
    trade = told(article("b", "2031-05-13", event("agreement", "le traité", "2031-05-13", ["Valdor", "Norvège"])))
    assert set(find_scope([accord, trade], {}).parties) == {"Front du Sud", "Valdor"}
    assert find_scope([trade], {}).parties == ()


def test_a_part_of_the_army_is_on_the_side_of_the_government() -> None:
    raid = event("attack", "le raid", "2031-05-12", ["aviation de l'armée"], by=["Front du Sud"])
    scope = find_scope([told(article("a", "2031-05-12", event("attack", "le tir", "2031-05-12", ["Valdor"], by=["Front du Sud"]), raid))], {})
    assert standing(scope, "aviation de l'armée").side == "Valdor"
