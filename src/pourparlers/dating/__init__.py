"""Document (and Annotated, where there is one) -> Dated: expressions as relations to a day, the document's own day, reasons.

date_document(document, annotated=None) -> tuple[Dated, tuple[Issue, ...]]
redate(dated, published) -> Dated
"""

from pourparlers.dating.document import date_document, redate

__all__ = ["date_document", "redate"]
