"""A text as a few hundred numbers, so that what two texts share can be counted without reading them again."""

import hashlib

from pourparlers.model.naming import folded_words

#: Words in a shingle, and the share of shingles that is kept: one in `KEEP`.
WORDS, KEEP = 3, 4


def sketch(text: str) -> tuple[int, ...]:
    """The kept hashes of the text's runs of three words, in the order of the text, each once.

    A hash is kept when it is a multiple of `KEEP`: what two texts share is then kept in both or in neither.
    """
    words = folded_words(text)
    found = dict.fromkeys(_hash(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))
    return tuple(h for h in found if h % KEEP == 0)


def _hash(words: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=6).digest(), "big")
