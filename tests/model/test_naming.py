"""Names that are one in spite of spelling, titles and acronyms."""

import pytest

from pourparlers.model.naming import acronyms, elides, fold, folded_words, name_words, same_name


def test_fold() -> None:
    assert fold("  L’Élysée\u00a0") == "l'elysee"
    assert folded_words("L'ex-président Brisk") == ["l", "ex", "president", "brisk"]


def test_words_and_acronyms() -> None:
    assert name_words("le Front de libération (FL)") == {"front", "liberation"}
    assert name_words("La") == {"la"}
    assert acronyms("Front pour le salut du Val (FSV)") == {"fsv"}
    assert acronyms("Anton Brisk") == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Anton Brisk", "M. Brisk", True),
        ("Anton Brisk", "anton BRISK", True),
        ("Mouvement du 3-Mai (M3M)", "M3M", True),
        ("Forces armées du Val d'Orne", "FAVO", True),
        ("M3M/AFO", "AFO-M3M", True),
        ("Anton Brisk", "Anna Sorr", False),
        ("gouvernement valdorien", "gouvernement norvégien", False),
        ("Valdor", "", False),
        ("Soudan", "Soudan du Sud", False),
        ("Guinée", "Guinée équatoriale", False),
        ("Front du Nord", "Front du Nord (FN)", True),
        ("Tran Mi Un", "Tran Sol Mi", False),
        ("Tran Mi-un", "Tran Sol-mi", False),
        ("Tran Mi Un", "Tran Mi-un", True),
        ("chef d'un groupe", "chef du groupe", True),
    ],
)
def test_same_name(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same
    assert same_name(right, left) is same


@pytest.mark.parametrize("name", ["Irak", "Ypres", "hôpital", "Émirats", "Yvette", "Awa"])
def test_elided(name: str) -> None:
    assert elides(name)


@pytest.mark.parametrize("name", ["Yémen", "Hongrie", "Norvège", "hauts responsables", "Yasmine"])
def test_not_elided(name: str) -> None:
    assert not elides(name)
