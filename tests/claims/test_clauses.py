"""Clauses: subjects, agents, extents."""

from collections.abc import Callable

import pytest

from pourparlers.claims.clauses import agent_of_passive, clause_span, complement, phrase_span, subjects, trimmed
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span


def word(annotated: Annotated, form: str) -> Token:
    """The first token of that form."""
    return next(t for t in annotated.tokens if t.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Le ministre a signé la trêve.", "signé", ["ministre"]),
        ("Le ministre et le général ont signé la trêve.", "signé", ["ministre", "général"]),
        ("Le ministre, qui dirige la délégation, a quitté la salle.", "dirige", ["ministre"]),
        ("Le médiateur a reçu le général et salué son geste.", "salué", ["médiateur"]),
        ("Le médiateur veut rencontrer le général.", "rencontrer", ["médiateur"]),
        ("La trêve tiendra, a assuré Jean Dupont.", "assuré", ["Jean"]),
    ],
)
def test_subjects(text: str, verb: str, expected: list[str], annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(text)
    assert [t.text for t in subjects(annotated, word(annotated, verb))] == expected


def test_agent_of_passive(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("La trêve a été annoncée par le ministre.")
    agent = agent_of_passive(annotated, word(annotated, "annoncée"))
    assert agent is not None
    assert agent.text == "ministre"


def test_complement(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("Le ministre a annoncé que la trêve tenait.")
    found = complement(annotated, word(annotated, "annoncé"))
    assert found is not None
    assert found.text == "tenait"


def test_clause_ends_before_the_next_subject(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("Le ministre a signé la trêve, mais Jean Dupont a quitté la salle.")
    assert annotated.document.quote(clause_span(annotated, word(annotated, "signé"))) == "Le ministre a signé la trêve"


def test_phrase_without_preposition_and_relative(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("Selon le ministre des Transports qui dirige la mission, la route est sûre.")
    assert annotated.document.quote(phrase_span(annotated, word(annotated, "ministre"))) == "le ministre des Transports"


@pytest.mark.parametrize(
    ("text", "verb", "mood", "tense", "negated"),
    [
        ("Le ministre a signé la trêve.", "signé", "indicative", "past", False),
        ("Le ministre n'a pas signé la trêve.", "signé", "indicative", "past", True),
        ("Le ministre aurait signé la trêve.", "signé", "conditional", "past", False),
        ("Le ministre signera la trêve.", "signera", "indicative", "future", False),
        ("Le ministre avait signé la trêve.", "signé", "indicative", "pluperfect", False),
    ],
)
def test_verb_group(text: str, verb: str, mood: str, tense: str, negated: bool, annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate(text)
    group = verb_group(annotated, word(annotated, verb))
    assert (group.mood, group.tense, group.negated) == (mood, tense, negated)


def test_trimmed(annotate: Callable[[str], Annotated]) -> None:
    annotated = annotate("« Non », a-t-il dit.")
    assert annotated.document.quote(trimmed(annotated, Span(0, 7))) == "Non"
