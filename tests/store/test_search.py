"""Full-text search: inflection, accents, phrases, and questions that are no questions."""

from dataclasses import replace

import pytest

import tiny
from pourparlers.model.outcome import Outcome
from pourparlers.store import Store
from pourparlers.store.search import phrases, stems


@pytest.fixture
def found(tiny_place):
    def names(text):
        with Store.open(tiny_place).view() as view:
            return [view.names()[document] for document in view.search(text, 10)]

    return names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("délégation", {"sud.txt"}),
        ("DELEGATIONS", {"sud.txt"}),
        ("port-serene", {"sud.txt", "nord.txt"}),
        ('"Port-Sérène a duré"', {"nord.txt"}),
        ("« camps engagés »", set()),
        ("camps engagés", {"muet.txt"}),
        ("trêve rencontre", set()),
        ('"trêve', {"muet.txt"}),
        ("", set()),
        ("!? --", set()),
        ('") OR stems:*', set()),
    ],
)
def test_search(found, text, names):
    assert set(found(text)) == names


def test_words_are_stemmed_and_folded():
    assert stems("Les négociations ONT repris à l'Élysée") == ["le", "negoci", "ont", "repr", "a", "l", "elys"]


def test_a_question_is_never_syntax():
    assert phrases('NEAR(a b) AND "c"') == [["near", "a"], ["b"], ["and"], ["c"]]


def test_the_best_comes_first_and_the_list_ends(tiny_place):
    with Store.open(tiny_place).view() as view:
        assert len(view.search("Valdor", 1)) == 1
        assert len(view.search("Valdor", 9)) == 2


#: Texts with what indices cut, fold or give up on, each in its own way; and of questions, which of them they find.
ODD = {
    "a": "Un mot_composé, ½ heure ; l'été à Œuvrebourg.",
    "b": "Il dit \"non\" \\ puis 'oui' : " + "x" * 5000 + " fin.",
    "c": "oui " * 20_000 + "mot final du très long compte rendu",
    "d": "encore encore encore une fois",
    "e": "1/2 heure, 王小明 l’a vu.",
}
FOUND = {
    "mot_composé": "a", "mot composé": "a", "mot": "ac", "1/2": "ae", "½": "ae", "œuvrebourg": "a", "oeuvrebourg": "",
    "oui": "bc", "non": "b", "x" * 5000: "b", "x" * 4999: "b", "x" * 99: "", '"mot final du très"': "c", '"final mot"': "",
    '"encore une"': "d", '"encore encore"': "d", "王小明": "e", "fin": "b", "'": "", "\\": "", "%": "",
}  # fmt: skip


def test_odd_texts_and_questions(place):
    store = Store.create(place)
    with store.writer() as writer:
        writer.settle("1")
        for name, text in ODD.items():
            writer.capture(replace(tiny.capture("sud.txt"), id=name))
            document = replace(tiny.document("sud.txt"), id=name, text=text)
            writer.outcome(Outcome(name, "1", document, None, ()))
    with store.view() as view:
        assert {question: "".join(sorted(view.search(question, 9))) for question in FOUND} == FOUND
