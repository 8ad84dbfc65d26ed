"""Readings -> Linked: families of reprints, the same thing in several articles, days sharpened together, contradictions, answers.

link(readings, redate) -> Linked
sketch(text) -> tuple[int, ...]     what `Reading.shingles` holds
"""

from pourparlers.linking.link import link
from pourparlers.linking.sketch import sketch

__all__ = ["link", "sketch"]
