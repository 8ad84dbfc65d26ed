"""The text of saved pages: ours beside plain trafilatura, over pages with their paragraphs by hand.

usage: python benchmarks/cleaning.py [DIRECTORY]      (default ../shared/evaluation/html: NAME.html beside NAME.json)

Prints, for each, precision and recall of words (as multisets) and of paragraphs (white space and case disregarded), the share of pages whose
day and title are right, and milliseconds a page.
"""

import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pourparlers.cleaning import clean
from pourparlers.model.text import Capture

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "shared" / "evaluation" / "html"

Read = Callable[[str], tuple[list[str], str | None, str | None]]


def ours(source: str) -> tuple[list[str], str | None, str | None]:
    document, _ = clean(Capture("doc-0", "page", source.encode(), "text/html", "page", "2026-01-01", "utf-8"))
    if document is None:
        return [], None, None
    day = next((clue.value for clue in document.clues if not clue.modified), None)
    return [document.quote(line.span) for line in document.lines if line.kind != "title"], day, document.metadata.title


def plain(source: str) -> tuple[list[str], str | None, str | None]:
    import trafilatura

    text = trafilatura.extract(source, favor_precision=True, include_comments=False, include_tables=False) or ""
    meta = trafilatura.extract_metadata(source)
    return [line for line in text.split("\n") if line.strip()], meta.date, meta.title


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("’", "'").split())


def rates(found: Counter[str], gold: Counter[str]) -> tuple[int, int, int]:
    return (found & gold).total(), found.total(), gold.total()


def measure(read: Read, pages: list[tuple[str, dict[str, object]]]) -> str:
    words, paragraphs = [0, 0, 0], [0, 0, 0]
    days = titles = 0
    start = time.perf_counter()
    results = [read(source) for source, _ in pages]
    elapsed = time.perf_counter() - start
    for (lines, day, title), (_, gold) in zip(results, pages, strict=True):
        wanted = [folded(p) for p in gold["paragraphs"]]
        got = [folded(line) for line in lines if folded(line) != folded(str(gold["title"]))]
        for total, counts in (
            (words, rates(Counter(re.findall(r"\w+", " ".join(got))), Counter(re.findall(r"\w+", " ".join(wanted))))),
            (paragraphs, rates(Counter(got), Counter(wanted))),
        ):
            for i, count in enumerate(counts):
                total[i] += count
        days += day == gold["date"]
        titles += folded(title or "") == folded(str(gold["title"]))
    figures = [f"{name} P {t[0] / max(1, t[1]):.3f} R {t[0] / max(1, t[2]):.3f}" for name, t in (("words", words), ("paragraphs", paragraphs))]
    return f"{'  '.join(figures)}  days {days}/{len(pages)}  titles {titles}/{len(pages)}  {1000 * elapsed / len(pages):.0f} ms"


def main() -> None:
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else DIRECTORY
    names = sorted(path for path in directory.glob("*.html") if path.with_suffix(".json").exists())
    pages = [(path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))) for path in names]
    for name, read in (("pourparlers", ours), ("trafilatura", plain)):
        read(pages[0][0])  # imports are not timed
        print(f"{name:12} {measure(read, pages)}")


if __name__ == "__main__":
    main()
