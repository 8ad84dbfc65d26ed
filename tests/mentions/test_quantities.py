"""How many of what: the table tests/cases/quantities.yaml, and every numeral and bound of the lexicons."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.lexicon import load
from pourparlers.mentions.numbers import Numeral
from pourparlers.mentions.quantities import Bound, find_quantities
from pourparlers.mentions.words import fold
from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Quantity

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "quantities.yaml").read_text(encoding="utf-8"))


def told(quantity: Quantity) -> str:
    ends = f" [{quantity.low:g}-{quantity.high:g}]" if quantity.bound == "range" and quantity.low is not None and quantity.high is not None else ""
    return f"{quantity.value:.15g} {quantity.bound}: {quantity.what}{ends}"


@pytest.mark.parametrize(("text", "quantities"), CASES, ids=[c[0][:40] for c in CASES])
def test_table(text: str, quantities: list[str], annotate: Callable[[str], Annotated]) -> None:
    assert [told(q) for q in find_quantities(annotate(text))] == quantities


def test_every_numeral_counts_in_its_example(annotate: Callable[[str], Annotated]) -> None:
    numerals = load("fr/numerals", Numeral)
    annotated = annotate("\n".join(f"Il y avait {n.example}." for n in numerals))
    found = find_quantities(annotated)
    for numeral, line in zip(numerals, annotated.document.lines, strict=True):
        assert [q for q in found if line.span.covers(q.span)], numeral.example


def test_every_bound_is_read_in_its_example(annotate: Callable[[str], Annotated]) -> None:
    bounds = load("fr/bounds", Bound)
    annotated = annotate("\n".join(f"Il y avait {b.example}." for b in bounds))
    found = find_quantities(annotated)
    for bound, line in zip(bounds, annotated.document.lines, strict=True):
        read = [q.bound for q in found if line.span.covers(q.span)]
        assert read == [bound.bound], bound.example


@pytest.mark.parametrize(("name", "key"), [("fr/numerals", "word"), ("fr/bounds", "phrase")])
def test_lexicons_are_sorted_without_duplicates(name: str, key: str) -> None:
    entries: tuple[Numeral | Bound, ...] = load(name, Numeral) if key == "word" else load(name, Bound)
    words = [fold(getattr(entry, key)) for entry in entries]
    assert words == sorted(set(words))
