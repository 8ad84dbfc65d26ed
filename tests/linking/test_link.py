"""What linking does with more than two claims, and what it leaves out."""

from dataclasses import replace

import pytest

from made import article, event, figure, position, redate, said
from pourparlers.lexicon import load
from pourparlers.linking import link, pairing
from pourparlers.linking.wording import WordClass, empty_words, stems
from pourparlers.model.claim import Reading, When
from pourparlers.model.naming import fold, folded_words

BOTH = ["Valdor", "Morénie"]


def names_together(*articles):
    """The clusters of several claims, as sets of article names."""
    linked = link(articles, redate)
    name = {c.id: a.name for a in articles for c in a.claims}
    return sorted(sorted(name[c] for c in members) for members in linked.clusters if len(members) > 1)


def test_what_one_article_tells_apart_stays_apart() -> None:
    words, places = "des tirs ont retenti mardi", ("Orle", "Vard")
    assert names_together(article("a", "2031-05-15", *(event("attack", words, "2031-05-13", BOTH, place=place) for place in places))) == []


def test_two_equal_partners_in_one_article_are_refused() -> None:
    told = event("attack", "les tirs de mardi", "2031-05-13", BOTH)
    twice = article("b", "2031-05-15", *(event("attack", "des tirs, mardi", "2031-05-13", BOTH, place=place) for place in ("Orle", "Vard")))
    linked = link([article("a", "2031-05-15", told), twice], redate)
    assert all(len(members) == 1 for members in linked.clusters)
    assert {found.verdict for found in linked.links} == {"different"}
    assert all("plusieurs partenaires" in found.reasons[0] for found in linked.links)


def test_what_excludes_one_member_excludes_the_cluster() -> None:
    first = article("a", "2031-05-15", event("meeting", "le deuxième cycle à Port-Sérène", "2031-05-13", BOTH, round=2))
    vague = article("b", "2031-05-15", event("meeting", "le cycle de mai à Port-Sérène", "2031-05", BOTH))
    third = article("c", "2031-05-22", event("meeting", "le troisième cycle à Port-Sérène", "2031-05-20", BOTH, round=3))
    assert len(names_together(first, vague, third)) <= 1
    assert ["a", "c"] not in names_together(first, vague, third)
    assert ["a", "b", "c"] not in names_together(first, vague, third)


def test_kept_apart_though_alike_says_why() -> None:
    a = article("a", "2031-05-15", event("meeting", "le deuxième cycle à Port-Sérène", "2031-05-13", BOTH, place="Port-Sérène", round=2))
    b = article("b", "2031-05-15", event("meeting", "le troisième cycle à Port-Sérène", "2031-05-13", BOTH, place="Port-Sérène", round=3))
    (found,) = link([a, b], redate).links
    assert found.verdict == "different"
    assert found.score == 0
    assert found.reasons[0] == "séances différentes (2 et 3)" or found.reasons[0] == "séances différentes (3 et 2)"


def test_a_key_that_too_many_share_is_reported() -> None:
    many = [article(f"a{i}", "2031-05-15", said("Anton Brisk", f"trêve numéro{i}")) for i in range(pairing.CROWD + 1)]
    linked = link(many, redate)
    assert all(len(members) == 1 for members in linked.clusters)
    assert {issue.kind for issue in linked.issues} == {"crowded-block"}


def test_figures_of_different_voices_contradict_each_other() -> None:
    army = figure(9, "villageois tués", claimant=["armée valdorienne"])
    rebels = figure(23, "villageois tués", claimant=["Front de la vallée"])
    linked = link([article("a", "2031-05-15", army, rebels)], redate)
    assert len(linked.contradictions) == 1


def test_no_contradiction_where_both_can_be_right() -> None:
    later = article("b", "2031-05-15", figure(12, "villageois tués", claimant=["armée valdorienne"]))
    for other in (
        figure(7, "villageois tués", claimant=["armée valdorienne"]),
        figure(7, "villageois tués", bound="at_least", claimant=["Front de la vallée"]),
        figure(23, "camions détruits", "weapons", claimant=["Front de la vallée"]),
        figure(12, "villageois tués", claimant=["Front de la vallée"]),
    ):
        assert link([article("a", "2031-05-15", other), later], redate).contradictions == ()


def test_sums_of_one_currency_are_not_one_sum() -> None:
    asked = figure(15e9, "dollars", "money", claimant=["Valdor"])
    spent = figure(46e6, "dollars", "money", claimant=["Front de la vallée"])
    assert link([article("a", "2031-05-15", asked, spent)], redate).contradictions == ()


def test_some_of_those_counted_are_no_other_count() -> None:
    raid = event("attack", "le raid sur le poste", "2031-05-14", ["rebelles"])
    for policemen, clashes in ((1, 0), (9, 1)):
        told = article("a", "2031-05-15", raid)
        (whole,) = told.events
        people = figure(5, "personnes tuées", event=whole.id)
        some = figure(policemen, "policiers tués", claimant=["Front de la vallée"], event=whole.id)
        assert len(link([article("a", "2031-05-15", raid, people, some)], redate).contradictions) == clashes


