"""Descriptions of armed movements: which are one, and whose people are meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.lexicon import groups, read_yaml
from pourparlers.lexicon.movements import (
    bare_words,
    followers_words,
    is_junta,
    is_of_junta,
    movement_words,
    tells_fighters,
    tells_government,
    tells_people,
)
from pourparlers.model.naming import fold, folded_words

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "movements.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["one"][0] for case in CASES])
def test_descriptions_of_one_movement(case: dict[str, Any]) -> None:
    told = {movement_words(name) for name in case["one"]}
    assert len(told) == 1
    assert None not in told
    assert not told & {movement_words(name) for name in case["apart"]}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("chef maoïste", {"maoist"}),
        ("négociateur en chef des rebelles maoïstes", {"maoist"}),
        ("porte-parole de la rébellion", set()),
        ("ancien chef rebelle", set()),
        ("chef", None),
        ("président", None),
        ("chef du Front du Sud", None),
    ],
)
def test_whose_people_a_title_tells(title: str, words: set[str] | None) -> None:
    assert followers_words(title) == words


def test_a_movement_by_what_its_people_are() -> None:
    assert bare_words("maoïstes") == {"maoist"}
    assert bare_words("chef maoïste") == frozenset()


def test_juntas_and_their_people() -> None:
    assert all(map(is_junta, ("junte", "junte zambienne", "putschistes")))
    assert not any(map(is_junta, ("responsable de la junte", "Junte militaire du Front", "jeunes putschistes verts")))
    assert is_of_junta("responsable de la junte")
    assert not is_of_junta("responsable de la rébellion")


def test_people_of_a_movement() -> None:
    assert all(map(tells_fighters, ("hommes armés du Front", "combattants de l'Union", "rébellion du lac")))
    assert not tells_fighters("délégués de l'Union")
    assert tells_people("délégués de l'Union")
    assert not tells_people("bombardement de l'Union")


@pytest.mark.parametrize(
    "title", ["négociatrice en chef du gouvernement", "négociateur gouvernemental", "Premier ministre", "porte-parole militaire"]
)
def test_titles_of_a_government(title: str) -> None:
    assert tells_government(title)


@pytest.mark.parametrize("title", ["chef militaire rebelle", "gouvernement valdorien", "président du Front", "ministre"])
def test_titles_that_tell_of_no_government(title: str) -> None:
    assert not tells_government(title)


def test_the_words_are_sorted_folded_and_attested() -> None:
    entries = read_yaml("fr/movements")["entries"]
    assert [entry["group"] for entry in entries] == sorted({entry["group"] for entry in entries})
    for group, words in groups("fr/movements").items():
        assert all(fold(word) == word for word in words), group
    for entry in entries:
        assert entry["words"] == sorted(set(entry["words"]))
        told = " ".join(folded_words(entry["example"]))
        assert any(word.replace("'", " ") in told for word in entry["words"]), entry["group"]
