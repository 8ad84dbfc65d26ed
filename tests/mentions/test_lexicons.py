"""Every entry of the lexicons of people, bodies, functions and of the world: sorted, unique, its example read."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from pourparlers.lexicon import Group, load, read_yaml
from pourparlers.mentions import find_mentions
from pourparlers.mentions.find import find_candidates
from pourparlers.mentions.functions import Function, function_of
from pourparlers.mentions.nouns import Body, Person, noun
from pourparlers.mentions.words import cut, fold
from pourparlers.mentions.world import Organisation, Seat, known_names, states, states_of
from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Mentions


def lines(annotate: Callable[[str], Annotated], examples: Sequence[str]) -> Iterator[tuple[str, Annotated, Mentions]]:
    """Each example read alone, so that none is the antecedent of another."""
    for example in examples:
        annotated = annotate(example)
        yield example, annotated, find_mentions(annotated)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("fr/people", "form"),
        ("fr/bodies", "form"),
        ("fr/functions", "function"),
        ("fr/word_groups", "group"),
        ("world/states", "name"),
        ("world/organisations", "name"),
        ("world/seats", "name"),
    ],
)
def test_sorted_without_duplicates(name: str, key: str) -> None:
    entries = read_yaml(name)["entries"]
    words = [fold(entry[key]) for entry in entries]
    assert words == sorted(words)
    assert len({str(entry) for entry in entries}) == len(entries)
    if name != "fr/functions":
        assert len(set(words)) == len(words)


def test_word_groups_are_sorted_and_folded() -> None:
    for each in load("fr/word_groups", Group):
        assert list(each.words) == sorted(set(each.words)), each.group
        assert [fold(w) for w in each.words] == list(each.words), each.group


def test_every_person_is_read(annotate: Callable[[str], Annotated]) -> None:
    people = load("fr/people", Person)
    for person in people:
        lemmas = [c.noun.lemma for c in find_candidates(annotate(person.example)) if c.noun is not None and c.noun.kind == "person"]
        assert fold(person.form) in lemmas, person.example


def test_every_body_is_read(annotate: Callable[[str], Annotated]) -> None:
    for body in load("fr/bodies", Body):
        lemmas = [c.noun.lemma for c in find_candidates(annotate(body.example)) if c.noun is not None and c.noun.kind == "body"]
        assert fold(body.form) in lemmas, body.example


def test_every_function_is_recognised(annotate: Callable[[str], Annotated]) -> None:
    for entry in load("fr/functions", Function):
        candidates = find_candidates(annotate(entry.example))
        read = {function_of(c.phrase, c.noun, c.sides[0] if c.sides else None) for c in candidates if c.noun is not None}
        assert entry.function in read, entry.example


def test_every_state_is_known_by_name_and_adjective(annotate: Callable[[str], Annotated]) -> None:
    for state in states():
        annotated = annotate(state.example)
        assert state.name in {side for c in find_candidates(annotated) for side in c.sides}, state.example
        assert state.name in [p.place.name for p in find_mentions(annotated).places], state.example
        assert all(state.name in states_of(adjective) for adjective in state.adjectives)


def test_every_organisation_and_seat_acts(annotate: Callable[[str], Annotated]) -> None:
    for entry in (*load("world/organisations", Organisation), *load("world/seats", Seat)):
        name = entry.stands_for if isinstance(entry, Seat) else entry.name
        if entry.example.split(" sur ")[-1].rstrip(".") == entry.name:
            continue  # a network: where something was written
        mentions = find_mentions(annotate(entry.example))
        assert name in [actor.name for actor in mentions.actors], entry.example


def test_names_of_the_world_are_told_apart() -> None:
    known_names()  # raises ValueError when one phrase stands twice


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("russes", ("Russie",)),
        ("russo-ukrainien", ("Russie", "Ukraine")),
        ("franco-allemande", ("France", "Allemagne")),
        ("congolais", ("République démocratique du Congo", "République du Congo")),
        ("nord-coréenne", ("Corée du Nord",)),
        ("table", ()),
    ],
)
def test_adjectives(word: str, names: tuple[str, ...]) -> None:
    assert sorted(states_of(word)) == sorted(names)


def test_nouns_in_all_their_forms() -> None:
    read = [noun(w) for w in ("ministres", "négociatrice", "généraux", "ex-présidente", "porte-parole")]
    assert [(n.lemma, n.gender, n.plural) for n in read if n is not None] == [
        ("ministre", "", True),
        ("negociateur", "f", False),
        ("general", "m", True),
        ("ex-presidente", "f", False),
        ("porte-parole", "", False),
    ]


def test_no_alias_of_an_organisation_says_another_again() -> None:
    for organisation in load("world/organisations", Organisation):
        told = [cut(name) for name in (organisation.name, *organisation.aliases)]
        assert len(told) == len(set(told)), organisation.name
