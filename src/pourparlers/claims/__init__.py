"""Annotated, Mentions, Dated -> claims: attribution, statements, events, positions, commitments, figures.

read_claims(annotated, mentions, dated) -> Claims
"""
