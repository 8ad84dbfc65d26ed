"""Annotated -> Mentions: people with titles, states and metonyms, organisations, places, quantities, reference.

find_mentions(annotated) -> Mentions

words, names, nouns, phrases, sentence        how names and noun phrases are built
world                                         states, international organisations, seats of power
candidates, find, read_names, read_phrases,   passages that may refer to somebody, each read on its own
pronouns
entities, build                               names into actors
parts, discourse, reference                   who did what before: what titles and pronouns come back to
apposition, titles, variations, functions,    the ways they come back
bodies, governments, pairs, antecedents,
apposed_bodies, apposed_people
allegiance                                    whom somebody acts for
latecomers                                    titles to whom the text names under them only later
gazetteer, homonyms, surroundings,            places with coordinates: which of a name's places a text means, what its sentence makes of a name, what
place_names, places                           it is called
numbers, ranges, quantities                   how many of what
"""

from pourparlers.mentions.build import build_actors
from pourparlers.mentions.find import find_candidates
from pourparlers.mentions.place_names import without_names
from pourparlers.mentions.places import find_places
from pourparlers.mentions.quantities import find_quantities
from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Mentions


def find_mentions(annotated: Annotated) -> Mentions:
    """Who, where and how many: all that a document mentions."""
    candidates = find_candidates(annotated)
    places = find_places(annotated, candidates)
    actors, mentions = build_actors(annotated, candidates, tuple(p.span for p in places if not p.metonym))
    return Mentions(actors, mentions, without_names(places, mentions), find_quantities(annotated))
