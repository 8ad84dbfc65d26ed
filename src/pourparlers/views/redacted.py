"""A dossier in which names are hidden, for all that is made of it: texts, passages, actors, summaries, addresses, names of files."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar, cast

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Card, Entry, Link
from pourparlers.model.claim import Reading
from pourparlers.model.scope import Scope
from pourparlers.model.text import Alignment, Document, Evidence, Span
from pourparlers.store import View
from pourparlers.views.redaction import Passage, Redaction
from pourparlers.views.shown import Shown

T = TypeVar("T")

#: Fields that hold identifiers and words of our own, never words of articles.
_IDS = {"id", "members", "actor", "document", "documents", "family", "event", "events", "contradicts", "answers", "left", "right", "targets"}
_WORDS = {
    "kind",
    "type",
    "subtype",
    "status",
    "stance",
    "issue",
    "subissue",
    "phase",
    "bound",
    "mode",
    "precision",
    "state",
    "modality",
    "field",
    "rule",
}
_DAYS = {"start", "end", "best", "earliest", "latest", "candidates", "other_years", "as_of", "horizon", "anchor", "relation", "version"}
_OURS = frozenset(_IDS | _WORDS | _DAYS)


class RedactedView(View):
    """The same dossier, with the names hidden in the texts, names and issues that are read from it."""

    def __init__(self, view: View, redaction: Redaction) -> None:
        super().__init__(view._connection)
        self._redaction, self._source = redaction, view

    def hide(self, text: str) -> str:
        """A text of the user's with the names hidden."""
        return self._redaction.hide(text)

    def names(self) -> dict[str, str]:
        return {document: self._redaction.hide(name) for document, name in self._source.names().items()}

    def issues(self) -> tuple[Issue, ...]:
        hide = self._redaction.hide
        return tuple(replace(issue, document=hide(issue.document), message=hide(issue.message)) for issue in self._source.issues())

    def passage(self, document: str) -> Passage:
        """The text of a document with the names hidden, and where they were. Raises KeyError when there is none."""
        return self._redaction.passage(self._source.text(document))

    def document(self, document: str) -> Document:
        """The document without the map to its capture, which holds another text."""
        found, hide = self._source.document(document), self._redaction.hide
        about = found.metadata
        metadata = replace(about, outlet=_maybe(hide, about.outlet), title=_maybe(hide, about.title), url=self._redaction.address(about.url))
        return replace(found, name=hide(found.name), text=self.text(document), metadata=metadata, alignment=Alignment(()), lines=())

    def documents(self) -> Iterator[Document]:
        return (self.document(document) for document in self._source.names())

    def _text(self, document: str) -> str:
        return self.passage(document).text


class Redacted(Shown):
    """What another view shows, with names hidden."""

    def __init__(self, source: Shown, view: RedactedView, redaction: Redaction) -> None:
        names = {document: redaction.hide(name) for document, name in source.names.items()}
        super().__init__(source.cards, names, source.undated, source.judgements)
        self._source, self._view, self._redaction = source, view, redaction
        self._passages: dict[str, Passage] = {}
        self.cards: Mapping[str, Card] = {document: self._hidden(card) for document, card in source.cards.items()}

    def entries(self, *kinds: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._all if not kinds or entry.kind in kinds)

    def entry_of(self, claim: str) -> Entry | None:
        found = self._source.entry_of(claim)
        return None if found is None else self._hidden(found)

    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        return tuple(e.id for e in self._all if any(i.document == document and i.start < end and start < i.end for i in e.evidence))

    def links(self, *claims: str) -> tuple[Link, ...]:
        return tuple(self._hidden(link) for link in self._source.links(*claims))

    def reading(self, document: str) -> Reading:
        return self._read(self._source.reading(document))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(self._read(reading) for reading in self._source.readings)

    @cached_property
    def scope(self) -> Scope:
        return self._hidden(self._source.scope)

    @cached_property
    def _all(self) -> tuple[Entry, ...]:
        return tuple(self._hidden(entry) for entry in self._source.entries())

    def _read(self, reading: Reading) -> Reading:
        return self._hidden(replace(reading, shingles=()), self._passage(reading.document))

    def _hidden(self, record: T, here: Passage | None = None) -> T:
        """A record with the names hidden in its texts, and its passages where they now lie. here: the text that its spans lie in."""
        found: Any = record
        if isinstance(found, str):
            found = self._redaction.hide(found)
        elif isinstance(found, tuple):
            found = tuple([self._hidden(item, here) for item in found])
        elif isinstance(found, Issue):
            found = replace(found, document=self._redaction.hide(found.document), message=self._redaction.hide(found.message))
        elif isinstance(found, Evidence):
            found = _moved(found, self._passage(found.document))
        elif isinstance(found, Span):
            found = found if here is None else Span(here.moved(found.start), here.moved(found.end, True))
        elif dataclasses.is_dataclass(found):
            found = self._fields(found, here)
        return cast(T, found)

    def _fields(self, record: Any, here: Passage | None) -> Any:
        changes = {}
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            changed = self._redaction.address(value) if field.name == "url" else value if field.name in _OURS else self._hidden(value, here)
            if changed is not value and changed != value:
                changes[field.name] = changed
        return replace(record, **changes) if changes else record

    def _passage(self, document: str) -> Passage:
        if document not in self._passages:
            self._passages[document] = self._view.passage(document)
        return self._passages[document]


def _maybe(change: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else change(text)


def _moved(item: Evidence, passage: Passage) -> Evidence:
    start, end = passage.moved(item.start), passage.moved(item.end, True)
    return replace(item, start=start, end=end, quote=passage.text[start:end])


def redacted(view: View, shown: Shown, names: Sequence[str]) -> tuple[RedactedView, Shown, tuple[str, ...]]:
    """A dossier with names hidden, and those of the names that no article of it holds."""
    redaction = Redaction(names, (actor for reading in shown.readings for actor in reading.actors))
    hiding = RedactedView(view, redaction)
    found = {label for document in shown.cards for label in redaction.labels if label in hiding.text(document)}
    absent = tuple(name for name, label in zip(names, redaction.labels, strict=True) if label not in found)
    return hiding, Redacted(shown, hiding, redaction), absent
