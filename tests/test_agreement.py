"""Cohen's kappa of two people's judgements, against figures worked out by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from made import HORIZON, article, event
from pourparlers.agreement import agreements, kappa
from pourparlers.chronicle.judged import Finder
from pourparlers.model.chronicle import Judgement
from pourparlers.model.claim import Event
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Metadata
from pourparlers.store import Store
from pourparlers.store.view import connected
from pourparlers.version import reading_version

CLAIMS: list[Event] = [article(f"a{i}", None, event("attack", f"des tirs numéro {i}")).events[0] for i in range(50)]
PLACED = [(claim.evidence.document, claim) for claim in CLAIMS]


def judged(who: str, verb: str, *numbers: int, value: str | None = None, time: str = "2031-06-01") -> Judgement:
    targets = tuple(json.dumps({"document": PLACED[n][0], "quote": CLAIMS[n].evidence.quote}) for n in numbers)
    return Judgement(time, f"judgement-{who}-{verb}-{time}-{numbers}", who, verb, "relu", targets, value)


def kinds(*judgements: Judgement, clusters: list[list[int]] | None = None) -> dict[str, tuple[int, int, float | None]]:
    ids = [sorted(CLAIMS[n].id for n in group) for group in clusters or []]
    return {found.kind: (found.things, found.agreed, found.kappa) for found in agreements(judgements, ids, Finder(PLACED))}


def test_the_textbook_example() -> None:
    """Fifty questions, 20 yes from both, 15 no from both, 5 and 10 split: observed 0.70, by chance 0.50 * 0.60 + 0.50 * 0.40 = 0.50, kappa 0.40."""
    answers = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    value, why = kappa(answers)
    assert value == pytest.approx(0.40)
    assert why == ""


def test_where_it_is_not_defined() -> None:
    assert kappa([]) == (None, "nothing that both decided on")
    assert kappa([("kept", "kept")] * 3) == (None, "both always said kept: chance alone would agree")
    assert kappa([("kept", "rejected")] * 3) == (0.0, "")


def test_the_textbook_example_in_judgements() -> None:
    """The same fifty answers, as rejections; what is not rejected is confirmed, so that both have judged all."""
    ada = [judged("Ada", "reject", *range(25)), judged("Ada", "confirm", *range(25, 50))]
    ben = [judged("Ben", "reject", *range(20), *range(25, 35)), judged("Ben", "confirm", *range(20, 25), *range(35, 50))]
    found = kinds(*ada, *ben)
    assert found["reject"] == (50, 35, pytest.approx(0.40))
    assert found["confirm"] == (50, 35, pytest.approx(0.40))


def test_grouping_counts_pairs() -> None:
    """Rules hold 0 1 2 to be one. Ada takes 2 out; Ben takes 2 out and adds 3. Pairs that somebody joins: 01 02 12 (rules), 03 13 (Ben).
    Ada: together apart apart apart apart; Ben: together apart apart together together. Observed 3/5, by chance (1*3 + 4*2)/25 = 11/25."""
    ada = [judged("Ada", "split", 2), judged("Ada", "confirm", 3)]
    ben = [judged("Ben", "split", 2), judged("Ben", "merge", 0, 3, time="2031-06-02")]
    found = kinds(*ada, *ben, clusters=[[0, 1, 2]])
    assert found["grouping"] == (5, 3, pytest.approx((3 / 5 - 11 / 25) / (1 - 11 / 25)))


def test_values_that_both_set_count_by_entry() -> None:
    ada = [judged("Ada", "set", n, value=f"status={v}") for n, v in enumerate(["occurred", "occurred", "planned"])]
    ben = [judged("Ben", "set", n, value=f"status={v}") for n, v in enumerate(["occurred", "planned", "planned"])]
    alone = judged("Ben", "set", 9, value="start=2031-05-01")
    found = kinds(*ada, *ben, alone)
    assert found["set status"] == (3, 2, pytest.approx((2 / 3 - 4 / 9) / (5 / 9)))
    assert found["set start"] == (0, 0, None)


def test_retracted_judgements_do_not_count_and_nobody_agrees_alone() -> None:
    first, second = judged("Ada", "reject", 0), judged("Ben", "reject", 0)
    undone = Judgement("2031-06-03", "j", "Ben", "retract", "erreur", (second.id,))
    assert kinds(first) == {}
    assert kinds(first, second, undone) == {}


def test_pairs_become_groups() -> None:
    assert connected([("b", "c"), ("e", "d"), ("a", "c"), ("a", "b")]) == (("a", "b", "c"), ("d", "e"))
    assert connected([]) == ()


def test_the_command(run: Callable, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "d.db")
    told = [article(name, "2031-05-14", event("meeting", words, "2031-05-13", ["Valdor", "Morénie"], place="Orle")) for name, words in MEETINGS]
    with store.writer() as writer:
        writer.settle(reading_version())
        for reading in told:
            writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
            writer.outcome(Outcome(reading.document, reading_version(), None, reading, ()))
    assert "nothing to compare" in run("review", "agreement", "--dossier", store.place).out
    entry = min(reading.events[0].id for reading in told)
    assert run("review", "confirm", entry, "--by", "Ada", "--reason", "relu", "--dossier", store.place).status == 0
    assert run("review", "split", entry, "--by", "Ben", "--reason", "deux rencontres", "--dossier", store.place).status == 0
    assert run("review", "side", "Valdor", "third", "--by", "Ben", "--reason", "absent", "--dossier", store.place).status == 0
    rows = json.loads(run("review", "agreement", "--format", "json", "--dossier", store.place).out)
    assert {row["kind"]: (row["things"], row["kappa"]) for row in rows} == {"grouping": (1, 0.0), "reject": (2, None), "confirm": (1, 0.0)}
    table = run("review", "agreement", "--dossier", store.place).out
    assert "Ada, Ben" in table
    assert "undefined: both always said kept" in " ".join(table.split())


MEETINGS = (("a", "la rencontre de mardi des délégations"), ("b", "les délégations se sont vues mardi"))
