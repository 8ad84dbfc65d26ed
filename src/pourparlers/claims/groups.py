"""Small closed groups of words that the reading of what is said, of positions, commitments and figures leans on."""

import functools

from pourparlers.lexicon import groups


@functools.cache
def group(name: str) -> frozenset[str]:
    """The words of a group of ``data/fr/claim_words.yaml``. Raises KeyError for one that the lexicon does not have."""
    return groups("fr/claim_words")[name]
