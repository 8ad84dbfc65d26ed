"""Interviews printed without quotation marks: what is asked tells nothing, what is answered is told by whoever answers."""

from collections.abc import Callable

import pytest

from pourparlers.claims import read_claims
from pourparlers.claims.read import Claims
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated

ASKED = ("La trêve tient-elle depuis lundi ?", "Avez-vous signé mardi un accord à Oslo ?")
ANSWERED = ("Elle tient mal, et nous demandons des observateurs.", "Dix soldats ont été tués mercredi 2 mars 2022 à Lviv.")


def interview(asking: str, answering: str) -> str:
    head = "Awa Sow, ministre de la Justice, nous a reçus.\n\n"
    return head + "\n\n".join(f"{asking}{question}\n\n{answering}{answer}" for question, answer in zip(ASKED, ANSWERED, strict=True))


def read(annotated: Annotated) -> Claims:
    return read_claims(annotated, find_mentions(annotated), date_document(annotated.document, annotated)[0])


@pytest.mark.parametrize(
    ("asking", "answering"),
    [("Le Phare : ", "Awa Sow : "), ("Question : ", "R. – "), ("Q : ", "R : "), ("", "Réponse : "), ("– ", "A. S. : "), ("", "— Awa Sow : ")],
)
def test_who_tells_what(asking: str, answering: str, annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate(interview(asking, answering)))
    assert [(s.speaker.name, s.mode, s.evidence.quote) for s in claims.statements] == [("Awa Sow", "direct", answer) for answer in ANSWERED]
    assert [(e.type, [link.agent.name for link in e.attribution]) for e in claims.events] == [("attack", ["Awa Sow"])]
    assert [(p.party.name, p.stance) for p in claims.positions] == [("Awa Sow", "demands")]


def test_two_who_are_presented_leave_the_answers_to_nobody(annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate("Jean Roy, maire de Lima, et son adjointe.\n\n" + interview("Question : ", "R. – ")))
    assert not [s for s in claims.statements if s.mode == "direct"]


def test_labels_without_questions_are_no_interview(annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate("Awa Sow : une ministre sous pression.\n\nJean Roy : le maire s'en va.\n\nAwa Sow : le retour du printemps."))
    assert claims.statements == ()
