"""Pairs of claims, and whether linking holds them to be one thing (tests/cases/same.yaml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from made import article, event, figure, position, redate, said
from pourparlers.linking import link
from pourparlers.model.claim import Claim, Reading
from pourparlers.model.mention import Place

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "same.yaml").read_text(encoding="utf-8"))


def claim(told: dict[str, Any]) -> Claim:
    """The claim that a case describes."""
    words, day = told.get("words", ""), None if told.get("day") is None else str(told["day"])
    if "speaker" in told:
        return said(told["speaker"], words, day)
    if "party" in told:
        return position(told["party"], told["stance"], told["issue"], words, day)
    if "value" in told:
        return figure(told["value"], told["what"])
    place = told.get("place")
    more = {key: told[key] for key in ("round", "status", "host", "subtype", "by") if key in told}
    return event(told["type"], words, day, told.get("who", ()), place=Place(**place) if isinstance(place, dict) else place, **more)


def told(case: dict[str, Any]) -> list[Reading]:
    """The articles that tell the two claims, of 15 May 2031 unless the claim has a day of its own for its article (`told`)."""
    return [article(name, str(case[name].get("told", "2031-05-15")), claim(case[name])) for name in ("a", "b")]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_same_or_not(case: dict[str, Any]) -> None:
    a, b = told(case)
    clusters = link([a, b], redate).clusters
    assert len(clusters) == (1 if case["same"] else 2)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_links_carry_reasons(case: dict[str, Any]) -> None:
    a, b = told(case)
    for found in link([a, b], redate).links:
        assert found.left < found.right
        assert found.reasons and all(found.reasons)
        assert 0 <= found.score <= 1
        assert (found.verdict == "same") == case["same"]
