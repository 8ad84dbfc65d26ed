"""The table of tests/cases/cleaning.yaml, which a French reader can review."""

from pathlib import Path

import pytest
import yaml

from pourparlers.cleaning import clean
from pourparlers.model.text import Document

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "cleaning.yaml").read_text(encoding="utf-8"))


def told(document: Document) -> list[str]:
    return [("" if line.kind == "body" else f"{line.kind}: ") + document.quote(line.span) for line in document.lines]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, captured):
    document, issues = clean(captured(case["text"]))
    assert document is not None, issues
    assert told(document) == case["lines"]
    for field in ("outlet", "agency", "title"):
        if field in case:
            assert getattr(document.metadata, field) == case[field]
    if "clues" in case:
        assert [f"{clue.value} {clue.source}{'*' * clue.modified}" for clue in document.clues] == case["clues"]
    if "dropped" in case:
        assert [out.rule for out in document.dropped] == case["dropped"]
    assert [issue.kind for issue in issues] == case.get("issues", [])
