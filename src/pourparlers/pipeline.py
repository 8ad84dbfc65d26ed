"""The map: the stages in order. Only this module knows it.

sources -> cleaning -> annotation -> mentions -> dating -> claims        for each document alone
linking -> chronicle                                                     over all readings
"""

from collections.abc import Sequence

from pourparlers import __version__
from pourparlers.annotation import annotate
from pourparlers.chronicle import build
from pourparlers.claims import read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document, redate
from pourparlers.issues import Issue
from pourparlers.linking import link
from pourparlers.mentions import find_mentions
from pourparlers.model.chronicle import Entry, Judgement
from pourparlers.model.claim import Reading
from pourparlers.model.text import Capture, Document


def read(capture: Capture) -> tuple[Document | None, Reading | None, tuple[Issue, ...]]:
    """One capture alone: its document, all its claims, and what was not understood. A pure function."""
    document, issues = clean(capture)
    if document is None:
        return None, None, issues
    annotated = annotate(document)
    mentions = find_mentions(annotated)
    dated, dating_issues = date_document(document, annotated)
    claims = read_claims(annotated, mentions, dated)
    issues = (*issues, *dating_issues)
    reading = Reading(
        document=document.id,
        name=document.name,
        metadata=document.metadata,
        horizon=document.horizon,
        dated=dated,
        version=__version__,
        actors=mentions.actors,
        events=claims.events,
        statements=claims.statements,
        positions=claims.positions,
        commitments=claims.commitments,
        figures=claims.figures,
        issues=issues,
    )
    return document, reading, issues


def chronicle(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> tuple[Entry, ...]:
    """All readings together: the entries of the chronicle."""
    return build(readings, link(readings, redate), judgements)
