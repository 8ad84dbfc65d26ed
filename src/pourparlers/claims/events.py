"""Things that happened, happen or are announced."""

from pourparlers.claims.context import Context
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Event


def find_events(context: Context, voices: Voices) -> tuple[Event, ...]:
    """The events of a document, in the order of their evidence."""
    return ()
