"""Interviews printed without quotation marks: what is asked tells nothing, what is answered is told by whoever answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.claims import read_claims
from pourparlers.claims.read import Claims
from pourparlers.claims.speech.interviewee import Presentation
from pourparlers.dating import date_document
from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.mentions.words import fold
from pourparlers.model.annotated import Annotated, Answer, Question

LAYOUTS = yaml.safe_load((Path(__file__).parent.parent / "cases" / "interviews.yaml").read_text())
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


@pytest.mark.parametrize("text", LAYOUTS, ids=range(len(LAYOUTS)))
def test_layouts(text: str, annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate(text))
    body = [s for s in claims.statements if s.evidence.quote != "Nous irons"]
    assert len(body) >= 2
    assert {(s.speaker.name, s.mode) for s in body} == {("Awa Sow", "direct")}
    assert not any(s.evidence.quote.startswith('"') for s in body)
    assert [(e.type, [link.agent.name for link in e.attribution]) for e in claims.events] == [("attack", ["Awa Sow"])]


def test_questions_tell_nothing(annotate: Callable[[str], Annotated]) -> None:
    text = "Awa Sow nous a reçus.\n\nL'armée a tué dix civils lundi à Lviv et le maire affirme que vous mentez. Que répondez-vous ?"
    text += "\n\nC'est faux, nous nous taisons."
    claims = read(annotate(text + "\n\nIrez-vous à Oslo pour y signer un accord ?\n\nNous irons sans doute demain."))
    assert (claims.events, claims.figures, claims.positions) == ((), (), ())
    assert {s.evidence.quote for s in claims.statements} == {"C'est faux, nous nous taisons.", "Nous irons sans doute demain."}


def test_two_answer(annotate: Callable[[str], Annotated]) -> None:
    head = "Awa Sow et Jean Roy ont répondu à nos questions.\n\n"
    turns = "Q. : Signerez-vous ?\n\nAwa Sow : Oui, nous signerons lundi.\n\nJean Roy : Non, pas sans garanties.\n\n"
    claims = read(annotate(head + turns + "Q. : La trêve tient.\n\nAwa Sow : Elle tient très bien.\n\nJ. R. : Elle ne tient pas."))
    assert [s.speaker.name for s in claims.statements] == ["Awa Sow", "Jean Roy", "Awa Sow", "Jean Roy"]


def test_what_nobody_is_named_to_answer_is_no_fact(annotate: Callable[[str], Annotated]) -> None:
    text = "Irez-vous à Oslo ?\n\nNous irons.\n\nQue craignez-vous ?\n\nL'armée a bombardé le port en mai 2022, je le crains."
    claims = read(annotate(text))
    assert claims.statements == ()
    assert [[link.agent.name for link in e.attribution] for e in claims.events] == [["unnamed"]]


@pytest.mark.parametrize(
    "text",
    [
        # the press asks itself
        "Que prévoit l'accord ?\n\nIl prévoit un retrait en mai.\n\nQui l'a signé ?\n\nLe ministre Jean Roy et deux généraux.",
        # questions that somebody is quoted with
        "« Que voulez-vous ? »\n\nLe maire a haussé les épaules, et nous sommes partis.\n\n« Où irez-vous ? »\n\nIl n'a rien dit à notre envoyé.",
    ],
)
def test_other_questions_are_no_interview(text: str, annotate: Callable[[str], Annotated]) -> None:
    assert not [q for q in annotate(text).quotations if isinstance(q, Answer | Question)]


def test_presentations_are_sorted_and_present(annotate: Callable[[str], Annotated]) -> None:
    entries = load("fr/interviews", Presentation)
    assert [e.words for e in entries] == sorted({e.words for e in entries}, key=fold)
    for entry in entries:
        text = f"{entry.example}\n\nPaul Weber et Jeanne Mora se sont tus."
        text += "\n\nVient-elle ?\n\nOui, elle viendra demain.\n\nEt vous ?\n\nIls viendront avec elle."
        speakers = {s.speaker.name for s in read(annotate(text)).statements}
        assert speakers and speakers <= {"Awa Sow", "Jean Roy"}, entry.words


def test_two_who_are_presented_leave_the_answers_to_nobody(annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate(interview("Question : ", "R. – ").replace("nous a reçus", "parle avec Jean Roy, maire de Lima")))
    assert not [s for s in claims.statements if s.mode == "direct"]


def test_labels_without_questions_are_no_interview(annotate: Callable[[str], Annotated]) -> None:
    claims = read(annotate("Awa Sow : une ministre sous pression.\n\nJean Roy : le maire s'en va.\n\nAwa Sow : le retour du printemps."))
    assert claims.statements == ()


def test_who_answers_speaks_of_another_as_il(annotate: Callable[[str], Annotated]) -> None:
    text = interview("", "").replace("Elle tient mal, et nous demandons des observateurs.", "Il exige le retrait des soldats, et nous attendons.")
    assert all(p.party.name != "Awa Sow" for p in read(annotate(text)).positions)
