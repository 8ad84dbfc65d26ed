"""Builds src/pourparlers/data/world/tolls.tsv, how many died and fell ill of Covid-19, as it was told at the time. See data/world/SOURCES.md.

usage: python tools/build_tolls.py COUNTRIES_GIT POMBER_GIT

Two git directories: of github.com/datasets/covid-19 and of github.com/pomber/covid19, which copied the daily counts of the Johns Hopkins University
every day. A count of a day is read from the first commit that has it, for later ones revise it. The output is sorted and depends on nothing else.
"""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from pourparlers.mentions.world import states

OUTPUT = Path(__file__).resolve().parent.parent / "src/pourparlers/data/world/tolls.tsv"
#: The counts of one commit: (state or "world", "deaths" or "cases", ISO day) -> number.
_Counts = dict[tuple[str, str, str], int]
#: Counts are kept of every week while they grew fast, of every second week after that.
FIRST, WEEKLY_UNTIL, LAST = date(2020, 1, 24), date(2020, 8, 28), date(2022, 4, 15)
#: A state has a row when so many died, so many fell ill.
LEAST = {"deaths": 100, "cases": 1000}
WORLD = "world"


def days() -> list[date]:
    """The days of the columns."""
    found = [FIRST]
    while found[-1] < LAST:
        found.append(found[-1] + timedelta(days=7 if found[-1] < WEEKLY_UNTIL else 14))
    return found


def commits(repository: Path, path: str) -> list[tuple[str, str]]:
    """The ISO day and the object of a file in each commit that changed it, oldest first; only those that are present."""
    log = _git(repository, "log", "--format=%H %cs", "--reverse", "--", path).decode().split("\n")
    dated = [(day, f"{commit}:{path}") for commit, _, day in (line.partition(" ") for line in log if line)]
    asked = "\n".join(name for _, name in dated).encode()
    answers = _git(repository, "cat-file", "--batch-check", given=asked).decode().splitlines()
    return [(day, answer.split()[0]) for (day, _), answer in zip(dated, answers, strict=True) if not answer.endswith("missing")]


def _git(repository: Path, *command: str, given: bytes | None = None) -> bytes:
    return subprocess.run(["git", f"--git-dir={repository}", *command], input=given, capture_output=True, check=True).stdout


def of_pomber(content: bytes, codes: dict[str, str]) -> _Counts:
    """The counts of a docs/timeseries.json."""
    counts: _Counts = {}
    for country, rows in json.loads(content).items():
        for row in rows:
            day = date(*map(int, row["date"].split("-"))).isoformat()
            for kind, key in (("deaths", "deaths"), ("cases", "confirmed")):
                _add(counts, codes.get(country), kind, day, row[key])
    return counts


def of_countries(content: bytes, codes: dict[str, str]) -> _Counts:
    """The counts of a data/countries-aggregated.csv."""
    counts: _Counts = {}
    for row in csv.DictReader(io.StringIO(content.decode())):
        for kind, key in (("deaths", "Deaths"), ("cases", "Confirmed")):
            _add(counts, codes.get(row["Country"]), kind, row["Date"], row[key])
    return counts


def of_world(content: bytes, _: dict[str, str]) -> _Counts:
    """The counts of a data/worldwide-aggregate.csv."""
    rows = csv.DictReader(io.StringIO(content.decode()))
    return {(WORLD, kind, row["Date"]): int(float(row[key])) for row in rows for kind, key in (("deaths", "Deaths"), ("cases", "Confirmed"))}


def _add(counts: _Counts, state: str | None, kind: str, day: str, number: object) -> None:
    """Counts for a state, None for what is no state (a ship), and for the whole world."""
    for place in (WORLD, state):
        if place is not None:
            counts[place, kind, day] = counts.get((place, kind, day), 0) + int(float(str(number or 0)))


def codes_of(datasets: Path, head: str) -> dict[str, str]:
    """English name of a state -> ISO code, of those that the program knows."""
    known = {state.code for state in states()}
    rows = list(csv.DictReader(io.StringIO(_git(datasets, "show", f"{head}:data/reference.csv").decode())))
    found = {row["Country_Region"]: row["iso2"] for row in rows if not row["Province_State"] and not row["Admin2"]}
    return {name: code for name, code in (found | {"Kosovo": "XK", "Cabo Verde": "CV", "Cape Verde": "CV", "Namibia": "NA"}).items() if code in known}


def told(datasets: Path, pomber: Path) -> _Counts:
    """The counts of the days of the columns, each as first told."""
    codes = codes_of(datasets, "HEAD")
    wanted = [day.isoformat() for day in days()]
    counts: _Counts = {}
    sources = (
        (pomber, "docs/timeseries.json", of_pomber),
        (datasets, "data/countries-aggregated.csv", of_countries),
        (datasets, "data/worldwide-aggregate.csv", of_world),
    )
    for repository, path, read in sources:
        missing = [day for day in wanted if (WORLD, "cases", day) not in counts]
        for written, name in commits(repository, path):
            if missing and written > missing[0]:
                found = read(_git(repository, "cat-file", "blob", name), codes)
                counts |= {key: number for key, number in found.items() if key[2] in missing and key[2] < written}
                missing = [day for day in missing if (WORLD, "cases", day) not in counts]
    return counts


def lines(counts: _Counts) -> Iterator[str]:
    """The lines of the table: its days, then a line for each count of a state."""
    columns = [day.isoformat() for day in days() if (WORLD, "cases", day.isoformat()) in counts]
    yield "\t".join(("state", "counts", *columns))
    for state, kind in sorted({(state, kind) for state, kind, _ in counts}):
        numbers = [counts.get((state, kind, day)) for day in columns]
        if max(number or 0 for number in numbers) >= LEAST[kind]:
            yield "\t".join((state, kind, *("" if not number else str(number) for number in numbers))).rstrip("\t")


def main() -> None:
    """Writes the table."""
    table = list(lines(told(*map(Path, sys.argv[1:3]))))
    OUTPUT.write_text("\n".join(table) + "\n", encoding="utf-8")
    print(f"{len(table) - 1} rows, {OUTPUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
