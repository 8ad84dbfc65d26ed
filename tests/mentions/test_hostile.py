"""Text that nobody wrote for us to read: it is read all the same, in time linear in its length."""

import random
from collections.abc import Callable

import pytest

from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated

WORDS = [
    "le",
    "ministre",
    "de",
    "la",
    "Défense",
    "russe",
    "Paul",
    "Okello",
    ",",
    "a",
    "dit",
    "il",
    "(",
    "ABC",
    ")",
    '"',
    "deux",
    "Moscou",
    "et",
    "camps",
    "à",
    "12",
    ".",
]


@pytest.mark.parametrize("seed", range(3))
def test_nonsense_is_read(seed: int, annotate: Callable[[str], Annotated]) -> None:
    chance = random.Random(seed)
    text = " ".join(chance.choice(WORDS) for _ in range(1500))
    mentions = find_mentions(annotate(text))
    ids = {actor.id for actor in mentions.actors}
    assert len(ids) == len(mentions.actors)
    assert {m.actor for m in mentions.mentions} <= ids
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in (*mentions.mentions, *mentions.places, *mentions.quantities))
    assert list(mentions.mentions) == sorted(mentions.mentions, key=lambda m: (m.span.start, -m.span.end))


@pytest.mark.parametrize("text", ["", "le", "(", "M.", "les deux", "selon", "12", "l'", "À", "le ministre de", "entre 3 et", "région de"])
def test_stumps_are_read(text: str, annotate: Callable[[str], Annotated]) -> None:
    find_mentions(annotate(text))
