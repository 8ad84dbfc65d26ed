"""Readings -> Linked: families of reprints, the same thing in several articles, days sharpened together, contradictions, answers.

link(readings, redate) -> Linked
weave(library, redate, memory) -> Woven    the same, without working out again what an earlier run has found
sketch(text) -> tuple[int, ...]     what `Reading.shingles` holds

sketch, hashes, shared, families   reprints: documents that share passages; kin: the same when a few documents have come
features, titles, wording          what a claim can be compared by
blocking, pairing                  which claims are worth comparing
compare                            points (evidence) for and against two being one, by weights: when, who, places, kinds
twice                              what one article tells twice
clusters, groups                   pairs into things; regroup: the same when some pairs have come or gone
together                           days sharpened together; years: of documents that tell none; answers, renewed: demands and what answers them
trace, weave, link                 what a later run need not work out again; all of it, bit by bit or at once
"""

from pourparlers.linking.link import Shelf, link, linked, with_days
from pourparlers.linking.sketch import sketch
from pourparlers.linking.trace import from_bytes, to_bytes
from pourparlers.linking.weave import Library, Memory, Woven, weave

__all__ = ["Library", "Memory", "Shelf", "Woven", "from_bytes", "link", "linked", "sketch", "to_bytes", "weave", "with_days"]
