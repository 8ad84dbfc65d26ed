"""Articles annotated for this project by the guide of the evaluation data, kept without their texts: each row tells where in its article it stands.

usage: python benchmarks/annotated.py          how far two readers agree on the articles that both annotated

`annotations/others.jsonl` holds one object an article: the dossier of the evaluation data that has its text, its id there, who read it, and
the rows of the guide with `at`, the offsets of their words, in place of the words. `annotations/second.jsonl`: eight of them read again by another.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "evaluation"
ANNOTATIONS = ROOT / "benchmarks" / "annotations"
#: What the guide calls the words that a row was taken from.
_WORDS = {"events": "evidence", "statements": "text", "positions": "text", "figures": "text"}


def annotated(name: str) -> list[dict[str, Any]]:
    """The annotated articles of a file of `annotations`, in its order."""
    return [json.loads(line) for line in (ANNOTATIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def lay_out(rows: Sequence[dict[str, Any]], folder: Path) -> None:
    """Writes articles and annotations as the scorer wants them: `articles.jsonl`, `articles/NAME`, `gold/NAME.yaml`. JSON is YAML.

    Needs the dossiers of the evaluation data. Raises KeyError for an article that its dossier does not have.
    """
    for name in ("articles", "gold"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    listed = []
    for row in rows:
        article = _article(row)
        name = f"{row['dossier']}-{row['id']}.txt"
        (folder / "articles" / name).write_text(article["text"], encoding="utf-8")
        (folder / "gold" / f"{name}.yaml").write_text(json.dumps(reading(row, article["text"], name), ensure_ascii=False), encoding="utf-8")
        listed.append(json.dumps(article | {"id": name}, ensure_ascii=False))
    (folder / "articles.jsonl").write_text("\n".join(listed), encoding="utf-8")


def reading(row: dict[str, Any], text: str, name: str) -> dict[str, Any]:
    """An annotated article in the shape of the gold files, its rows with their words."""
    tables = {table: [_with_words(entry, text, words) for entry in row[table]] for table, words in _WORDS.items()}
    return {"document": name, "published": row["published"]} | tables


def _with_words(entry: dict[str, Any], text: str, words: str) -> dict[str, Any]:
    start, end = entry["at"]
    return {key: value for key, value in entry.items() if key != "at"} | {words: text[start:end]}


def _article(row: dict[str, Any]) -> dict[str, Any]:
    path = EVALUATION / "dossiers" / f"{row['dossier']}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        article: dict[str, Any] = json.loads(line)
        if article["id"] == row["id"]:
            return article
    raise KeyError(f"{row['id']} is not in {path.name}")


def main() -> None:
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: nothing was compared")
        return
    again = annotated("second")
    both = {(row["dossier"], row["id"]) for row in again}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out([row for row in annotated("others") if (row["dossier"], row["id"]) in both], folder)
        texts = {(row["dossier"], row["id"]): _article(row)["text"] for row in again}
        claims = [reading(row, texts[row["dossier"], row["id"]], f"{row['dossier']}-{row['id']}.txt") for row in again]
        (folder / "claims.jsonl").write_text("\n".join(json.dumps(c, ensure_ascii=False) for c in claims), encoding="utf-8")
        scorer = [EVALUATION / "score.py", folder / "claims.jsonl", "--gold", folder / "gold", "--articles", folder / "articles"]
        done = subprocess.run([sys.executable, *map(str, scorer)], capture_output=True, text=True, check=True)
    print(done.stdout)


if __name__ == "__main__":
    main()
