"""Quantities that matter: the killed, the wounded, refugees, prisoners, weapons, money, votes.

find_figures(context, voices, events) -> tuple[Figure, ...]

counted   the nouns that are counted, and which matter
fates     what happened to those who are counted
claimants who asserts a figure
find      all of it together
"""

from pourparlers.claims.figures.find import find_figures

__all__ = ["find_figures"]
