"""What parties ask, offer, accept and refuse."""

from pourparlers.claims.context import Context
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Position, Statement


def find_positions(context: Context, voices: Voices, statements: tuple[Statement, ...]) -> tuple[Position, ...]:
    """The positions told by a document, in the order of their evidence."""
    return ()
