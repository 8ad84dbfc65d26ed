"""The lexicons of dating: sorted, without duplicates, every example read."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.dating.conftest import document_of, marked

from pourparlers.dating.cues import Cue
from pourparlers.dating.daylight import Region, far_region
from pourparlers.dating.document import tied_times
from pourparlers.dating.evidence import gather
from pourparlers.dating.find import find_drafts
from pourparlers.dating.habits import Habit
from pourparlers.dating.hang import Tied, tie
from pourparlers.dating.nouns import told_by_noun
from pourparlers.dating.numbers import NumberName, cardinals, ordinals
from pourparlers.dating.patterns import Pattern
from pourparlers.dating.shape import Draft
from pourparlers.dating.signs import signs
from pourparlers.dating.tense import direction_from_words, is_asked_for, is_of_blow
from pourparlers.dating.words import alphabet, time_words
from pourparlers.lexicon import load, read_yaml
from pourparlers.model.annotated import Annotated
from pourparlers.model.calendar import Days, span_set

PATTERNS = load("fr/time_patterns", Pattern)
NUMBERS = load("fr/time_numbers", NumberName)
CUES = load("fr/time_cues", Cue)
HABITS = load("fr/dating_habits", Habit)
YEARS = span_set(Days(date(2024, 1, 1).toordinal(), date(2032, 12, 31).toordinal()))
REGIONS = load("world/daylight", Region)


def drafts_of(case: str) -> dict[str, str]:
    """The expressions of a text and the rules that found them."""
    text, _ = marked(case)
    return {text[d.span.start : d.span.end]: d.rule for d in find_drafts(alphabet().read(text))}


def ties_of(text: str) -> tuple[Tied, ...]:
    words = alphabet().read(text)
    quoted = words.quoted()

    def direction_of(draft: Draft) -> str:
        if is_asked_for(words, quoted, draft.first):
            return "future"
        if told_by_noun(words, draft) == "past":
            return "past"
        return "past" if is_of_blow(words, draft.first) else direction_from_words(words, quoted, draft.first, draft.last)

    return tie(find_drafts(words), words, quoted, direction_of)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: f"{p.name}: {p.example}")
def test_every_pattern_finds_its_example(pattern: Pattern) -> None:
    text, span = marked(pattern.example)
    assert span is not None
    assert drafts_of(pattern.example).get(text[span.start : span.end]) == pattern.name


@pytest.mark.parametrize("case", [*(w.example for w in time_words()), *(n.example for n in NUMBERS)])
def test_every_word_has_an_example_that_is_found(case: str) -> None:
    text, span = marked(case)
    assert span is not None
    assert text[span.start : span.end] in drafts_of(case)


def test_every_example_shows_one_of_its_words() -> None:
    for entry in time_words():
        text = entry.example.lower()
        assert any(word in text for word in entry.words), entry


def test_words_are_sorted_and_given_once() -> None:
    keys = [(entry.group, entry.value) for entry in time_words()]
    assert keys == sorted(set(keys))
    words = [(entry.group, word) for entry in time_words() for word in entry.words]
    assert len(words) == len(set(words))


def test_numbers_are_sorted_and_given_once() -> None:
    names = [entry.word for entry in NUMBERS]
    assert names == sorted(set(names))


def test_every_number_up_to_a_hundred_has_a_name() -> None:
    assert set(cardinals().values()) == set(range(1, 101))
    assert set(ordinals().values()) == set(range(1, 101))
    assert cardinals()["soixante et onze"] == 71
    assert cardinals()["quatre-vingt-dix-neuf"] == 99
    assert ordinals()["xixe"] == 19


def test_no_pattern_is_given_twice() -> None:
    patterns = [pattern.pattern for pattern in PATTERNS]
    assert len(patterns) == len(set(patterns))


def test_cues_are_sorted_and_given_once() -> None:
    keys = [(entry.direction, entry.words[0]) for entry in CUES]
    assert keys == sorted(keys)
    words = [word for entry in CUES for word in entry.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("cue", [c for c in CUES if c.direction not in ("now", "held")], ids=lambda c: c.example)
def test_every_cue_tells_its_direction(cue: Cue) -> None:
    weekday = next(t for t in ties_of(cue.example) if t.relation.op == "weekday")
    told = {"asked": "future", "called": "future", "chance": "future", "made": "past", "meeting": "future", "struck": "past"}
    expected = told.get(cue.direction, cue.direction) or ("past" if "a été" in cue.example else "")
    assert weekday.direction == expected


def test_some_names_from_far_away_are_told_from_many() -> None:
    assert far_region("La délégation colombienne est arrivée à Bogota.") == "far behind"
    assert far_region("Le ministre kényan a reçu jeudi une délégation colombienne venue de Bogota.") == "behind"
    assert far_region("Bogota. " + "Le ministre kényan a quitté Nairobi pour le Kenya. " * 5) == ""


def test_habits_are_sorted_and_given_once() -> None:
    names = [habit.evidence for habit in HABITS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("habit", HABITS, ids=lambda h: h.evidence)
def test_every_habit_is_seen_in_its_example(annotate: Callable[[str], Annotated], habit: Habit) -> None:
    syntax = annotate(habit.example) if habit.evidence.endswith("present") else None
    found = signs(gather(tied_times(document_of(habit.example), syntax), habit.example), YEARS)
    assert habit.evidence in {sign.evidence for of_day in found.values() for sign in of_day}
    assert max(sign.place for of_day in found.values() for sign in of_day if sign.evidence == habit.evidence) < len(habit.weights) <= 16


@pytest.mark.parametrize("entry", REGIONS, ids=lambda r: r.region)
def test_every_far_region_is_known_by_its_example(entry: Region) -> None:
    assert far_region(entry.example).removeprefix("far ") == entry.region
    assert all(far_region(f"{place}, mardi. {place} est calme. {place} dort.").removeprefix("far ") == entry.region for place in entry.places)
    assert len(set(entry.places)) == len(entry.places)
    assert far_region("Le ministre kényan a reçu jeudi à Nairobi son homologue ougandais.") == ""


def test_far_states_are_sorted_states_given_once() -> None:
    codes = [code for entry in REGIONS for code in entry.codes]
    assert len(codes) == len(set(codes))
    assert set(codes) <= {state["code"] for state in read_yaml("world/states")["entries"]}
    assert all(list(entry.codes) == sorted(entry.codes) for entry in REGIONS)
    assert [entry.region for entry in REGIONS] == sorted(entry.region for entry in REGIONS)
