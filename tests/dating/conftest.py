"""What the tests of dating share: a document made of a text, and how a case marks its expression."""

from pathlib import Path
from typing import Any

import yaml

from pourparlers.model.text import Alignment, DateClue, Document, Metadata, Segment, Span

CASES = Path(__file__).parent.parent / "cases"


def document_of(text: str, published: str | None = None, horizon: str = "2032-01-01") -> Document:
    """A document of this very text. published: the day, month or year that its record declares."""
    whole = Span(0, len(text))
    clues = () if published is None else (DateClue(published, "record" if len(published) == 10 else "head", 0, published),)
    return Document("doc-test", "test.txt", text, Alignment((Segment(whole, whole),)), Metadata(), horizon, (), clues)


def marked(case: str) -> tuple[str, Span | None]:
    """The text of a case without its square brackets, and what they hold; None without brackets."""
    start, end = case.find("["), case.find("]")
    if start < 0:
        return case, None
    return case[:start] + case[start + 1 : end] + case[end + 1 :], Span(start, end - 1)


def read_cases(name: str) -> Any:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
