"""Readings -> Linked: families of reprints, the same thing in several articles, days sharpened together, contradictions, answers.

link(readings, redate) -> Linked
weave(library, redate, memory) -> Woven    the same, without working out again what an earlier run has found
sketch(text) -> tuple[int, ...]     what `Reading.shingles` holds
"""

from pourparlers.linking.link import Shelf, link, linked, with_days
from pourparlers.linking.sketch import sketch
from pourparlers.linking.trace import from_bytes, to_bytes
from pourparlers.linking.weave import Library, Memory, Woven, weave

__all__ = ["Library", "Memory", "Shelf", "Woven", "from_bytes", "link", "linked", "sketch", "to_bytes", "weave", "with_days"]
