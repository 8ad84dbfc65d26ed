"""Sentences and quotations: the tables tests/cases/sentences.yaml and quotations.yaml."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.lexicon import read_yaml
from pourparlers.mentions.words import fold
from pourparlers.model.annotated import Annotated, Question

CASES = Path(__file__).parent.parent / "cases"
SENTENCES = yaml.safe_load((CASES / "sentences.yaml").read_text(encoding="utf-8"))
QUOTATIONS = yaml.safe_load((CASES / "quotations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "sentences"), SENTENCES, ids=[c[0][:40] for c in SENTENCES])
def test_sentences(text: str, sentences: list[str], annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(text)
    assert [annotated.document.quote(s.span) for s in annotated.sentences] == sentences


@pytest.mark.parametrize(("text", "inside"), QUOTATIONS, ids=[c[0][:40] for c in QUOTATIONS])
def test_quotations(text: str, inside: list[str], annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(text)
    assert [annotated.document.quote(q.inner) + ("…" if q.open_ended else "") for q in annotated.quotations if not isinstance(q, Question)] == inside


def test_no_abbreviation_ends_its_example(annotate: Callable[[str], Annotated]) -> None:
    for entry in read_yaml("fr/abbreviations")["entries"]:
        assert len(annotate(entry["example"]).sentences) == 1, entry["example"]


def test_abbreviations_are_sorted_and_unique() -> None:
    forms = [fold(entry["form"]) for entry in read_yaml("fr/abbreviations")["entries"]]
    assert forms == sorted(set(forms))
