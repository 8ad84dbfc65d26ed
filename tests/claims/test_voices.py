"""Who asserts what: the table tests/cases/voices.yaml for words, tests/cases/claimants.yaml for events."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.claims.context import Context
from pourparlers.claims.read import read_claims
from pourparlers.claims.statements import find_statements
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated
from pourparlers.model.naming import listed
from pourparlers.model.text import DateClue, Span

CASES = Path(__file__).parent.parent / "cases"
VOICES = yaml.safe_load((CASES / "voices.yaml").read_text(encoding="utf-8"))
CLAIMANTS = yaml.safe_load((CASES / "claimants.yaml").read_text(encoding="utf-8"))
DAY = "2020-08-21"

Annotate = Callable[[str], Annotated]


def context(annotated: Annotated) -> Context:
    """What the readers of claims work on, for a text of that day."""
    document = replace(annotated.document, clues=(DateClue(DAY, "record", 0, DAY),))
    annotated = replace(annotated, document=document)
    return Context(annotated, find_mentions(annotated), date_document(document, annotated)[0])


@pytest.mark.parametrize("case", VOICES, ids=lambda case: case["text"][:60])
def test_who_tells_the_words(case: dict[str, Any], annotate: Annotate) -> None:
    of = context(annotate(case["text"]))
    _, voices = find_statements(of)
    starts = {words: of.document.text.index(words) for words in case["told"]}
    found = {words: [listed([a.name for a in link.agents]) for link in voices.at(Span(at, at + len(words)))] for words, at in starts.items()}
    assert found == case["told"]


@pytest.mark.parametrize("case", CLAIMANTS, ids=lambda case: case["text"][:60])
def test_whose_claim_an_event_is(case: dict[str, Any], annotate: Annotate) -> None:
    of = context(annotate(case["text"]))
    events = read_claims(of.annotated, of.mentions, of.dated).events
    assert [e.claimant for e in events if e.type == case["type"]] == [case["claimant"]]
