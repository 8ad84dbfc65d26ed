"""Whether an expression lies behind or ahead, as the words around it tell."""

import pytest

from pourparlers.dating.compound import ends_compound_past
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


@pytest.mark.parametrize(
    ("text", "day", "ends"),
    [
        ("« Tout est dit », a-t-il tweeté samedi.", "samedi", True),
        ("Les deux camps ont cependant accepté lundi de se revoir.", "lundi", True),
        ("La mission s'est toutefois rendue jeudi à la frontière.", "jeudi", True),
        ("La mission a également prévu jeudi une halte.", "jeudi", False),
    ],
)
def test_a_compound_past_is_one_with_a_pronoun_or_an_adverb_inside(text: str, day: str, ends: bool) -> None:
    forms = alphabet().read(text).forms
    assert ends_compound_past(forms, list(forms).index(day)) is ends
