"""Annotated, Mentions, Dated -> claims: attribution, statements, events, positions, commitments, figures.

read_claims(annotated, mentions, dated) -> Claims
"""

from pourparlers.claims.context import Context
from pourparlers.claims.read import Claims, read_claims

__all__ = ["Claims", "Context", "read_claims"]
