"""Document (and Annotated, where there is one) -> Dated: expressions as relations to a day, the document's own day, reasons.

date_document(document, annotated=None) -> tuple[Dated, tuple[Issue, ...]]
redate(dated, published) -> Dated
tell_day(time, quote) -> str: why a time has its days, in one line of French

The way of a document: words (a text as letters of classes) -> patterns, find, shape (expressions as drafts) -> tense, hang (drafts tied to
the days they hang on) -> evidence, published (the document's own day) -> resolve (the days of each expression), explain.
"""

from pourparlers.dating.document import date_document, redate
from pourparlers.dating.explain import tell_day

__all__ = ["date_document", "redate", "tell_day"]
