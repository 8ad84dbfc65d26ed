"""Whether an expression lies behind or ahead, as the words around it tell."""

import pytest

from pourparlers.dating.tense import follows_participle
from pourparlers.dating.words import alphabet


@pytest.mark.parametrize(
    ("text", "word", "follows"),
    [
        ("Trois suspects, interpellés dès mardi, ont été relâchés.", "dès", True),
        ("Les otages libérés dès lundi sont rentrés.", "dès", True),
        ("La séance prévue dès mardi a été reportée.", "dès", False),
        ("Les convois attendus dès mardi ne viendront pas.", "dès", False),
        ("Les convois partiront dès mardi.", "dès", False),
        ("Dès mardi, les convois sont partis.", "Dès", False),
    ],
)
def test_a_past_participle_right_before_a_word_tells_what_lies_behind(text: str, word: str, follows: bool) -> None:
    words = alphabet().read(text)
    assert follows_participle(words, list(words.forms).index(word)) is follows
