"""What one article tells twice is one thing; what it tells apart stays apart."""

import pytest

from made import article, event, redate
from pourparlers.linking import link
from pourparlers.model.claim import Claim

HEADLINE = event("meeting", "Valdor et Nordmark se retrouvent à Karlstad", "2031-05-03", ["Valdor", "Nordmark"], place="Karlstad")
CASES: dict[str, tuple[tuple[Claim, ...], int]] = {
    "headline and text": (
        (HEADLINE, event("meeting", "les délégations réunies à Karlstad", "2031-05-03", ["Nordmark", "Valdor"], place="Karlstad")),
        1,
    ),
    "ministers and their states": (
        (HEADLINE, event("meeting", "les pourparlers de Karlstad", "2031-05-03", ["Anton Brisk (Valdor)"], place="Karlstad")),
        1,
    ),
    "a plan and what came of it": (
        (HEADLINE, event("meeting", "la rencontre prévue", "2031-05-03", ["Valdor", "Nordmark"], place="Karlstad", status="planned")),
        1,
    ),
    "a plan of others": (
        (HEADLINE, event("meeting", "Lars Berg est attendu à Karlstad", "2031-05-03", ["Lars Berg"], place="Karlstad", status="planned")),
        2,
    ),
    "a coup, told by two verbs of a passage": (
        (
            event("capture", "la junte qui a pris le pouvoir en renversant mardi le chef", None, ["junte"], place="Orle", subtype="capture.coup"),
            event("capture", "qui a pris le pouvoir en renversant mardi le président", "2031-05-06", ["junte"], place="Orle", subtype="capture.coup"),
        ),
        1,
    ),
    "a visit, by where it went and where it came in": (
        (
            event("meeting", "une délégation valdorienne doit apaiser les tirs lors d'une visite à Orlen", "2031-05-03", ["Valdor"], place="Orlen"),
            event("meeting", "une délégation valdorienne est arrivée à Orlen par Ystrad", "2031-05-03", ["Valdor"], place="Ystrad"),
        ),
        1,
    ),
    "one without a day": ((HEADLINE, event("meeting", "cette rencontre de Karlstad", None, ["Valdor", "Nordmark"], place="Karlstad")), 1),
    "an offer to receive them, and for when": (
        (
            event("meeting", "a proposé d'accueillir des pourparlers de paix", None, ["Valdor", "Nordmark"], status="proposed"),
            event("meeting", "les discussions pourraient s'ouvrir", "2031-05-25", ["Valdor", "Nordmark"], place="Karlstad", status="proposed"),
        ),
        1,
    ),
    "two deals of one man, neither with a day": (
        (
            event("agreement", "fort d'un pacte de normalisation", None, ["Anton Brisk", "Nordmark"]),
            event("agreement", "ont trouvé un accord de partage du pouvoir", None, ["Anton Brisk", "Lena Sorr", "Nordmark"]),
        ),
        2,
    ),
    "another day": ((HEADLINE, event("meeting", "se retrouvent à Karlstad", "2031-05-04", ["Valdor", "Nordmark"], place="Karlstad")), 2),
    "without a day, and two that fit": (
        (
            HEADLINE,
            event("meeting", "se retrouvent à Karlstad", "2031-05-04", ["Valdor", "Nordmark"], place="Karlstad"),
            event("meeting", "cette rencontre de Karlstad", None, ["Valdor", "Nordmark"], place="Karlstad"),
        ),
        3,
    ),
    "strikes on two towns": (
        (event("attack", "une frappe sur Karlstad", "2031-05-03", place="Karlstad"), event("attack", "un raid sur Orle", "2031-05-03", place="Orle")),
        2,
    ),
    "another kind": ((HEADLINE, event("agreement", "les deux pays ont signé à Karlstad", "2031-05-03", ["Valdor", "Nordmark"], place="Karlstad")), 2),
}


@pytest.mark.parametrize("case", CASES)
def test_told_twice(case: str) -> None:
    claims, entries = CASES[case]
    assert len(link([article("a", "2031-05-15", *claims)], redate).clusters) == entries


def test_what_is_told_twice_is_no_rival_of_itself() -> None:
    again = event("meeting", "les délégations réunies à Karlstad", "2031-05-03", ["Nordmark", "Valdor"], place="Karlstad")
    found = link([article("a", "2031-05-15", HEADLINE, again), article("b", "2031-05-16", HEADLINE)], redate)
    assert [len(members) for members in found.clusters] == [3]
    assert all(judged.verdict == "same" and judged.reasons for judged in found.links)
