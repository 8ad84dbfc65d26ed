"""How texts come onto pages: as French is printed."""

import pytest

from pourparlers.web.render import typeset


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("Elle a dit : « Pas avant l'été » !", "Elle a dit\u00a0: «\u00a0Pas avant l’été\u00a0»\u00a0!"),
        ("Qui donc ? Lui ; personne d'autre.", "Qui donc\u00a0? Lui\u00a0; personne d’autre."),
        ("les 12 500 réfugiés du camp", "les 12\u00a0500 réfugiés du camp"),
        ("le 3 400e jour, 5 personnes", "le 3\u00a0400e jour, 5 personnes"),
        ("le 14 mars 2031 à 10 h 30", "le 14 mars 2031 à 10 h 30"),
        ("d'« urgence »", "d’«\u00a0urgence\u00a0»"),
        ("la 'ligne verte' et le \"Sud\"", "la 'ligne verte' et le \"Sud\""),
        ("5' de pause, 1'30", "5' de pause, 1'30"),
    ],
)
def test_french_is_printed_with_its_spaces_and_apostrophes(told, printed):
    assert typeset(told) == printed
    assert len(printed) == len(told)
