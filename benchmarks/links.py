"""Reads the dossiers whose entries were linked by hand, each by itself, and scores their chronicles. Needs the evaluation data beside the repository.

usage: python benchmarks/links.py [--errors] [--floors FILE]

Prints a line for each dossier by itself, one for all others without it, and one for all: where the figures of one dossier are far from those of
the others, the weights may have been set on it alone.

--errors  list every entry that is split, and every pair that was wrongly merged, instead
--floors  a JSON file of floors for all dossiers together, {"pair_f1": 0.70, …}; exit 1 when a figure is below its floor. Floors only go up.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from evaluation import EVALUATION, check, export, run


def dossiers() -> Iterator[tuple[str, list[str]]]:
    """The name of each dossier, and its records as lines."""
    lines = (EVALUATION / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    for path in sorted((EVALUATION / "links").glob("*.yaml")):
        wanted = {str(document).removesuffix(".txt") for document in yaml.safe_load(path.read_text(encoding="utf-8"))["documents"]}
        yield path.stem, [line for line in lines if json.loads(line)["id"].removesuffix(".txt") in wanted]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floors", type=Path)
    arguments = parser.parse_args()
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: nothing was scored")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chronicles = {}
        for dossier, lines in dossiers():
            source = folder / f"{dossier}.jsonl"
            source.write_text("\n".join(lines), encoding="utf-8")
            chronicles[dossier] = export(source, folder / f"{dossier}.db", "chronicle")
        if arguments.errors:
            print(score(folder, chronicles, "--errors"))
            return
        for dossier in chronicles:
            print(f"{dossier}: {score(folder, {dossier: chronicles[dossier]})}")
            print(f"all but {dossier}: {score(folder, {d: c for d, c in chronicles.items() if d != dossier})}")
        together = score(folder, chronicles)
        print(f"all: {together}")
    if arguments.floors:
        check(json.loads(together), json.loads(arguments.floors.read_text(encoding="utf-8")))


def score(folder: Path, chronicles: Mapping[str, str], *options: str) -> str:
    """The score of some dossiers together. chronicles: of each, its exported chronicle."""
    links, chronicle = folder / "links", folder / "chronicle.jsonl"
    shutil.rmtree(links, ignore_errors=True)
    links.mkdir()
    for dossier in chronicles:
        shutil.copy(EVALUATION / "links" / f"{dossier}.yaml", links)
    chronicle.write_text("".join(chronicles.values()), encoding="utf-8")
    return run(sys.executable, EVALUATION / "score_links.py", chronicle, "--links", links, *options).strip()


if __name__ == "__main__":
    main()
