"""What parties bind themselves to."""

from pourparlers.claims.context import Context
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Commitment, Event


def find_commitments(context: Context, voices: Voices, events: tuple[Event, ...]) -> tuple[Commitment, ...]:
    """The commitments told by a document, in the order of their evidence."""
    return ()
