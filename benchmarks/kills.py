"""Kills the program at random moments, and looks at the dossier that it leaves: it opens, has lost nothing, and holds nothing twice.

usage: python benchmarks/kills.py [--kills 100] [--seed 1] [--source examples/sahel]

Three things are killed by turns: `read` (which goes on where it was killed), `review` (a judgement that was printed is kept, one that was not is
there once or not at all) and the derivation of the chronicle. At the end the dossier is read to its end and compared with one that nobody killed.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
HORIZON = "2026-01-01"
#: What must not be there twice: a table, and the columns that tell its rows apart.
UNIQUE = {
    "captures": "id",
    "readings": "document, version",
    "documents": "id, version",
    "judgements": "id",
    "entries": "id",
    "members": "claim",
    "links": '"left", "right"',
    "cards": "document",
}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "pourparlers", *map(str, arguments)]


def run(*arguments: str | Path) -> str:
    """What a command prints when nobody kills it."""
    done = subprocess.run(command(*arguments), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))} failed: {done.stderr}")
    return done.stdout


@dataclass
class Dossier:
    """A dossier that is killed, and what it is known to hold."""

    path: Path
    held: dict[str, set[str]] = field(default_factory=dict)

    def check(self) -> None:
        """Exits with what is wrong; else remembers what the dossier holds now."""
        with contextlib.closing(sqlite3.connect(self.path)) as base:
            if base.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                sys.exit("the dossier is damaged")
            if not base.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]:
                return  # killed before its tables were made
            for table, columns in UNIQUE.items():
                if base.execute(f"SELECT 1 FROM {table} GROUP BY {columns} HAVING count(*) > 1").fetchone():
                    sys.exit(f"something stands twice in {table}")
            now = {
                t: {row[0] for row in base.execute(f"SELECT {c} FROM {t}")}
                for t, c in (("captures", "id"), ("readings", "document"), ("judgements", "id"))
            }
            texts, indexed = (base.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "search"))
        for table, ids in self.held.items():
            if not ids <= now[table]:
                sys.exit(f"{table}: {len(ids - now[table])} were lost")
        if texts != indexed:
            sys.exit(f"{texts} documents, but {indexed} in the index")
        self.held = now

    def judgement(self, printed: str) -> None:
        """A judgement whose line was printed in full is in the log."""
        for line in printed.splitlines(keepends=True):
            if line.endswith("\n") and not any(j.partition("-")[2].startswith(line.split()[0]) for j in self.held["judgements"]):
                sys.exit(f"a judgement was lost: {line}")


def killed(arguments: list[str], after: float) -> tuple[bool, str]:
    """Runs a command and kills it after so many seconds: whether it still ran, and what it had printed."""
    child = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
    try:
        printed, _ = child.communicate(timeout=after)
        return False, printed
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        printed, _ = child.communicate()
        return True, printed


def timed(*arguments: str | Path) -> float:
    before = time.monotonic()
    run(*arguments)
    return time.monotonic() - before


def chronicle(path: Path) -> list[str]:
    return run("export", "--format", "chronicle", "--dossier", path).splitlines()


def forget_chronicle(path: Path) -> None:
    """Makes the program derive the chronicle again, from nothing."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.execute("DELETE FROM meta WHERE key IN ('chronicle', 'derived by')")
        base.commit()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--source", type=Path, default=ROOT / "examples" / "sahel")
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole, dossier = Path(folder) / "whole.db", Dossier(Path(folder) / "killed.db")
        reading = ["read", arguments.source, "--all", "--known-by", HORIZON]
        seconds = {"read": timed(*reading, "--dossier", whole)}
        entries = [json.loads(line)["id"] for line in chronicle(whole)]
        spare = Path(folder) / "spare.db"
        spare.write_bytes(whole.read_bytes())
        judging = ["review", "confirm", entries[0], "--by", "Ada", "--reason", "relu"]
        seconds["review"] = timed(*judging, "--dossier", spare)
        forget_chronicle(spare)
        seconds["derive"] = timed("show", "timeline", "--dossier", spare)
        counts = dict.fromkeys(seconds, 0)
        kinds = list(seconds)
        while sum(counts.values()) < arguments.kills:
            kind = kinds[sum(counts.values()) * len(kinds) // arguments.kills]
            if kind == "read" and counts["read"] % 4 == 3:
                dossier = Dossier(dossier.path.with_name(f"killed-{counts['read']}.db"))  # a new one, so that each stage is met
            if kind != "read" and not any(counts[k] for k in kinds[1:]):
                run(*reading, "--dossier", dossier.path)
                dossier.check()
            if kind == "derive":
                forget_chronicle(dossier.path)
            doing = {
                "read": reading,
                "review": [
                    "review",
                    dice.choice(["confirm", "split"]),
                    dice.choice(entries),
                    "--by",
                    "Ada",
                    "--reason",
                    f"relu {sum(counts.values())}",
                ],
                "derive": ["show", "timeline"],
            }[kind]
            died, printed = killed(command(*doing, "--dossier", dossier.path), dice.uniform(0, 1.05 * seconds[kind]))
            if dossier.path.exists():
                dossier.check()
                if kind == "review":
                    dossier.judgement(printed)
            counts[kind] += died
        run(*reading, "--dossier", dossier.path)
        dossier.check()
        log = Path(folder) / "log.jsonl"
        run("review", "export", "--dossier", dossier.path, "--output", log)
        run("review", "import", log, "--dossier", whole)
        if chronicle(whole) != chronicle(dossier.path):
            sys.exit("the chronicle differs from that of a dossier that nobody killed")
    told = ", ".join(f"{number} of {kind}" for kind, number in counts.items())
    print(f"{sum(counts.values())} kills ({told}): every dossier opened, nothing was lost, nothing stood twice, the chronicle is the same")


if __name__ == "__main__":
    main()
