"""Annotated -> Mentions: people with titles, states and metonyms, organisations, places, quantities, reference.

find_mentions(annotated) -> Mentions
"""
