"""Entries of a chronology or a live report: the time at their head dates what they tell."""

import pytest

from pourparlers.claims import read_claims
from pourparlers.claims.headed import heading_time
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions

CHRONOLOGY = """Repères

4 mai 2003. Les rebelles rompent la trêve.
- 9 juin 2003. La guérilla et le gouvernement signent un accord de paix à Lomé. « La guerre est finie », déclare le président Kofi Adou.
Août 2003. Un attentat fait 29 morts au marché."""


@pytest.fixture
def claims(annotate):
    annotated = annotate(CHRONOLOGY)
    dated, _ = date_document(annotated.document, annotated)
    return read_claims(annotated, find_mentions(annotated), dated)


def test_events_are_of_the_day_of_their_entry(claims):
    found = {event.type: (event.status, event.when.start) for event in claims.events}
    assert found["violation"] == ("occurred", "2003-05-04")
    assert found["agreement"] == ("occurred", "2003-06-09")
    assert found["attack"] == ("occurred", "2003-08")


def test_words_are_of_the_day_of_their_entry(claims):
    assert [(said.speaker.name, said.said_on.start) for said in claims.statements if said.mode == "direct"] == [("Kofi Adou", "2003-06-09")]


def test_figures_are_of_the_month_of_their_entry(claims):
    assert [figure.as_of.start for figure in claims.figures] == ["2003-08"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("17h40. La séance est levée.", "17h40"),
        ("• 4 mai 2003 – La trêve tient.", None),
        ("Le 4 mai 2003, on a tiré. La trêve tient.", None),
        ("Le ministre est venu. La trêve tient.", None),
        ("4 mai 2003\nLa trêve tient.", None),
    ],
)
def test_only_a_time_alone_heads_an_entry(annotate, text, head):
    annotated = annotate(text)
    dated, _ = date_document(annotated.document, annotated)
    found = heading_time(annotated, dated, annotated.sentences[-1])
    assert (None if found is None else annotated.document.quote(dated.times[found].span)) == head
