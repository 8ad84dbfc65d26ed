"""Annotated -> Mentions: people with titles, states and metonyms, organisations, places, quantities, reference.

find_mentions(annotated) -> Mentions
"""

from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Mentions


def find_mentions(annotated: Annotated) -> Mentions:
    """Who, where and how many: all that a document mentions."""
    return Mentions((), (), (), ())
