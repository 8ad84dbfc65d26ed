"""A dossier that grew, document by document and decision by decision, holds what one holds that was derived from nothing."""

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from made import HORIZON, article, event, figure, position, said
from pourparlers.derivation import derive_chronicle
from pourparlers.exports import chronicle as export
from pourparlers.linking import Shelf
from pourparlers.model.chronicle import Judgement, Remembered
from pourparlers.model.claim import Claim, Reading
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Metadata
from pourparlers.pipeline import renew
from pourparlers.store import Store, tables
from pourparlers.version import reading_version
from pourparlers.views.shown import shown
from servers import Server

VERSION = reading_version()
PARTIES = ["Valdor", "Morénie", "junte d'Orne"]
WORDS = ["la séance de mardi", "les deux délégations réunies au palais", "un cessez-le-feu immédiat", "cent prisonniers libérés au pont"]
#: Texts that are reprints of one another, updates, or something else.
WIRES = [" ".join(f"mot{seed}{i}" for i in range(120)) for seed in "abc"]
TEXTS = [*WIRES, f"{WIRES[0]} {WIRES[1]}", f"{WIRES[0][:500]} suite " + " ".join(f"suite{i}" for i in range(40)), ""]

_events = st.builds(
    lambda type_, words, day, who, place, round_, status: event(type_, words, day, who, place=place, round=round_, status=status),
    st.sampled_from(["meeting", "exchange"]),
    st.sampled_from(WORDS),
    st.sampled_from(["2031-05-13", "2031-05-15", "2031-05", "jeudi", None]),
    st.lists(st.sampled_from(PARTIES), max_size=2, unique=True),
    st.sampled_from(["Port-Sérène", None]),
    st.sampled_from([None, 2, 3]),
    st.sampled_from(["occurred", "planned"]),
)
_others = st.one_of(
    st.builds(said, st.sampled_from(PARTIES), st.sampled_from(WORDS), st.sampled_from([None, "2031-05-13"])),
    st.builds(position, st.sampled_from(PARTIES), st.sampled_from(["demands", "rejects"]), st.just("ceasefire"), st.sampled_from(WORDS)),
    st.builds(lambda value, who: figure(value, "villageois tués", claimant=[who]), st.sampled_from([9, 14, 23]), st.sampled_from(PARTIES)),
)
_papers = st.lists(
    st.tuples(
        st.lists(st.one_of(_events, _others), max_size=4),
        st.sampled_from(["2031-05-15", "2025-06-03", "jeudi 2031-05", "2031-05", "année 2031-05-15", None]),
        st.sampled_from(TEXTS),
    ),
    min_size=2,
    max_size=7,
)
Papers = list[tuple[list[Claim], str | None, str]]


def readings(papers: Papers) -> list[Reading]:
    return [article(f"paper {i}", day, *claims, text=text) for i, (claims, day, text) in enumerate(papers)]


def add(store: Store, articles: Iterable[Reading]) -> None:
    """Keeps readings in the dossier, and derives its chronicle."""
    with store.writer() as writer:
        writer.settle(VERSION)
        for reading in articles:
            writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
            writer.outcome(Outcome(reading.document, VERSION, None, replace(reading, version=VERSION), ()))
    derive_chronicle(store)


def decide(store: Store, judgements: Iterable[Judgement]) -> None:
    with store.writer() as writer:
        for judgement in judgements:
            writer.judgement(judgement)
    derive_chronicle(store)


