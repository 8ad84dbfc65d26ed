"""Reprints, updates and extracts are one family; quotations are not. Texts are made of invented words, so that nothing is shared by chance."""

import itertools
import random

import pytest

from made import article
from pourparlers.linking.families import find_families
from pourparlers.linking.sketch import sketch
from pourparlers.model.claim import Reading


def prose(seed: str, words: int) -> list[str]:
    """Words that no other seed gives."""
    dice = random.Random(seed)
    syllables = ["ba", "co", "di", "fu", "ga", "lo", "mi", "nu", "pa", "ri", "so", "ta", "ve", "zo"]
    return ["".join(dice.choices(syllables, k=dice.randint(2, 4))) for _ in range(words)]


def reworded(words: list[str], share: float, seed: str) -> list[str]:
    """The same text with that share of its sentences (of twelve words) written anew."""
    dice = random.Random(seed)
    sentences = [words[i : i + 12] for i in range(0, len(words), 12)]
    return [w for i, s in enumerate(sentences) for w in (prose(f"{seed} {i}", 12) if dice.random() < share else s)]


def paper(name: str, words: list[str], outlet: str | None = None) -> Reading:
    return article(name, None, text=" ".join(words), outlet=outlet or name)


def together(*papers: Reading) -> list[set[str]]:
    """The families of several members, as sets of names."""
    found: dict[str, set[str]] = {}
    families = find_families(papers)
    for p in papers:
        found.setdefault(families[p.document], set()).add(p.name)
    return sorted((names for names in found.values() if len(names) > 1), key=sorted)


WIRE = prose("wire", 300)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(WIRE, id="to the letter"),
        pytest.param(prose("another head", 40) + WIRE[60:], id="another head"),
        pytest.param(WIRE[:150], id="cut by half"),
        pytest.param(WIRE[:60], id="only the beginning"),
        pytest.param(prose("menu", 80) + WIRE + prose("foot", 120), id="boilerplate around"),
        pytest.param(WIRE + prose("update", 300), id="an update that doubles the length"),
        pytest.param(prose("head", 400) + WIRE + prose("rest", 1700), id="an update eight times as long"),
        pytest.param(reworded(WIRE, 0.35, "r"), id="a third of the sentences written anew"),
    ],
)
def test_one_family(copy: list[str]) -> None:
    assert together(paper("wire", WIRE), paper("copy", copy), paper("other", prose("other", 300))) == [{"wire", "copy"}]


def test_a_long_analysis_joins_the_two_dispatches_that_it_quotes_neither_to_itself_nor_to_each_other() -> None:
    second = prose("second wire", 300)
    analysis = prose("a", 300) + WIRE + prose("b", 400) + second + prose("c", 300)
    assert together(paper("one", WIRE), paper("two", second), paper("analysis", analysis)) == []


def test_an_analysis_and_its_reprint_stay_together() -> None:
    second = prose("second wire", 300)
    analysis = prose("a", 300) + WIRE + prose("b", 400) + second + prose("c", 300)
    papers = [paper("one", WIRE), paper("two", second), paper("analysis", analysis), paper("again", analysis[20:])]
    assert together(*papers) == [{"analysis", "again"}]


def test_one_paragraph_in_common_is_no_family() -> None:
    background = prose("background", 50)
    assert together(paper("a", prose("a", 300) + background), paper("b", background + prose("b", 300))) == []


def test_forty_copies_in_forty_outlets_are_one_family() -> None:
    copies = [paper(f"copy {i:02}", reworded(WIRE, 0.03, f"copy {i}"), f"outlet {i}") for i in range(45)]
    assert together(*copies, paper("other", prose("other", 200))) == [{p.name for p in copies}]


def test_an_outlets_boilerplate_makes_no_family() -> None:
    foot = prose("foot", 60)
    assert together(*(paper(f"p{i}", prose(f"p{i}", 200) + foot, "one outlet") for i in range(60))) == []


def test_an_outlet_is_one_in_capitals_too() -> None:
    foot, names = prose("foot", 60), ("Actu du Val", "ACTU DU VAL")
    assert together(*(paper(f"p{i}", prose(f"p{i}", 200) + foot, names[i % 2]) for i in range(60))) == []


def test_a_phrase_of_many_outlets_is_silent() -> None:
    phrase = prose("phrase", 40)
    assert together(*(paper(f"p{i}", prose(f"p{i}", 45) + phrase) for i in range(60))) == []


def test_the_smallest_id_names_the_family_and_every_document_has_one() -> None:
    papers = [paper("a", WIRE), paper("b", WIRE[:200]), paper("empty", [])]
    families = find_families(papers)
    assert set(families) == {p.document for p in papers}
    assert families[papers[0].document] == min(papers[0].document, papers[1].document)
    assert families[papers[2].document] == papers[2].document


def test_a_sketch_sees_neither_case_nor_accents_nor_typography() -> None:
    words = " ".join(prose("words", 80))
    assert sketch(f"{words} l’Été à Évreux") == sketch(f"{words.upper()} L'ETE, à\u00a0Evreux !")
    assert sketch("") == ()
    assert sketch("deux mots") == ()


