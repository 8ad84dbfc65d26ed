"""All readers of claims, in the order in which they need each other."""

from dataclasses import dataclass

from pourparlers.claims.commitments import find_commitments
from pourparlers.claims.context import Context
from pourparlers.claims.events import find_events
from pourparlers.claims.figures import find_figures
from pourparlers.claims.issuer import asserted_by, issuer_of
from pourparlers.claims.positions import find_positions
from pourparlers.claims.statements import find_statements
from pourparlers.model.annotated import Annotated
from pourparlers.model.claim import Commitment, Event, Figure, Position, Statement
from pourparlers.model.mention import Mentions
from pourparlers.model.time import Dated


@dataclass(frozen=True, slots=True)
class Claims:
    """What a document asserts."""

    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]


def read_claims(annotated: Annotated, mentions: Mentions, dated: Dated) -> Claims:
    """The claims of one document. Statements come first: what they cover is told by their speaker, not by the article."""
    context = Context(annotated, mentions, dated)
    statements, voices = find_statements(context)
    events = find_events(context, voices)
    positions = find_positions(context, voices, statements)
    commitments = find_commitments(context, events, positions)
    figures = find_figures(context, voices, events)
    issuer = issuer_of(context)
    return Claims(
        asserted_by(issuer, events),
        asserted_by(issuer, statements),
        asserted_by(issuer, positions),
        asserted_by(issuer, commitments),
        asserted_by(issuer, figures),
    )
