"""Texts that break off in the middle of a sentence, as feeds cut them: read as far as they go."""

import pytest

from pourparlers.claims import read_claims
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions


@pytest.mark.parametrize(
    "text",
    [
        "Le front signera l'accord lundi, ont dit plusieurs",
        "« Aucune trêve n'est prévue », a répondu lundi le «",
        "Le roi a défendu son ministre, le",
        "Le roi a défendu son ministre, ce",
        "Le sommet de mardi a conclu un accord de paix entre",
        "Le maire nie les accusations, selon",
        "Douze soldats ont été tués lundi, selon l'un",
    ],
)
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(annotate, text):
    text = f"« La trêve tient », a déclaré le maire. {text}"
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    claims = read_claims(annotated, find_mentions(annotated), dated)
    assert claims.statements[0].speaker.name == "maire"
    for claim in (*claims.statements, *claims.events, *claims.positions):
        assert text[claim.evidence.span.start : claim.evidence.span.end] == claim.evidence.quote