@pytest.mark.parametrize(
    ("first", "second", "published", "clashes"),
    [
        ((12, "soldats tués"), (9, "soldats tués"), "2031-05-15", 1),
        ((30, "personnes tuées"), (28, "morts"), "2031-05-16", 1),
        ((12, "soldats tués"), (15, "soldats tués"), "2031-05-16", 0),  # a toll that rises
        ((12, "morts"), (9, "soldats tués"), "2031-05-15", 0),  # some of the dead
        ((12, "soldats tués"), (9, "soldats tués"), None, 0),  # told nobody knows when
    ],
)
def test_two_articles_differ_on_a_toll(first: tuple[float, str], second: tuple[float, str], published: str | None, clashes: int) -> None:
    raids = [event("attack", "le raid de mardi sur le poste d'Orle", "2031-05-13", ["rebelles"], place="Orle") for _ in range(2)]
    read = [article("a", "2031-05-15", raids[0]), article("b", published, raids[1])]
    counted = [
        article(r.name, day, raid, figure(*told, event=r.events[0].id))
        for r, day, raid, told in zip(read, ("2031-05-15", published), raids, (first, second), strict=True)
    ]
    assert len(link(counted, redate).contradictions) == clashes


def test_a_denial_is_not_what_it_denies() -> None:
    told = "douze gardes de la vallée de l'Orne ont été tués mardi dans une embuscade près du poste de Vard"
    army, denial = said("armée valdorienne", told, mode="indirect"), said("Front de la Morénie", told, mode="indirect")
    for verb, clusters in (("assurer", [["a", "b"]]), ("démentir", [])):
        other = article("b", "2031-05-15", replace(denial, verb=verb))
        assert names_together(article("a", "2031-05-15", army), other) == clusters


def test_a_refusal_answers_the_demand() -> None:
    demand = position("Morénie", "demands", "withdrawal", "le retrait des troupes de la vallée de l'Orne")
    refusal = position("Valdor", "rejects", "withdrawal", "tout retrait des troupes de la vallée")
    a, b = article("a", "2031-05-10", demand), article("b", "2031-05-12", refusal)
    assert link([a, b], redate).answers == ((b.positions[0].id, a.positions[0].id),)


def test_nobody_answers_himself_nor_what_comes_later() -> None:
    demand = position("Valdor", "demands", "withdrawal", "le retrait des troupes de la vallée de l'Orne")
    refusal = position("Valdor", "rejects", "withdrawal", "tout retrait des troupes de la vallée")
    assert link([article("a", "2031-05-10", demand), article("b", "2031-05-12", refusal)], redate).answers == ()
    other = position("Morénie", "demands", "withdrawal", "le retrait des troupes de la vallée de l'Orne")
    assert link([article("a", "2031-05-20", other), article("b", "2031-05-12", refusal)], redate).answers == ()


@pytest.mark.parametrize("name", ["fr/answer_words", "fr/common_words", "fr/empty_words", "fr/series"])
def test_word_lists_are_folded_sorted_and_not_repeated(name: str) -> None:
    entries = load(name, WordClass)
    words = [w for entry in entries for w in entry.words]
    assert len(words) == len(set(words))
    assert [e.cls for e in entries] == sorted(e.cls for e in entries)
    for entry in entries:
        assert list(entry.words) == sorted(entry.words)
        assert {s for w in entry.words for s in loose(w)} & set(loose(entry.example)), entry.example


def loose(text: str) -> list[str]:
    """The first letters of the words of a text: an example may inflect a word."""
    return [w[:4] for w in folded_words(text)]


def test_empty_words_are_folded_and_common_words_are_not_empty() -> None:
    assert all(folded_words(w) == [w] for w in empty_words())
    assert not {fold(w) for e in load("fr/common_words", WordClass) for w in e.words} & empty_words()


def test_stems_leave_out_what_tells_nothing_and_join_numbers() -> None:
    assert stems("Les 142.500 évacués de la zone") == stems("142 500 évacuées des zones")


@pytest.mark.parametrize(
    ("part", "day", "clusters"),
    [("start", "2031-06-04", 1), ("start", "2031-05-31", 1), ("start", "2031-06-20", 2), ("end", "2031-06-28", 1), ("end", "2031-06-04", 2)],
)
def test_a_third_of_a_month_holds_its_days_and_those_beside_it(part: str, day: str, clusters: int) -> None:
    vague = replace(event("agreement", "les deux camps sont parvenus à un accord", "2031-06"), when=When("2031-06", "2031-06"))
    bare = article("a", "2031-07-02", vague)
    month = replace(bare.dated.times[0], relation=f"month m=6 mod={part}")
    events = (replace(bare.events[0], when=When("2031-06", "2031-06", 0, 0)),)
    told = replace(bare, dated=replace(bare.dated, times=(month, *bare.dated.times[1:])), events=events)
    exact = article("b", "2031-07-01", event("agreement", "un accord met fin aux tirs", day, ["Valdor", "Morénie"]))
    assert len(link([told, exact], lambda dated, _: dated).clusters) == clusters


def test_an_article_without_a_day_does_not_make_one_of_rounds_years_apart() -> None:
    def first_round(name: str, published: str | None) -> Reading:
        told = event("meeting", "le premier cycle de pourparlers directs", None, ["Valdor", "Morénie"], round=1)
        return article(name, published, told, text=f"{name} " * 50)

    found = link([first_round("a", "2031-05-15"), first_round("b", None), first_round("c", "2034-05-15")], redate)
    assert sorted(map(len, found.clusters)) == [1, 2]
