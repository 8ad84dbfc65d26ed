"""Who is who: golden drawings in tests/golden/who.txt, apart by ---; each holds its text, its underlines and its legend."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from drawing import draw

from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated

GOLDEN = Path(__file__).parent.parent / "golden" / "who.txt"
DRAWINGS = [d.strip("\n") for d in re.split(r"^---$", GOLDEN.read_text(encoding="utf-8"), flags=re.MULTILINE)]
LEGEND = re.compile(r"[A-Z] (?:person|state|organisation|group): ")


def text_of(drawing: str) -> str:
    """The lines of a drawing that are neither underlines nor legend."""
    lines = drawing.split("\n")
    drawn = [line for line in lines if not LEGEND.match(line)]
    return "\n".join(drawn[::2])


@pytest.mark.parametrize("drawing", DRAWINGS, ids=[d[:40] for d in DRAWINGS])
def test_drawing(drawing: str, annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(text_of(drawing))
    assert draw(annotated, find_mentions(annotated)) == drawing
