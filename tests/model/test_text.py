"""The map from a document's text back to what was captured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.model.text import Alignment, Document, Metadata, Segment, Span, evidence

# Capture "AB  &amp;CD", text "AB &\nCD": two characters kept, spaces folded, an entity, a line break put in, two characters kept.
ALIGNMENT = Alignment(
    (
        Segment(Span(0, 2), Span(0, 2)),
        Segment(Span(2, 3), Span(2, 4)),
        Segment(Span(3, 4), Span(4, 9)),
        Segment(Span(5, 7), Span(9, 11)),
    )
)


@pytest.mark.parametrize(
    ("span", "capture"),
    [
        (Span(0, 2), Span(0, 2)),
        (Span(1, 2), Span(1, 2)),
        (Span(2, 3), Span(2, 4)),
        (Span(1, 4), Span(1, 9)),
        (Span(4, 5), None),
        (Span(4, 6), Span(9, 10)),
        (Span(0, 7), Span(0, 11)),
        (Span(7, 9), None),
    ],
)
def test_to_capture(span, capture):
    assert ALIGNMENT.to_capture(span) == capture


@pytest.mark.parametrize(
    ("capture", "span"),
    [(Span(0, 2), Span(0, 2)), (Span(5, 6), Span(3, 4)), (Span(10, 11), Span(6, 7)), (Span(0, 11), Span(0, 7)), (Span(11, 12), None)],
)
def test_from_capture(capture, span):
    assert ALIGNMENT.from_capture(capture) == span


@given(st.integers(0, 6), st.integers(1, 7))
def test_there_and_back_holds_the_span(start, length):
    span = Span(start, min(7, start + length))
    there = ALIGNMENT.to_capture(span)
    if there is not None:
        back = ALIGNMENT.from_capture(there)
        assert back is not None
        kept = [i for i in range(span.start, span.end) if ALIGNMENT.to_capture(Span(i, i + 1)) is not None]
        assert back.start <= kept[0]
        assert kept[-1] < back.end


def test_spans():
    assert Span(0, 5).covers(Span(1, 5))
    assert not Span(1, 5).covers(Span(0, 5))
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert len(Span(2, 5)) == 3


def test_evidence_quotes_the_document():
    document = Document("doc-1", "a.txt", "Une trêve tient.", Alignment(()), Metadata(), "2026-01-01")
    found = evidence(document, Span(4, 9), "test")
    assert found.quote == "trêve"
    assert document.text[found.start : found.end] == found.quote
    assert found.span == Span(4, 9)
