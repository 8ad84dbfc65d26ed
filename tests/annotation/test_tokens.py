"""Words, their offsets and their syntax."""

import random
from collections.abc import Callable

import pytest

from pourparlers.annotation.typography import plain
from pourparlers.model.annotated import Annotated


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peut-être viendra-t-elle.", "-t-elle"),
        ("« Oui », porte-t-il au dossier.", "-t-il"),
        ("Il y a 1 000 chars.", "1 000"),
        ("Il y a 1\u00a0000 chars.", "1 000"),
        ("Elle vit à Addis-Abeba.", "Addis-Abeba"),
        ("Elle vit à N'Djamena.", "N'Djamena"),
        ("Selon l'ABC/D23, rien.", "ABC/D23"),
        ("Une guerre russo-turque.", "russo-turque"),
        ('Il craint d\'"un échec".', "d'"),
    ],
)
def test_words_are_mended(text: str, word: str, annotate: Callable[[str], Annotated]) -> None:
    assert word in [t.text for t in annotate(text).tokens]


@pytest.mark.parametrize(("text", "lemma"), [("Il l’indique.", "indiquer"), ("Elle demande une trêve.", "demander"), ("A-t-elle menti ?", "elle")])
def test_lemmas(text: str, lemma: str, annotate: Callable[[str], Annotated]) -> None:
    assert lemma in [t.lemma.rpartition("-")[2] for t in annotate(text).tokens]


def test_offsets_hold_for_every_token(annotate: Callable[[str], Annotated]) -> None:
    text = "« L’armée a tiré 1\u202f200 obus », a-t-il dit…\tPuis :  rien.\n\nFin\u00a0!"
    annotated = annotate(text)
    assert [plain(text[t.start : t.end]) for t in annotated.tokens] == [t.text for t in annotated.tokens]
    for sentence in annotated.sentences:
        assert all(sentence.start <= t.start and t.end <= sentence.end and t.sentence == sentence.i for t in annotated.sentence_tokens(sentence))
    for token in annotated.tokens:
        assert annotated.tokens[token.head].sentence == token.sentence
        assert all(annotated.tokens[child].head == token.i for child in annotated.children[token.i])


def test_hostile_text_is_read(annotate: Callable[[str], Annotated]) -> None:
    chance = random.Random(7)
    noise = "".join(chance.choice("a\"«»“”'’.,!?…-—(): \n\t\u00a0\u200b0É€") for _ in range(3000))
    for text in ("", " ", "\n\n", '"' * 400, "«" * 400, "." * 400, "mot " * 3000, noise):
        annotated = annotate(text)
        assert all(t.start < t.end for t in annotated.tokens)
        assert all(q.outer.covers(q.inner) for q in annotated.quotations)


def test_two_hyphens_are_a_dash_of_the_same_length():
    assert plain("l'aide --déjà promise-- arrive") == "l'aide – déjà promise – arrive"
    assert plain("avion-cargo, ----- et dix-huit") == "avion-cargo, ----- et dix-huit"
