"""Document -> Annotated: sentences, tokens, syntax, quotation marks. spaCy stands behind this room's one adapter.

annotate(document) -> Annotated
"""

from pourparlers.model.annotated import Annotated
from pourparlers.model.text import Document


def annotate(document: Document) -> Annotated:
    """The document with sentences, tokens, syntax and quotations."""
    return Annotated(document, (), (), (), ())
