"""Whose words a quotation is: drawings in tests/cases/turns.yaml."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.claims.context import Context
from pourparlers.claims.statements import find_statements
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated
from pourparlers.model.time import Dated, Published

DRAWINGS: list[str] = yaml.safe_load((Path(__file__).parent.parent / "cases" / "turns.yaml").read_text(encoding="utf-8"))


def drawn(annotated: Annotated) -> str:
    """A text with each direct statement underlined beneath it, beginning with the speaker's name."""
    text = annotated.document.text
    beneath = [" "] * len(text)
    for statement in find_statements(Context(annotated, find_mentions(annotated), Dated(Published())))[0]:
        if statement.mode == "direct":
            start, end = statement.evidence.start, statement.evidence.end
            beneath[start:end] = statement.speaker.name[: end - start].ljust(end - start, "─")
    return f"{text}\n{''.join(beneath)}".rstrip() + "\n"


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing[:60])
def test_whose_words(drawing: str, annotate: Callable[[str], Annotated]) -> None:
    assert drawn(annotate(drawing.split("\n")[0])) == drawing
