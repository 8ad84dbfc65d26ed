"""Document -> Annotated: sentences, tokens, syntax, quotation marks. spaCy stands behind this room's one adapter.

annotate(document) -> Annotated

typography     the text as the tagger wants it, character for character
quotations     passages in quotation marks
segmentation   where sentences end
tokens         words, and what the tokenizer gets wrong
spacy_adapter  syntax; arithmetic: how it multiplies
interviews     questions and answers that are printed without quotation marks
"""

from collections.abc import Iterator

from pourparlers.annotation.quotations import find_quotations
from pourparlers.annotation.segmentation import find_sentences
from pourparlers.annotation.typography import plain
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Document, Span


def annotate(document: Document) -> Annotated:
    """The document with sentences, tokens, syntax and quotations."""
    from pourparlers.annotation.spacy_adapter import parse  # spaCy takes a second to load: only where a text is read

    text = plain(document.text)
    paragraphs = list(_paragraphs(document))
    quotations = find_quotations(text, [span for _, span in paragraphs])
    closing = frozenset(q.outer.end - 1 for q in quotations if not q.open_ended)
    sentences, tokens = parse(text, [(line, find_sentences(text, span, closing)) for line, span in paragraphs])
    return Annotated(document, tokens, sentences, quotations, _children(tokens))


def _paragraphs(document: Document) -> Iterator[tuple[int, Span]]:
    """The document's lines and their numbers, cut at line breaks where a line holds one."""
    lines = [line.span for line in document.lines] or [Span(0, len(document.text))]
    for number, line in enumerate(lines):
        start = line.start
        for words in document.quote(line).splitlines(keepends=True):
            yield number, Span(start, start + len(words))
            start += len(words)


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head].append(token.i)
    return tuple(tuple(children) for children in below)
