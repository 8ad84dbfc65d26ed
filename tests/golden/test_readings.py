"""Whole articles, read alone: all events and all speakers, so that whatever is invented shows as well as whatever is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.claims import read_claims
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated

CASES = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_article_gives_what_it_tells_and_nothing_else(case: dict[str, Any], annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(case["text"])
    dated, _ = date_document(annotated.document, annotated)
    claims = read_claims(annotated, find_mentions(annotated), dated)
    events = [
        [
            e.type,
            e.status,
            e.place.name if e.place is not None else None,
            [a.name for a in e.participants],
            e.mediator.name if e.mediator is not None else None,
            e.attribution[0].agent.name if e.attribution else None,
        ]
        for e in claims.events
    ]
    said = [[s.mode, s.speaker.name, s.evidence.quote] for s in claims.statements]
    missing = case.get("missing", [])
    assert events == case["events"]
    assert said == case["said"]
    assert all(row not in events for row in missing)
