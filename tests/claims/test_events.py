"""Events: what phrases tell, and what holds for all of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.annotation import annotate as annotate_document
from pourparlers.claims.context import Context
from pourparlers.claims.events import find_events
from pourparlers.claims.statements import find_statements
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.claim import Event
from pourparlers.model.text import Alignment, DateClue, Document, Line, Metadata, Segment, Span

TABLES = ("events", "main_events")
CASES = [case for table in TABLES for case in yaml.safe_load((Path(__file__).parent.parent / "cases" / f"{table}.yaml").read_text(encoding="utf-8"))]


def article(text: str, published: str | None = None) -> Document:
    """A document of one paragraph, with the day that its record gives."""
    clues = () if published is None else (DateClue(published, "record", 0, published),)
    whole = Span(0, len(text))
    return Document("doc-test", "test.txt", text, Alignment((Segment(whole, whole),)), Metadata(), "2026-01-01", (Line(whole, "body"),), clues)


def read(text: str, published: str | None = None) -> tuple[Event, ...]:
    """The events of a text."""
    annotated = annotate_document(article(text, published))
    context = Context(annotated, find_mentions(annotated), date_document(annotated.document, annotated)[0])
    return find_events(context, find_statements(context)[1])


def told(event: Event) -> dict[str, Any]:
    """The fields of an event as the table of cases has them."""
    return {
        "type": event.type,
        "subtype": event.subtype,
        "status": event.status,
        "start": event.when.start,
        "end": event.when.end,
        "place": None if event.place is None else event.place.name,
        "people": [agent.name for agent in event.participants],
        "mediator": None if event.mediator is None else event.mediator.name,
        "round": event.round,
        "claimant": event.claimant,
        "denier": None if event.denier is None else event.denier.name,
        "matter": None if event.matter is None else event.matter.quote,
        "quote": event.evidence.quote,
    }


def plain(value: Any) -> Any:
    """Days and years as ISO prefixes."""
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_events_of_a_phrase(case: dict[str, Any]) -> None:
    found = [told(event) for event in read(case["text"], plain(case.get("published")))]
    expected = [{k: str(plain(v)) if k in ("start", "end") and v is not None else v for k, v in e.items()} for e in case["events"]]
    assert [{k: f[k] for k in e} for f, e in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


TEXT = (
    "Les deux ministres se sont rencontrés jeudi à Genève. La rencontre a duré une heure. L'armée turque affirme avoir pris vendredi la ville "
    "de Lviv. Le sommet de mars 2021 avait échoué à Oslo. Une trêve a été conclue lundi."
)


def test_evidence_is_the_text_and_says_enough() -> None:
    for event in read(TEXT, "2022-03-15"):
        assert TEXT[event.evidence.start : event.evidence.end] == event.evidence.quote
        assert 3 <= len(event.evidence.quote.split()) <= 25
        assert event.evidence.span.covers(event.trigger)


def test_one_event_told_twice_is_one_row() -> None:
    assert sum(event.type == "meeting" and event.when.start == "2022-03-10" for event in read(TEXT, "2022-03-15")) == 1


def test_reading_twice_gives_the_same() -> None:
    assert read(TEXT, "2022-03-15") == read(TEXT, "2022-03-15")


def test_identifiers_do_not_rest_on_the_day() -> None:
    """A day that becomes known later must not change who an event is."""
    known = {event.evidence.quote: event.id for event in read(TEXT, "2022-03-15")}
    other = {event.evidence.quote: event.id for event in read(TEXT, "2022-03-22")}
    assert known == other


@pytest.mark.parametrize("text", ["", "Attaque", "Accord accord accord accord.", "« " * 200, "a envahi " * 200, "(" * 500 + "sommet lundi"])
def test_odd_text_is_read_without_harm(text: str) -> None:
    assert all(event.evidence.quote for event in read(text))
