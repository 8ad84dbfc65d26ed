"""Reads the dossiers whose entries were linked by hand, each by itself, and scores their chronicles. Needs the evaluation data beside the repository.

usage: python benchmarks/links.py [--errors]

--errors  list every entry that is split, and every pair that was wrongly merged
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from evaluation import EVALUATION, export, run


def dossiers() -> Iterator[tuple[str, list[str]]]:
    """The name of each dossier, and its records as lines."""
    lines = (EVALUATION / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    for path in sorted((EVALUATION / "links").glob("*.yaml")):
        wanted = {str(document).removesuffix(".txt") for document in yaml.safe_load(path.read_text(encoding="utf-8"))["documents"]}
        yield path.stem, [line for line in lines if json.loads(line)["id"].removesuffix(".txt") in wanted]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: nothing was scored")
        return
    with tempfile.TemporaryDirectory() as folder:
        together = Path(folder) / "chronicle.jsonl"
        with together.open("w", encoding="utf-8") as out:
            for name, lines in dossiers():
                source = Path(folder) / f"{name}.jsonl"
                source.write_text("\n".join(lines), encoding="utf-8")
                out.write(export(source, Path(folder) / f"{name}.db", "chronicle"))
        print(run(sys.executable, EVALUATION / "score_links.py", together, *(["--errors"] if arguments.errors else [])))


if __name__ == "__main__":
    main()
