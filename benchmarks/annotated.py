"""Articles annotated for this project by the guide of the evaluation data, kept without their texts: each row tells where in its article it stands.

usage: python benchmarks/annotated.py          how far two readers agree on the articles that both annotated, and our readers with the gold

`annotations/{others,third,check}.jsonl` hold one object an article: the dossier of the evaluation data that has its text, its id there, who read
it, and the rows of the guide with `at`, the offsets of their words, in place of the words. `annotations/second.jsonl`: some of them read again by
another. `annotations/gold_again.jsonl`: articles of the gold, read by readers who had not seen it; `gold` names them there.
"""

import json
import shutil
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
        name = _name(row)
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
    both = {_key(row) for row in again}
    first = [row for name in ("others", "third", "check") for row in annotated(name) if _key(row) in both]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(first, folder)
        print(f"two readers, {len(again)} articles")
        print(_agreement([reading(row, _article(row)["text"], _name(row)) for row in again], folder, folder))
    unseen = annotated("gold_again")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gold").mkdir()
        for row in unseen:
            shutil.copy(EVALUATION / "gold" / f"{row['gold']}.yaml", folder / "gold")
        print(f"our readers against the gold, {len(unseen)} articles")
        print(_agreement([reading(row, _article(row)["text"], f"{row['gold']}.txt") for row in unseen], folder, EVALUATION))


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["dossier"], row["id"]


def _name(row: dict[str, Any]) -> str:
    return f"{row['dossier']}-{row['id']}.txt"


def _agreement(read: Sequence[dict[str, Any]], folder: Path, texts: Path) -> str:
    """What the scorer says of readings against the gold files of a folder, the articles' texts being in another."""
    claims = folder / "claims.jsonl"
    claims.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in read), encoding="utf-8")
    scorer = [EVALUATION / "score.py", claims, "--gold", folder / "gold", "--articles", texts / "articles"]
    return subprocess.run([sys.executable, *map(str, scorer)], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
