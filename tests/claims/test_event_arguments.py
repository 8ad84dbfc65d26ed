"""Events: their days, places and participants, phrase by phrase."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.claims.test_events import plain, read, told

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "event_arguments.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_arguments_of_events(case: dict[str, Any]) -> None:
    published = plain(case["published"])
    wanted = {e["type"] for e in case["events"]}  # which other events a phrase tells is looked at elsewhere
    found = [told(event) for event in read(case["text"], str(published)) if event.type in wanted]
    expected = [{k: str(plain(v)) if k in ("start", "end") and v is not None else v for k, v in e.items()} for e in case["events"]]
    assert [{k: f[k] for k in e} for f, e in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)
