"""Linguistic and world knowledge: YAML files loaded into validated, frozen entries, a matcher of phrases over them, and what the descriptions of
armed movements say of which it is (`movements`)."""

from pourparlers.lexicon.groups import Group, groups
from pourparlers.lexicon.load import load, read_yaml
from pourparlers.lexicon.match import Match, Phrases

__all__ = ["Group", "Match", "Phrases", "groups", "load", "read_yaml"]
