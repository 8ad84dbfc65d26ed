"""Communiqués: who asserts a whole text. The table is tests/cases/issuers.yaml."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.annotation import annotate
from pourparlers.claims.context import Context
from pourparlers.claims.issuer import Sign, issuer_of
from pourparlers.claims.read import Claims, read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.model.text import Capture, Metadata

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "issuers.yaml").read_text(encoding="utf-8"))
SIGNS = load("fr/communiques", Sign)

Read = Callable[[str], tuple[Context, Claims]]


@pytest.fixture(name="read")
def _read() -> Read:
    """A function from a text as it was captured, with its lines, to its claims."""

    def of(text: str) -> tuple[Context, Claims]:
        document, _ = clean(Capture("doc-x", "x", text.encode(), "text/plain", "x", "2026-11-21", "utf-8", Metadata()))
        assert document is not None
        annotated = annotate(document)
        context = Context(annotated, find_mentions(annotated), date_document(document, annotated)[0])
        return context, read_claims(context.annotated, context.mentions, context.dated)

    return of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_whose_communique_a_text_is(case: dict[str, Any], read: Read) -> None:
    context, claims = read(case["text"])
    issuer = issuer_of(context)
    assert (None if issuer is None else issuer.agent.name) == case["issuer"]
    for words, told in case["told"].items():
        at = context.document.text.index(words)
        found = [e for e in claims.events if e.evidence.start <= at and at + len(words) <= e.evidence.end]
        assert [[link.agent.name for link in e.attribution] for e in found[:1]] == [told]


def test_issuer_stands_by_figures_but_asks_in_its_own_name(read: Read) -> None:
    text = (
        "COMMUNIQUÉ\n\nNous, Ligue du port, réunis à Kori, pleurons nos morts.\n\n"
        "Douze soldats ont été tués lundi. La Ligue du port exige le retrait des troupes."
    )
    _, claims = read(text)
    assert [[link.agent.name for link in figure.attribution] for figure in claims.figures] == [["Ligue du port"]]
    assert [(position.party.name, position.attribution) for position in claims.positions] == [("Ligue du port", ())]


def test_unknown_issuer_is_unnamed(read: Read) -> None:
    context, claims = read("COMMUNIQUÉ\n\nLes pourparlers ont repris lundi à Nairobi.")
    issuer = issuer_of(context)
    assert issuer is not None
    assert issuer.agent.name == "unnamed"
    assert {link.agent.name for event in claims.events for link in event.attribution} == {"unnamed"}


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.words)
def test_example_is_a_communique(sign: Sign, read: Read) -> None:
    context, _ = read(sign.example.replace(" | ", "\n\n"))
    issuer = issuer_of(context)
    assert (None if issuer is None else issuer.agent.name.removesuffix(" (LDP)")) == (None if sign.at == "joint" else "Ligue du port")


def test_signs_are_sorted_and_unique() -> None:
    keys = [(("heading", "issuers", "joint", "opening", "signature").index(sign.at), sign.words) for sign in SIGNS]
    assert keys == sorted(set(keys))
