"""How many of what: the table tests/cases/quantities.yaml, and every numeral and bound of the lexicons."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.lexicon import load
from pourparlers.mentions.numbers import Numeral
from pourparlers.mentions.quantities import Bound, find_quantities
from pourparlers.mentions.ranges import Change
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


def test_bounds_that_may_stand_behind_are_read_there(annotate: Callable[[str], Annotated]) -> None:
    bounds = [b for b in load("fr/bounds", Bound) if b.behind]
    annotated = annotate("\n".join(f"Il y avait 300 tentes {b.phrase}." for b in bounds))
    assert [q.bound for q in find_quantities(annotated)] == [b.bound for b in bounds]


def test_every_change_leads_to_one_number(annotate: Callable[[str], Annotated]) -> None:
    changes = load("fr/changes", Change)
    annotated = annotate("\n".join(c.example for c in changes))
    found = find_quantities(annotated)
    for change, line in zip(changes, annotated.document.lines, strict=True):
        assert [q.bound for q in found if line.span.covers(q.span)] == ["exact"], change.example


LEXICONS: list[tuple[str, type[Numeral | Bound | Change], str]] = [
    ("fr/numerals", Numeral, "word"),
    ("fr/bounds", Bound, "phrase"),
    ("fr/changes", Change, "lemma"),
]


@pytest.mark.parametrize(("name", "entry", "key"), LEXICONS)
def test_lexicons_are_sorted_without_duplicates(name: str, entry: type[Numeral | Bound | Change], key: str) -> None:
    words = [fold(getattr(each, key)) for each in load(name, entry)]
    assert words == sorted(set(words))
