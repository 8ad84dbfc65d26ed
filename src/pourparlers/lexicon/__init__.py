"""Linguistic and world knowledge: YAML files loaded into validated, frozen entries, and a matcher of phrases over them."""

from pourparlers.lexicon.groups import Group, groups
from pourparlers.lexicon.load import load, read_yaml
from pourparlers.lexicon.match import Match, Phrases

__all__ = ["Group", "Match", "Phrases", "groups", "load", "read_yaml"]
