"""Quantities that matter."""

from pourparlers.claims.context import Context
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Event, Figure


def find_figures(context: Context, voices: Voices, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of their evidence."""
    return ()
