"""Everything has evidence: over both example dossiers, every passage quotes its document and leads back to what was captured."""

import html
import re
import unicodedata
from collections.abc import Iterator

from pourparlers.model.claim import Claim, Commitment
from pourparlers.model.decoding import decode
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Document, Evidence, Span

Examples = dict[str, list[tuple[Capture, Outcome]]]


def read(examples: Examples) -> Iterator[tuple[Capture, Document, Outcome]]:
    """The captures of which a document came, with what was read."""
    for outcomes in examples.values():
        for capture, outcome in outcomes:
            assert outcome.document is not None, capture.name
            yield capture, outcome.document, outcome


def evidences(claims: tuple[Claim, ...]) -> Iterator[Evidence]:
    """All evidence of these claims."""
    for claim in claims:
        yield claim.evidence
        if isinstance(claim, Commitment):
            yield from claim.conditions


def words(text: str) -> list[str]:
    """The words of a text or of marked-up text, without what cleaning may take out or write otherwise."""
    bare = re.sub(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    plain = unicodedata.normalize("NFC", html.unescape(bare)).replace("\u00ad", "")
    return re.findall(r"\w+", plain)


def test_every_example_is_read(examples: Examples) -> None:
    assert {name: len(outcomes) for name, outcomes in examples.items()} == {"istanbul": 20, "sahel": 9}
    for _, document, outcome in read(examples):
        assert outcome.reading is not None
        assert outcome.reading.read, f"{document.name} was taken for an article about something else"
        assert outcome.reading.claims, f"nothing was read from {document.name}"


def test_every_evidence_quotes_its_document(examples: Examples) -> None:
    for _, document, outcome in read(examples):
        assert outcome.reading is not None
        for evidence in evidences(outcome.reading.claims):
            assert evidence.document == document.id
            assert evidence.quote
            assert document.text[evidence.start : evidence.end] == evidence.quote


def test_every_evidence_leads_back_to_the_capture(examples: Examples) -> None:
    for capture, document, outcome in read(examples):
        assert outcome.reading is not None
        decoded = decode(capture.content, capture.encoding).text
        for evidence in evidences(outcome.reading.claims):
            span = document.alignment.to_capture(Span(evidence.start, evidence.end))
            assert span is not None
            captured = decoded[span.start : span.end]
            assert [w for w in words(evidence.quote) if w not in words(captured)] == [], (document.name, evidence.quote, captured)


def test_times_and_tellers_lie_inside_the_text(examples: Examples) -> None:
    for _, document, outcome in read(examples):
        assert outcome.reading is not None
        for time in outcome.reading.dated.times:
            assert 0 <= time.span.start <= time.span.end <= len(document.text)
        for claim in outcome.reading.claims:
            for link in claim.attribution:
                assert document.text[link.start : link.end].strip()


def test_identifiers_are_said_once(examples: Examples) -> None:
    ids = [claim.id for _, _, outcome in read(examples) if outcome.reading is not None for claim in outcome.reading.claims]
    assert len(ids) == len(set(ids))
