"""Full-text search: inflection, accents, phrases, and questions that are no questions."""

import pytest

import tiny
from pourparlers.store import Store
from pourparlers.store.search import query, stems


@pytest.fixture
def found(tiny_dossier):
    def names(text):
        with Store.open(tiny_dossier).view() as view:
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
    assert query('NEAR(a b) AND "c"') == '"near a" AND "b" AND "and" AND "c"'


def test_the_best_comes_first_and_the_list_ends(tmp_path):
    store = tiny.make(tmp_path / "tiny.db")
    with store.view() as view:
        assert len(view.search("Valdor", 1)) == 1
        assert len(view.search("Valdor", 9)) == 2
