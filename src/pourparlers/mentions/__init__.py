"""Annotated -> Mentions: people with titles, states and metonyms, organisations, places, quantities, reference.

find_mentions(annotated) -> Mentions

words, names, nouns, phrases   how names and noun phrases are built
world                          states, international organisations, seats of power
candidates, pronouns           passages that may refer to somebody
entities, build                names into actors
functions, reference           titles and pronouns to the actors they come back to
gazetteer, places              places with coordinates
numbers, quantities            how many of what
"""

from pourparlers.mentions.build import build_actors
from pourparlers.mentions.candidates import find_candidates
from pourparlers.mentions.quantities import find_quantities
from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Mentions


def find_mentions(annotated: Annotated) -> Mentions:
    """Who, where and how many: all that a document mentions."""
    candidates = find_candidates(annotated)
    actors, mentions = build_actors(annotated, candidates, frozenset())
    return Mentions(actors, mentions, (), find_quantities(annotated))
