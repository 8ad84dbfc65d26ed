"""Order, batches and repetition change nothing; one document more touches only its neighbourhood."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from made import article, event, figure, position, redate, said
from pourparlers.chronicle import build
from pourparlers.linking import link
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Claim, Reading

PARTIES = ["Valdor", "Morénie", "Norvège", "junte d'Orne"]
PLACES = ["Port-Sérène", "Orne", None]
WORDS = [
    "la séance de mardi",
    "les deux délégations réunies au palais",
    "un cessez-le-feu immédiat et sans condition",
    "cent prisonniers libérés au pont",
]
DAYS = ["2031-05-13", "2031-05-14", "2031-05", "2031", "jeudi", None]

_events = st.builds(
    lambda type_, words, day, who, place, round_, status: event(type_, words, day, who, place=place, round=round_, status=status),
    st.sampled_from(["meeting", "exchange"]),
    st.sampled_from(WORDS),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(PARTIES), max_size=3, unique=True),
    st.sampled_from(PLACES),
    st.sampled_from([None, None, 2, 3]),
    st.sampled_from(["occurred", "planned", "denied"]),
)
_others = st.one_of(
    st.builds(said, st.sampled_from(PARTIES), st.sampled_from(WORDS), st.sampled_from([None, "2031-05-13"])),
    st.builds(position, st.sampled_from(PARTIES), st.sampled_from(["demands", "rejects"]), st.just("ceasefire"), st.sampled_from(WORDS)),
    st.builds(lambda value, who: figure(value, "villageois tués", claimant=[who]), st.sampled_from([9, 14, 23]), st.sampled_from(PARTIES)),
)
_claims = st.lists(st.one_of(_events, _others), max_size=4)
_days = st.sampled_from(["2031-05-15", "2025-06-03", "jeudi 2031-05", "année 2031-05-15", None])
_papers = st.lists(st.tuples(_claims, _days), min_size=1, max_size=6)


def readings(papers: list[tuple[list[Claim], str | None]]) -> list[Reading]:
    """An article for each, those of one day with some words in common."""
    return [article(f"paper {i}", day, *claims, text=f"texte {i // 2} " * 60) for i, (claims, day) in enumerate(papers)]


def chronicle(articles: list[Reading]) -> tuple[Entry, ...]:
    """The whole way from readings to entries."""
    return build(articles, link(articles, redate))


@settings(max_examples=150, deadline=None)
@given(_papers, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(papers: list[tuple[list[Claim], str | None]], dice: random.Random) -> None:
    articles = readings(papers)
    shuffled = articles + dice.sample(articles, k=dice.randint(0, len(articles)))
    dice.shuffle(shuffled)
    assert chronicle(shuffled) == chronicle(articles)
    assert link(shuffled, redate) == link(articles, redate)


@settings(max_examples=100, deadline=None)
@given(_papers)
def test_the_chronicle_holds_every_claim_once(papers: list[tuple[list[Claim], str | None]]) -> None:
    articles = readings(papers)
    entries = chronicle(articles)
    members = sorted(itertools.chain.from_iterable(e.members for e in entries))
    assert members == sorted(c.id for a in articles for c in a.claims)
    for entry in entries:
        assert entry.id == entry.members[0]
        assert list(entry.members) == sorted(entry.members)
        assert entry.summary
        assert 1 <= entry.independent_sources <= len(entry.documents)
        assert entry.evidence
    assert [(e.start is None, e.start or "", e.id) for e in entries] == sorted((e.start is None, e.start or "", e.id) for e in entries)


@settings(max_examples=100, deadline=None)
@given(_papers)
def test_links_between_entries_stand_both_ways_and_lead_somewhere(papers: list[tuple[list[Claim], str | None]]) -> None:
    entries = {e.id: e for e in chronicle(readings(papers))}
    for entry in entries.values():
        assert all(entry.id in entries[other].contradicts for other in entry.contradicts)
        assert all(other in entries and other != entry.id for other in entry.answers)


@settings(max_examples=60, deadline=None)
@given(_papers)
def test_a_document_about_something_else_changes_no_entry(papers: list[tuple[list[Claim], str | None]]) -> None:
    articles = readings(papers)
    stranger = article(
        "stranger", "1994-01-03", event("vote", "le conseil municipal a rejeté le budget", "1994-01-02", ["Karlstad"]), text="autre " * 80
    )
    with_it = [e for e in chronicle([*articles, stranger]) if stranger.document not in e.documents]
    assert with_it == list(chronicle(articles))
