"""Annotated, Mentions, Dated -> claims: attribution, statements, events, positions, commitments, figures.

read_claims(annotated, mentions, dated) -> Claims

clauses, verbs    the grammar that all of them ask: which verb governs a word and who is its subject; tense, mood, voice and negation
particles         "de", "que", "ne" and the like, and quotation marks, in all their forms; groups: small groups of words, by name
context, voices   the document with what was read before; who asserts what stands at a place of it
headed            the time at the head of an entry of a chronology or a live report
issuer            who asserts a whole text, because it is their communiqué
speech            who says what; statements: the sayings as rows
events, figures   what happened, and how many
positions         what parties ask, offer, accept and refuse
commitments       what binds them: pledges (is anybody bound?), bound (who?), promised (to what, until when?), phases (what becomes of it?)
read              all of it, in order
"""

from pourparlers.claims.context import Context
from pourparlers.claims.read import Claims, read_claims

__all__ = ["Claims", "Context", "read_claims"]
