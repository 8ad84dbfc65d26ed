"""What people decide: kept, applied, undone, told again; and what has changed since a day."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from made import HORIZON, article, event
from pourparlers.derivation import derive_chronicle
from pourparlers.model.chronicle import Entry
from pourparlers.model.claim import Event, Reading
from pourparlers.model.mention import Actor
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Metadata
from pourparlers.store import Store
from pourparlers.version import reading_version

BOTH = ["Valdor", "Morénie"]
BY = ("--by", "Ada", "--reason", "relu", "--time", "2031-06-01T10:00:00")
MADE = (
    article("a", "2031-05-14", event("meeting", "les délégations se sont vues mardi", "2031-05-13", BOTH)),
    article("b", "2031-05-15", event("meeting", "la rencontre de mardi des délégations à Orle", "2031-05-13", BOTH, place="Orle")),
    article("c", "2031-05-16", event("attack", "des tirs ont retenti au port", "2031-05-12", ["Morénie"])),
)
MEETING, AGAIN, SHOTS = (reading.events[0].id for reading in MADE)


def read_in(store: Store, *readings: Reading, version: str = "") -> None:
    """Reads more, or, in another version of the program, all anew."""
    version = reading_version() + version
    with store.writer() as writer:
        writer.settle(version)
        for reading in readings:
            writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
            writer.outcome(Outcome(reading.document, version, None, replace(reading, version=version), ()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "d.db"
    store = Store.create(path)
    read_in(store, *MADE)
    derive_chronicle(store)
    return path


def chronicle(path: Path) -> tuple[Entry, ...]:
    store = Store.open(path)
    derive_chronicle(store)
    with store.view() as view:
        return tuple(view.entries())


def groups(path: Path) -> list[list[str]]:
    names = {reading.events[0].id: reading.name for reading in MADE}
    return sorted(sorted(names[claim] for claim in entry.members) for entry in chronicle(path))


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("merge", MEETING, SHOTS), [["a", "b", "c"]]),
        (("split", AGAIN), [["a"], ["b"], ["c"]]),
        (("split", min(MEETING, AGAIN), "--document", "b"), [["a"], ["b"], ["c"]]),
        (("reject", SHOTS), [["a", "b"]]),
        (("reject", min(MEETING, AGAIN)), [["c"]]),
        (("reject", min(MEETING, AGAIN), "--document", "a"), [["b"], ["c"]]),
    ],
)
def test_regrouping_and_its_undoing(run: Callable, path: Path, arguments: tuple[str, ...], wanted: list[list[str]]) -> None:
    before = chronicle(path)
    done = run("review", *arguments, *BY, "--dossier", path)
    assert (done.status, done.err) == (0, "")
    assert groups(path) == wanted
    (word,) = {line.split()[0] for line in done.out.splitlines()}
    assert run("review", "retract", word, "--by", "Ada", "--reason", "erreur", "--dossier", path).status == 0
    assert chronicle(path) == before
    log = run("review", "log", "--dossier", path).out.splitlines()
    assert len(log) == 2
    assert ["[retracted]" in line for line in log if word in line] == [True]


def test_set_and_confirm(run: Callable, path: Path) -> None:
    assert run("review", "set", SHOTS, "start=2031-05-11", *BY, "--dossier", path).status == 0
    assert run("review", "confirm", SHOTS, *BY, "--dossier", path).status == 0
    (entry,) = (e for e in chronicle(path) if e.id == SHOTS)
    assert entry.start == "2031-05-11"
    assert {value.state for value in entry.values} == {"established"}


def test_judgements_survive_a_new_reading_and_more_documents(run: Callable, path: Path) -> None:
    run("review", "merge", MEETING, SHOTS, *BY, "--dossier", path)
    anew = replace(MADE[2], events=(replace(MADE[2].events[0], id="claim-anew"),))
    more = article("d", "2031-05-17", event("vote", "un vote a eu lieu à Vard", "2031-05-17", place="Vard"))
    read_in(Store.open(path), *MADE[:2], anew, more, version="+1")
    assert {len(entry.members) for entry in chronicle(path)} == {1, 3}
    assert any("claim-anew" in entry.members and len(entry.members) == 3 for entry in chronicle(path))


def test_a_judgement_without_its_passage_is_listed(run: Callable, path: Path) -> None:
    run("review", "reject", SHOTS, *BY, "--dossier", path)
    read_in(Store.open(path), *MADE[:2], replace(MADE[2], events=()), version="+1")
    issues = json.loads(run("show", "issues", "--format", "json", "--dossier", path).out)
    assert [(i["stage"], i["kind"]) for i in issues] == [("review", "orphan")]
    read_in(Store.open(path), *MADE)
    assert groups(path) == [["a", "b"]]
    assert run("show", "issues", "--dossier", path).out == "nothing to show\n"


def test_export_and_import(run: Callable, path: Path, tmp_path: Path) -> None:
    run("review", "merge", MEETING, SHOTS, *BY, "--dossier", path)
    assert run("review", "export", "--dossier", path, "-o", tmp_path / "log.jsonl").status == 0
    other = Store.create(tmp_path / "other.db")
    read_in(other, *MADE)
    for _ in range(2):
        assert run("review", "import", tmp_path / "log.jsonl", "--dossier", other.place).status == 0
    assert chronicle(other.place) == chronicle(path)
    with other.view() as view:
        assert len(view.judgements()) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("merge", MEETING), 2, "two ids"),
        (("reject", "nothing"), 1, "no claims have an id"),
        (("reject", MEETING, "--document", "z"), 1, "tells nothing"),
        (("set", SHOTS, "start=hier"), 1, "cannot be set"),
        (("set", SHOTS, "quote=x"), 1, "cannot be set"),
        (("retract", "nothing"), 1, "review log"),
    ],
)
def test_what_cannot_be_decided(run: Callable, path: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    done = run("review", *arguments, *BY, "--dossier", path)
    assert done.status == status
    assert said in done.err
    assert run("review", "log", "--dossier", path).out == ""


@pytest.mark.parametrize("options", [("--by", " ", "--reason", "x"), ("--by", "Ada", "--reason", "x", "--time", "hier"), ("--by", "Ada")])
def test_who_why_and_when(run: Callable, path: Path, options: tuple[str, ...]) -> None:
    assert run("review", "reject", SHOTS, *options, "--dossier", path).status == 2


@pytest.mark.parametrize("line", ["{", "[]", '{"verb": "merge"}', '{"time": "t", "id": "j", "who": "A", "verb": "bless", "reason": "r"}'])
def test_a_broken_log_is_refused(run: Callable, path: Path, tmp_path: Path, line: str) -> None:
    (tmp_path / "log.jsonl").write_text(line + "\n", encoding="utf-8")
    done = run("review", "import", tmp_path / "log.jsonl", "--dossier", path)
    assert done.status == 1
    assert "line 1" in done.err


def test_changes(run: Callable, path: Path) -> None:
    rows = json.loads(run("changes", "--since", "2031-05-14", "--format", "json", "--dossier", path).out)
    assert [(row["change"], row["id"]) for row in rows] == [("new", SHOTS), ("changed", min(MEETING, AGAIN))]
    assert "lieu : – → Orle" in rows[1]["details"]
    assert "sources : 1 → 2" in rows[1]["details"]
    assert "nouveau" in run("changes", "--since", "2031-05-14", "--dossier", path).out
    assert run("changes", "--since", "2031-05-16", "--dossier", path).out == "nothing has changed\n"
    assert run("changes", "--since", "2031-05-14", "--as-of", "2031-05-14", "--format", "csv", "--dossier", path).out.count("\n") == 1


def test_the_timeline_says_how_much_it_hides(run: Callable, path: Path) -> None:
    read_in(Store.open(path), article("e", "2031-05-17", event("threat", "une menace", None)))
    hidden = run("show", "timeline", "--dossier", path)
    assert "Menace" not in hidden.out
    assert hidden.err.startswith("1 hidden")
    shown = run("show", "timeline", "--all", "--dossier", path)
    assert "Menace" in shown.out
    assert shown.err == ""


def test_sides_are_decided_and_undone(run, path):
    def part() -> tuple[str, bool]:
        rows = json.loads(run("show", "actors", "--dossier", path, "--format", "json").out)
        return next((row["part"], row["judged"]) for row in rows if row["name"] == "Morénie")

    store = Store.open(path)
    read_in(store, *(replace(r, actors=tuple(Actor(name, name, "state") for name in BOTH), events=(known(r.events[0]),)) for r in MADE), version="+")
    derive_chronicle(store)
    before = part()
    ran = run("review", "side", "morénie", "mediator", *BY, "--dossier", path)
    assert (ran.status, part()) == (0, ("mediator", True))
    assert run("review", "retract", ran.out.split()[0], *BY, "--dossier", path).status == 0
    assert part() == before == ("party", False)


def test_a_side_of_nobody_is_refused(run, path):
    ran = run("review", "side", "Personne", "third", *BY, "--dossier", path)
    assert ran.status == 1
    assert "Personne" in ran.err


def known(event: Event) -> Event:
    """The event with an actor for each participant."""
    return replace(event, participants=tuple(replace(p, actor=p.name) for p in event.participants))
