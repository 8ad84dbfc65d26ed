"""Quantities that matter: the killed, the wounded, refugees, prisoners, weapons, money, votes.

find_figures(context, voices, events) -> tuple[Figure, ...]

nouns     which noun each number counts; years and lists of days left out
counted   the nouns that are counted, and which matter
fates     what happened to those who are counted
parts     the parts of a total, which share its fate
epidemics figures of illness, which do not matter
days      the day that a figure holds for
claimants who asserts a figure
tallies   who counted, by the verb or noun of counting; sources: by a list, a count, an estimate
find      all of it together
"""

from pourparlers.claims.figures.find import find_figures

__all__ = ["find_figures"]