def decisions(articles: list[Reading], dice: random.Random) -> list[Judgement]:
    """Up to three decisions on some claims, and perhaps the retraction of one."""
    claims = [(a, c) for a in articles for c in a.claims]
    made = []
    for i in range(dice.randint(0, 3) if len(claims) > 1 else 0):
        verb = dice.choice(["merge", "split", "reject", "confirm", "set"])
        some = dice.sample(claims, k=2 if verb == "merge" else 1)
        targets = tuple(
            json.dumps({"document": a.document, "quote": c.evidence.quote, "claim": c.id, "kind": type(c).__name__.lower()}) for a, c in some
        )
        made.append(Judgement(f"2031-06-0{i + 1}", f"judgement-{i}", "Ada", verb, "relu", targets, "status=denied" if verb == "set" else None))
    if made and dice.random() < 0.5:
        made.append(Judgement("2031-07-01", "judgement-undone", "Ada", "retract", "erreur", (made[0].id,)))
    return made


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that was derived, and what is exported of it."""
    with store.view() as view:
        connection = view._connection
        found = {t.name: sorted(map(tuple, connection.execute(sa.select(*(c for c in t.c if c.name != "number"))).all())) for t in tables.DERIVED}
        exported = [(json.dumps(record),) for record in export.records(shown(view))]
        return {**found, "export": exported, "issues": [(repr(issue),) for issue in view.issues()], "crowded": [(view.meta("crowded"),)]}


@settings(max_examples=25, deadline=None)
@given(_papers, st.randoms(use_true_random=False))
def test_any_order_batches_and_repetition_give_the_same_dossier(papers: Papers, dice: random.Random) -> None:
    with TemporaryDirectory() as folder:
        grow_beside_whole(Path(folder), Path(folder) / "grown.db", papers, dice)


@settings(max_examples=4, deadline=None)
@given(_papers, st.randoms(use_true_random=False))
def test_a_dossier_that_grew_on_a_server_is_that_of_a_file(server: Server, papers: Papers, dice: random.Random) -> None:
    with TemporaryDirectory() as folder:
        grow_beside_whole(Path(folder), server.fresh(), papers, dice)


def grow_beside_whole(folder: Path, place: Path | str, papers: Papers, dice: random.Random) -> None:
    """Holds a dossier that grows at a place to one in a file that is derived from nothing."""
    articles = readings(papers)
    judgements = decisions(articles, dice)
    whole, grown = Store.create(folder / "whole.db"), Store.create(place)
    decide(whole, judgements)
    add(whole, articles)
    steps = [lambda batch=batch: add(grown, batch) for batch in batches(articles, dice)]
    steps += [lambda judgement=judgement: decide(grown, [judgement]) for judgement in judgements]
    dice.shuffle(steps)
    for step in steps:
        step()
    assert everything(grown) == everything(whole)


def batches(articles: list[Reading], dice: random.Random) -> list[list[Reading]]:
    """The articles in any order and batches, some of them twice."""
    shuffled = articles + dice.sample(articles, k=dice.randint(0, 2))
    dice.shuffle(shuffled)
    cuts = sorted(dice.sample(range(1, len(shuffled)), k=dice.randint(0, len(shuffled) - 1)))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]


@settings(max_examples=8, deadline=None)
@given(_papers, st.randoms(use_true_random=False))
def test_undoing_restores(papers: Papers, dice: random.Random) -> None:
    articles = readings(papers)
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "d.db")
        add(store, articles)
        before = everything(store)
        made = [judgement for judgement in decisions(articles, dice) if judgement.verb != "retract"]
        decide(store, made)
        decide(store, [Judgement(f"2031-08-0{i + 1}", f"undo-{j.id}", "Ada", "retract", "erreur", (j.id,)) for i, j in enumerate(made)])
        assert everything(store) == before


@settings(max_examples=8, deadline=None)
@given(_papers, st.randoms(use_true_random=False))
def test_reading_anew_changes_what_was_read_anew(papers: Papers, dice: random.Random) -> None:
    """A document that is read differently the second time: as if it had always been read so."""
    articles = readings(papers)
    changed = dice.choice(articles)
    anew = replace(changed, events=(), positions=())
    with TemporaryDirectory() as folder:
        whole, grown = Store.create(Path(folder) / "whole.db"), Store.create(Path(folder) / "grown.db")
        add(grown, articles)
        add(grown, [anew])
        add(whole, [anew if a is changed else a for a in articles])
        assert everything(grown) == everything(whole)


def test_one_document_more_touches_only_its_neighbourhood() -> None:
    """Of thirty articles, those that tell of the same thing are read again, and nothing else."""
    days = [f"2031-{month:02}-1{i}" for month in range(1, 7) for i in range(5)]
    articles = [
        article(f"a{i}", day, event("attack", f"des tirs à la place{i}", day, [f"Parti{i}"]), text=f"mot{i} " * 90) for i, day in enumerate(days)
    ]
    again = article("again", days[3], event("attack", "encore des tirs à la place3", days[3], ["Parti3"]))
    first = renew(Shelf(articles), (), None)
    kept = Remembered(first.traces, first.links, first.crowded, {entry.id: made for made, entry in first.entries})
    shelf = Counting([*articles, again])
    second = renew(shelf, (), kept)
    assert not second.whole
    assert shelf.asked == {"a3", "again"}
    assert [entry.documents for _, entry in second.entries] == [tuple(sorted((articles[3].document, again.document)))]
    assert [card.document for card in second.cards] == [again.document]
    assert len(second.links) == 1


@pytest.mark.parametrize("data", [b"", b"\0" * 44, b"\xff" * 200])
def test_traces_that_were_tampered_with_are_forgotten(data: bytes) -> None:
    articles = [article("a", "2031-05-14", event("attack", "des tirs", "2031-05-13", ["Valdor"]))]
    whole = renew(Shelf(articles))
    kept = Remembered(dict.fromkeys(whole.traces, data), whole.links, whole.crowded, {"claim-none": "x"})
    assert renew(Shelf(articles), (), kept) == whole


class Counting(Shelf):
    """A shelf that knows which readings were asked for."""

    def __init__(self, readings: list[Reading]) -> None:
        super().__init__(readings)
        self.asked: set[str] = set()

    def reading(self, document: str) -> Reading:
        found = super().reading(document)
        self.asked.add(found.name)
        return found
