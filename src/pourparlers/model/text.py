"""Captures, documents, spans of their text, and the map from a document's text back to what was captured."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of character offsets [start, end)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """True when the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """True when the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source declares about a document, as declared; None where it says nothing.

    published: ISO 8601 day, month or date-time. language: ISO 639-1. agency: wire service that the signature names.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes from a source, with where and when they were got.

    id: content_id("doc", content, declared id or URL, declared metadata); it is the id of the document made of it.
    name: `document` in exports: the record's id, else the file's name.
    content: the bytes of the article (for a record of a table, its text field in UTF-8).
    media_type: "text/plain" or "text/html". encoding: declared charset, None when it must be found out.
    origin: where it was got, for people (path, path and line, "-").
    horizon: ISO day by which it was known (the day of capture or `--known-by`).
    """

    id: str
    name: str
    content: bytes
    media_type: str
    origin: str
    horizon: str
    encoding: str | None = None
    declared: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the document's text and the run of the decoded capture it came from.

    Runs of one length map character by character; others (an entity, a folded run of white space) as a block.
    """

    text: Span
    capture: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """The map from a document's text to the decoded capture: segments in the order of the text, without overlap.

    Text between two segments was put in by cleaning (a line break between two glued sentences).
    """

    segments: tuple[Segment, ...]

    def to_capture(self, span: Span) -> Span | None:
        """The smallest span of the decoded capture that holds the characters of `span`; None if none came from it."""
        first = max(0, bisect_right(self.segments, span.start, key=lambda s: s.text.start) - 1)
        touched = []
        for segment in self.segments[first:]:
            if segment.text.start >= span.end:
                break
            if segment.text.overlaps(span):
                touched.append(_project(segment.text, segment.capture, span))
        return Span(min(s.start for s in touched), max(s.end for s in touched)) if touched else None

    def from_capture(self, span: Span) -> Span | None:
        """The smallest span of the text that holds what came from `span` of the decoded capture; None if nothing did."""
        touched = [_project(s.capture, s.text, span) for s in self.segments if s.capture.overlaps(span)]
        return Span(min(s.start for s in touched), max(s.end for s in touched)) if touched else None


def _project(source: Span, target: Span, span: Span) -> Span:
    if len(source) != len(target):
        return target
    shift = target.start - source.start
    return Span(max(source.start, span.start) + shift, min(source.end, span.end) + shift)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document's text and what it is: "title", "lead", "heading", "body", "caption", "byline"."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cleaning took out: its place in the decoded capture, its text and the rule that took it out."""

    capture: Span
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class DateClue:
    """Something outside the article's sentences that tells when it was published.

    value: ISO prefix ("2022-03", "2022-03-04"), "--03-04" for a day without a year, "-W-3" for a weekday alone, or the words
    themselves for a relative one ("il y a 2 heures").
    source: "record", "byline", "page.meta", "head", "page.time", "dateline", "url", "relative".
    trust: rank among clues, 0 is the best; clues that disagree are listed by it, and dating raises an issue.
    quote: the words it was read from. capture: their place in the decoded capture, if they stand there.
    modified: True when it is the day of an update.
    """

    value: str
    source: str
    trust: int
    quote: str
    capture: Span | None = None
    modified: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The cleaned text of one article. Every offset in the program points into `text` unless it says otherwise."""

    id: str
    name: str
    text: str
    alignment: Alignment
    metadata: Metadata
    horizon: str
    lines: tuple[Line, ...] = ()
    clues: tuple[DateClue, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at `span`."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a value comes from: ``document.text[start:end] == quote``, and the rule that read it."""

    document: str
    start: int
    end: int
    quote: str
    rule: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def evidence(document: Document, span: Span, rule: str) -> Evidence:
    """The evidence for what `rule` read at `span`."""
    return Evidence(document.id, span.start, span.end, document.quote(span), rule)
