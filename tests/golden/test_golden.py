"""The example dossiers, and one made for the purpose, read from end to end, against what a careful reader gets from them.

A line is found when one entry of the chronicle has its type, day, place, status and people, and stands on all its articles.
Lines that are not found yet are listed in `NOT_YET`; a line that is found must be taken off that list, so that the list only gets shorter.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pourparlers.exports import chronicle as export
from pourparlers.model.claim import Reading
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.pipeline import derive, read
from pourparlers.sources import capture

HERE = Path(__file__).parent
LINES = {name: yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8")) for name in ("istanbul", "kassar", "sahel")}
NOT_YET: dict[str, frozenset[str]] = {
    "kassar": frozenset(
        {
            "agreement of Lusaka in all articles",
            "capture of the dam claimed and denied",
            "day of their release",
            "withdrawal that was missed",
        }
    ),
    "istanbul": frozenset(
        {
            "start of the war",
            "corridor from Soumy to Poltava",
            "exchange of the second day",
            "exchange of the third day",
            "drones on airfields",
            "third round of direct talks",
        }
    ),
    "sahel": frozenset(
        {
            "first round",
            "truce of forty days signed",
            "truce in force",
            "two aid workers freed in the night",
            "second round at Alger",
            "first convoy through the corridor",
        }
    ),
}
Entry = dict[str, Any]


@pytest.fixture(scope="session")
def chronicles(examples: dict[str, list[tuple[Capture, Outcome]]]) -> dict[str, list[Entry]]:
    """The exported chronicle of each dossier."""
    outcomes = {name: [outcome for _, outcome in told] for name, told in examples.items()}
    made = (found for found in capture(str(HERE / "kassar.jsonl"), "2029-01-01") if isinstance(found, Capture))
    outcomes["kassar"] = [read(found, everything=True) for found in made]
    return {name: chronicle([outcome.reading for outcome in told if outcome.reading is not None]) for name, told in outcomes.items()}


def chronicle(readings: list[Reading]) -> list[Entry]:
    """The entries that these readings give together, as they are exported."""
    names = {reading.document: reading.name for reading in readings}
    return [export.record(entry, names) for entry in derive(readings).entries]


def found(line: dict[str, Any], entries: list[Entry]) -> bool:
    """True when an entry is what the line says."""
    return any(_fits(line, entry) for entry in entries if entry["kind"] == "event")


def _fits(line: dict[str, Any], entry: Entry) -> bool:
    checks = {
        "type": lambda v: entry["type"] == v,
        "day": lambda v: str(entry["start"]) == str(v),
        "end": lambda v: str(entry["end"]) == str(v),
        "place": lambda v: v in ((entry["place"] or {}).get("name") or ""),
        "status": lambda v: entry["status"] == v,
        "who": lambda v: v in _people(entry),
        "claimed": lambda v: v in _claimants(entry),
        "sources": lambda v: entry["independent_sources"] == v,
        "history": lambda v: list(dict.fromkeys(step["status"] for step in entry["history"])) == v,
        "files": lambda v: all(any(d.startswith(f"{number}-") or number == d for d in entry["documents"]) for number in v),
    }
    return all(check(line[field]) for field, check in checks.items() if field in line)


def _people(entry: Entry) -> set[str]:
    return {p["name"] for p in entry["participants"]} | {v["value"] for v in entry["values"]} | _claimants(entry)


def _claimants(entry: Entry) -> set[str]:
    return {link["agent"] for value in entry["values"] for link in value["attribution"]}


@pytest.mark.parametrize(
    ("dossier", "line"), [(name, line) for name, lines in LINES.items() for line in lines], ids=lambda v: v["line"] if isinstance(v, dict) else v
)
def test_what_a_careful_reader_gets(dossier: str, line: dict[str, Any], chronicles: dict[str, list[Entry]]) -> None:
    assert found(line, chronicles[dossier]) is (line["line"] not in NOT_YET[dossier])
