"""Document (and Annotated, where there is one) -> Dated: expressions as relations to a day, the document's own day, reasons.

date_document(document, annotated=None) -> tuple[Dated, tuple[Issue, ...]]
redate(dated, published) -> Dated
"""

from pourparlers.issues import Issue
from pourparlers.model.annotated import Annotated
from pourparlers.model.text import Document
from pourparlers.model.time import Dated, Published


def date_document(document: Document, annotated: Annotated | None = None) -> tuple[Dated, tuple[Issue, ...]]:
    """The times of a document and its own day, from the document alone. Without syntax (`annotated`), tense is guessed from the words."""
    return Dated(Published()), ()


def redate(dated: Dated, published: Published) -> Dated:
    """The same times, resolved again for a publication day that is now better known."""
    return Dated(published, dated.times)
