"""Chains of tellers in words."""

from pourparlers.model.claim import Agent, Attribution
from pourparlers.views.agents import chain

LIGUE, UNION, AGENCY = Agent("Ligue"), Agent("Union"), Agent("Agence du Fleuve")


def test_those_who_say_it_together_are_all_named():
    told = (Attribution(AGENCY, "selon", 0, 5), Attribution(LIGUE, "annoncer", 9, 16, (UNION,)))
    assert chain(told) == "Ligue et Union (annoncer), cité par Agence du Fleuve (selon)"


def test_nobody_tells_what_the_article_tells():
    assert chain(()) == ""