def test_a_sketch_keeps_about_a_quarter_each_once() -> None:
    kept = sketch(" ".join(prose("long", 2000) * 2))
    assert len(kept) == len(set(kept))
    assert 400 < len(kept) < 600


def hard_set() -> tuple[list[Reading], dict[str, str]]:
    """Twelve dispatches with what outlets make of them, analyses that quote two, and articles about the same affairs in words of their own.

    Returns the papers in no telling order, and the family of each by name.
    """
    papers: list[Reading] = []
    family: dict[str, str] = {}

    def add(name: str, words: list[str], of: str, outlet: str | None = None) -> None:
        papers.append(paper(name, words, outlet))
        family[name] = of

    for n in range(12):
        wire, name = prose(f"wire {n}", 220 + 20 * n), f"wire-{n}"
        add(name, wire, name)
        add(f"{name} head", prose(f"head {n}", 45) + wire[50:], name)
        add(f"{name} cut", wire[: len(wire) // 3], name)
        add(f"{name} reworded", reworded(wire, 0.3, f"r{n}"), name)
        add(f"{name} framed", prose("menu of an outlet", 60) + wire + prose("foot of an outlet", 80), name, "an outlet")
        add(f"{name} update", prose(f"lead {n}", 200) + reworded(wire, 0.1, f"u{n}") + prose(f"more {n}", 1500), name)
        add(f"{name} own", prose(f"own {n}", 260) + wire[40:58], f"{name} own")
    for n in range(6):
        first, second = prose(f"wire {2 * n}", 220 + 40 * n), prose(f"wire {2 * n + 1}", 240 + 40 * n)
        quoting = prose(f"a{n}", 350) + first + prose(f"b{n}", 350) + second + prose(f"c{n}", 350)
        add(f"analysis-{n}", quoting, f"analysis-{n}")
    copied = prose("copied", 300)
    for n in range(40):
        add(f"copy-{n:02}", reworded(copied, 0.05, f"c{n}"), "copied", f"outlet {n}")
    return papers, family


def test_precision_and_recall_on_a_hard_set() -> None:
    papers, family = hard_set()
    found = find_families(papers)
    by_name = {p.name: found[p.document] for p in papers}
    pairs = list(itertools.combinations(sorted(by_name), 2))
    wanted = {pair for pair in pairs if family[pair[0]] == family[pair[1]]}
    told = {pair for pair in pairs if by_name[pair[0]] == by_name[pair[1]]}
    missed, invented = sorted(wanted - told), sorted(told - wanted)
    assert len(told & wanted) / len(told) >= 0.95, invented
    assert len(told & wanted) / len(wanted) >= 0.95, missed
    ones = {pair for pair in wanted if not pair[0].startswith("copy-")}  # the forty copies alone would be most of the pairs
    assert len(told & ones) / len(ones) >= 0.95, missed


DISPATCH = """
Le gouvernement et les rebelles de la plaine ont entamé jeudi à Genève une nouvelle série de pourparlers destinés à mettre fin à trois ans
de guerre civile, sous l'égide du médiateur de l'ONU.

Les deux délégations, arrivées mercredi soir, ont été reçues séparément par le médiateur, Paul Weber, avant une séance commune qui a duré
près de deux heures, selon une source diplomatique.

« Nous sommes venus pour parler du retrait des troupes, et de rien d'autre », a déclaré à l'AFP la cheffe de la délégation rebelle, Awa Sow.

Le ministre des Affaires étrangères, Jean Roy, a pour sa part exclu tout retrait avant la libération des soldats capturés en janvier.
"""
REWRITTEN = """
De nouveaux pourparlers entre le pouvoir et la rébellion ont débuté jeudi à Genève. L'objectif : mettre fin à trois ans de guerre civile,
sous l'égide du médiateur de l'ONU.

Arrivées mercredi soir, les deux délégations ont d'abord été reçues séparément par Paul Weber. Une séance commune de près de deux heures a
suivi.

La cheffe de la délégation rebelle, Awa Sow, a prévenu : « Nous sommes venus pour parler du retrait des troupes, et de rien d'autre. »

Pas question d'un retrait avant la libération des soldats capturés en janvier, a répliqué le ministre des Affaires étrangères, Jean Roy.
"""
INDEPENDENT = """
Genève accueille depuis jeudi les négociateurs du gouvernement et de la rébellion, une rencontre que le médiateur onusien préparait de
longue date.

Dans les couloirs, Awa Sow ne cachait pas sa méfiance. « Le gouvernement promet et ne fait rien », nous a-t-elle dit, avant de rejoindre
Paul Weber.

Jean Roy, ministre des Affaires étrangères, a répété que les soldats capturés devaient rentrer d'abord.
"""


def test_a_dispatch_is_one_source_with_its_rewrites_and_not_with_who_was_there() -> None:
    papers = [paper("afp", [DISPATCH]), paper("turned", DISPATCH.split("\n\n")[::-1]), paper("rewritten", [REWRITTEN]), paper("own", [INDEPENDENT])]
    assert together(*papers) == [{"afp", "turned", "rewritten"}]
