"""Document -> Annotated: sentences, tokens, syntax, quotation marks. spaCy stands behind this room's one adapter.

annotate(document) -> Annotated
"""
