"""The steps of cleaning, in order."""

import re
from dataclasses import replace

from pourparlers.cleaning.clues import named, ranked, record_clue, url_clue
from pourparlers.cleaning.clutter import without_clutter
from pourparlers.cleaning.draft import Draft
from pourparlers.cleaning.glued import unglued
from pourparlers.cleaning.head_and_foot import without_head_and_foot
from pourparlers.cleaning.kinds import with_kinds
from pourparlers.cleaning.language import foreign_language
from pourparlers.cleaning.lines import paragraphs
from pourparlers.cleaning.listings import without_listings
from pourparlers.cleaning.page import read_page
from pourparlers.cleaning.traced import Traced
from pourparlers.cleaning.typography import normalise, plain_markup
from pourparlers.issues import Issue
from pourparlers.model.decoding import Decoded, decode
from pourparlers.model.text import Capture, Document, Line, Metadata, Span

_PAGE = re.compile(r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)

#: Articles need two rounds; what needs more than this was made to.
_ROUNDS = 8


def clean(capture: Capture) -> tuple[Document | None, tuple[Issue, ...]]:
    """The document of a capture, None when it cannot be read, and what was not understood. A pure function; it follows no address."""
    decoded = decoded_capture(capture)
    return _document(capture, with_kinds(_tidied(_draft(capture, decoded))))


def _tidied(draft: Draft) -> Draft:
    """The draft without all that is not the article, its glued sentences parted.

    Taking out one line may bring another to the head or to the foot, so this is done until nothing changes.
    """
    for _ in range(_ROUNDS):
        tidied = without_head_and_foot(without_clutter(without_listings(draft)))
        tidied = replace(tidied, paragraphs=tuple(replace(held, words=unglued(held.words)) for held in tidied.paragraphs))
        if [held.text for held in tidied.paragraphs] == [held.text for held in draft.paragraphs]:
            return tidied
        draft = tidied
    return draft


def decoded_capture(capture: Capture) -> Decoded:
    """The text into which a document's alignment and what was dropped point."""
    declared = capture.encoding
    if declared is None and capture.media_type == "text/html":
        match = _CHARSET.search(capture.content[:4096])
        declared = None if match is None else match[1].decode("ascii")
    return decode(capture.content, declared)


def _draft(capture: Capture, decoded: Decoded) -> Draft:
    """The paragraphs of a page or of plain text, with the metadata and the clues of the record and of the address."""
    if capture.media_type == "text/html" or _PAGE.match(decoded.text):
        draft = read_page(decoded.text)
    else:
        draft = Draft(paragraphs(normalise(plain_markup(Traced.of(decoded.text)))))
    known = _declared_first(capture.declared, draft.metadata)
    clues = list(draft.clues)
    if capture.declared.published is not None:
        clues.append(record_clue(capture.declared.published))
    found = None if known.url is None else url_clue(known.url)
    clues.extend(() if found is None else (found,))
    issues = (*draft.issues, *_broken(decoded))
    return replace(draft, metadata=known, clues=tuple(clues), issues=issues)


def _declared_first(declared: Metadata, found: Metadata) -> Metadata:
    return Metadata(
        published=declared.published,
        outlet=declared.outlet or found.outlet,
        title=declared.title or found.title,
        url=declared.url or found.url,
        language=declared.language or found.language,
        agency=declared.agency or found.agency,
    )


def _broken(decoded: Decoded) -> tuple[Issue, ...]:
    if decoded.broken == 0:
        return ()
    message = f"{decoded.broken} characters could not be read as {decoded.encoding}: they stand as \ufffd in the text"
    return (Issue("", "cleaning", "encoding", message),)


def _document(capture: Capture, draft: Draft) -> tuple[Document | None, tuple[Issue, ...]]:
    words, lines = _assembled(draft)
    issues = [named(issue, capture.name) for issue in draft.issues]
    if not any(char.isalnum() for char in words.text):
        message = "not read: nothing is left of it once advertisements, menus and signatures are taken out"
        return None, (*issues, Issue(capture.name, "cleaning", "empty", message, fatal=True))
    language = foreign_language(words.text)
    if language is not None:
        message = f"not read: language {language} (only French is read)"
        return None, (*issues, Issue(capture.name, "cleaning", "language", message, fatal=True))
    clues = ranked(draft.clues)
    metadata = replace(draft.metadata, language="fr")
    out = tuple(sorted(draft.dropped, key=lambda held: (held.capture, held.rule)))
    document = Document(capture.id, capture.name, words.text, words.alignment(), metadata, capture.horizon, lines, clues, out)
    return document, tuple(issues)


def _assembled(draft: Draft) -> tuple[Traced, tuple[Line, ...]]:
    """The text, its paragraphs parted by empty lines (so that none is taken for a broken line when it is cleaned again); and its lines."""
    parts: list[Traced] = []
    lines = []
    length = 0
    for held in draft.paragraphs:
        gap = "\n\n" if parts else ""
        parts.extend((Traced.put_in(gap), held.words))
        start = length + len(gap)
        length = start + len(held.words)
        lines.append(Line(Span(start, length), held.kind))
    return Traced.join(parts), tuple(lines)
