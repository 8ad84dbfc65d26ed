"""Statements: who is reported to have said what."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.claims.context import Context
from pourparlers.claims.statements import find_statements
from pourparlers.claims.voices import Voices
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated
from pourparlers.model.claim import Statement
from pourparlers.model.text import DateClue, Span
from pourparlers.model.time import Dated, Published

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "statements.yaml").read_text(encoding="utf-8"))


def read(annotated: Annotated) -> tuple[tuple[Statement, ...], Voices]:
    """The statements and voices of a text without dates."""
    return find_statements(Context(annotated, find_mentions(annotated), Dated(Published())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_statements_of_a_phrase(case: dict[str, Any], annotate: Callable[[str], Annotated]) -> None:
    found, _ = read(annotate(case["text"]))
    assert [(s.mode, s.speaker.name) for s in found] == [(s["mode"], s["speaker"]) for s in case["statements"]]
    for statement, expected in zip(found, case["statements"], strict=True):
        assert statement.evidence.quote == expected.get("text", statement.evidence.quote)


def test_evidence_is_the_text(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("« Nous attendons des vivres », a dit le gouverneur. Selon lui, la route est coupée.")
    for statement in read(annotated)[0]:
        assert annotated.document.text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote


def test_identifiers_do_not_repeat(annotate: Callable[[str], Annotated]) -> None:
    found, _ = read(annotate("Le maire et le préfet ont affirmé que la route était sûre. Le maire a affirmé que le pont tenait."))
    assert len({s.id for s in found}) == len(found)


def voice_of(annotated: Annotated, words: str) -> list[str]:
    """The tellers of some words, outermost first."""
    start = annotated.document.text.index(words)
    return [link.agent.name for link in read(annotated)[1].at(Span(start, start + len(words)))]


@pytest.mark.parametrize(
    ("text", "words", "tellers"),
    [
        ("Les rebelles ont pris la ville.", "pris la ville", []),
        ("Selon le gouverneur, les rebelles ont pris la ville.", "pris la ville", ["gouverneur"]),
        ("Le gouverneur a dit que les rebelles avaient pris la ville.", "pris la ville", ["gouverneur"]),
        ("« Les rebelles ont pris la ville », a dit le gouverneur.", "pris la ville", ["gouverneur"]),
        ("Les rebelles auraient pris la ville.", "pris la ville", ["unnamed"]),
        ("Si la pluie cessait, les rebelles auraient pris la ville.", "pris la ville", []),
        ("Le gouverneur a salué la prise de la ville.", "prise de la ville", []),
        ("La visite intervient alors que, selon le gouverneur, la vallée est perdue.", "visite intervient", []),
        ("Le gouverneur a appelé les rebelles à quitter la ville.", "quitter la ville", []),
    ],
)
def test_who_tells(text: str, words: str, tellers: list[str], annotate: Callable[[str], Annotated]) -> None:
    assert voice_of(annotate(text), words) == tellers


def read_dated(annotated: Annotated, published: str) -> tuple[tuple[Statement, ...], Voices]:
    """The statements and voices of a text of that day."""
    document = replace(annotated.document, clues=(DateClue(published, "record", 0, published),))
    annotated = replace(annotated, document=document)
    return find_statements(Context(annotated, find_mentions(annotated), date_document(document, annotated)[0]))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # the day of the lead goes on, for whoever speaks in the past
        ("Jeudi, le maire a annoncé un retrait. Le préfet a salué cette décision.", ["2020-08-20", "2020-08-20"]),
        ("Le maire a annoncé jeudi un retrait.\n« C'est une bonne nouvelle », a dit le préfet.", ["2020-08-20", "2020-08-20"]),
        ("Le maire a annoncé jeudi un retrait.\nLe préfet avait dénoncé cette idée.", ["2020-08-20", None]),
        # never a day to come, nor that of what is told
        ("Le texte entrera en vigueur samedi. « C'est un début », confie un diplomate.", [None]),
        ("La mission se félicite de la signature, hier à Sanam, par la Ligue, de la trêve.", [None]),
        # never that of a relative clause, nor of a noun
        ("Les officiers qui ont renversé mardi le président ont promis mercredi des élections.", ["2020-08-19"]),
        ("Le maire a parlé avec la junte qui a pris le pouvoir en renversant mardi le président. Le préfet a dénoncé une erreur.", [None]),
        ("Le maire a dit que l'accord du 5 mars 2015 tenait. Le préfet a dénoncé une erreur.", [None, None]),
    ],
)
def test_days(text: str, days: list[str | None], annotate: Callable[[str], Annotated]) -> None:
    assert [s.said_on.start for s in read_dated(annotate(text), "2020-08-21")[0]] == days


def test_what_is_taken_for_granted(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("Le maire a affirmé que le sommet de 2018 avait échoué.")
    voices = read_dated(annotated, "2020-08-21")[1]
    told = {words: len(voices.at(Span(at, at + len(words)))) for words in ("sommet", "échoué") for at in [annotated.document.text.index(words)]}
    assert told == {"sommet": 0, "échoué": 1}


def test_who_passes_it_on(annotate: Callable[[str], Annotated]) -> None:
    found, _ = read(annotate("Le ministre a annoncé une trêve de deux jours, selon l'agence nationale."))
    assert [(s.speaker.name, [link.agent.name for link in s.attribution]) for s in found] == [("ministre", ["agence nationale"])]


@pytest.mark.parametrize("text", ["", "« ", "» « » «", '"" "" "', "a dit", "Selon", "« a dit que « selon » », a-t-il dit", "que " * 200])
def test_hostile_text(text: str, annotate: Callable[[str], Annotated]) -> None:
    read(annotate(text))
