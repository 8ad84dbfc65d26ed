"""Reads the annotated articles and scores what was read. Needs the evaluation data beside the repository (`../shared/evaluation`).

usage: python benchmarks/evaluation.py [--set NAME] [--errors] [--floors FILE]

--set      score on articles annotated for this project instead (annotated.py), most of them on other conflicts: others, third, or check, which no
           rule or weight has seen
--errors   list every miss, spurious row and wrong field with its sentence
--floors   a JSON file of floors, {"statements.f1": 0.62, …}; exit 1 when a figure is below its floor. Floors only go up.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from annotated import annotated, lay_out

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "evaluation"
HORIZON = "2026-11-21"


def run(*command: str | Path) -> str:
    """The standard output of a command; exits with its error when it fails."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed ({done.returncode}):\n{done.stderr}")
    return done.stdout


def export(source: Path, dossier: Path, form: str, *options: str) -> str:
    """Reads a source into a new dossier and exports it."""
    program = Path(sys.executable).parent / "pourparlers"
    run(program, "read", source, "--dossier", dossier, "--known-by", HORIZON, "--all")
    return run(program, "export", "--format", form, "--dossier", dossier, *options)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("others", "third", "check"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floors", type=Path)
    arguments = parser.parse_args()
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: nothing was scored")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = EVALUATION
        if arguments.set:
            data = folder / arguments.set
            lay_out(annotated(arguments.set), data)
        claims = folder / "claims.jsonl"
        claims.write_text(export(data / "articles.jsonl", folder / "articles.db", "claims"), encoding="utf-8")
        scorer = (sys.executable, EVALUATION / "score.py", claims, "--gold", data / "gold", "--articles", data / "articles")
        if arguments.errors:
            print(run(*scorer, "--errors"))
            return
        print(run(*scorer))
        scores = json.loads(run(*scorer, "--json"))
    if arguments.floors:
        check(scores, json.loads(arguments.floors.read_text(encoding="utf-8")))


def check(scores: dict[str, Any], floors: dict[str, float]) -> None:
    """Exits with 1 when a figure lies below its floor."""
    low = []
    for name, floor in floors.items():
        table, _, figure = name.partition(".")
        reached = scores[table][figure] if figure else scores[table]
        if reached < floor:
            low.append(f"{name} is {reached:.3f}, its floor {floor:.3f}")
    if low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
