"""The table of tests/cases/dates.yaml: where expressions stand and what they mean."""

import pytest
from tests.dating.conftest import document_of, marked, read_cases

from pourparlers.dating import date_document

PUBLISHED = "2031-05-15"
CASES = [(case, value) for group in read_cases("dates")["groups"] for case, value in group["cases"]]


@pytest.mark.parametrize(("case", "value"), CASES)
def test_value(case: str, value: str | None) -> None:
    text, span = marked(case)
    dated, _ = date_document(document_of(text, PUBLISHED))
    found = {time.span: time.value for time in dated.times if not time.implied}
    if span is None:
        assert found == {}
    else:
        assert span in found, {text[s.start : s.end]: v for s, v in found.items()}
        assert (found[span] or "") == value


def test_there_are_three_hundred_cases() -> None:
    assert len(CASES) >= 300
    assert len({case for case, _ in CASES}) == len(CASES)
