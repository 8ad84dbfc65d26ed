"""Learns the weights of data/fr/event_weights.yaml: which rows of events a reader of annotated articles would keep.

usage: python benchmarks/event_salience.py [--write]

Logistic regression with an L2 penalty over plain features, by Newton's method; figures are cross-validated by article, in eight folds. Needs the
evaluation data beside the repository (`../shared/evaluation`).

--write   replace the weights of the package with those learned from all articles
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import yaml

from pourparlers.annotation import annotate
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.find import drafts, event_of
from pourparlers.claims.events.merge import merged
from pourparlers.claims.events.salience import admissible, features
from pourparlers.claims.events.scene import lay_out
from pourparlers.claims.events.venue import at_venue, venue_of
from pourparlers.claims.statements import find_statements
from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.claim import Event
from pourparlers.model.text import Capture, Metadata

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "evaluation"
WEIGHTS = ROOT / "src" / "pourparlers" / "data" / "fr" / "event_weights.yaml"
HORIZON = "2026-11-21"
FOLDS = 8
PENALTY = 4.0
#: How much more recall counts than precision: less, since a row that misleads is worse than a missing one.
BETA = 0.8
#: A feature must stand in so many rows of so many articles to have a weight of its own.
FEWEST_ROWS, FEWEST_ARTICLES = 6, 4

Rows = list[tuple[tuple[str, ...], bool]]


def read(record: dict[str, str]) -> tuple[Context, list[Draft]]:
    """The rows of an article before any is left out."""
    metadata = Metadata(published=record.get("published"), outlet=record.get("outlet"), title=record.get("title"))
    capture = Capture("doc-" + record["id"], record["id"], record["text"].encode(), "text/plain", record["id"], HORIZON, "utf-8", metadata)
    document, _ = clean(capture)
    assert document is not None, record["id"]
    annotated = annotate(document)
    context = Context(annotated, find_mentions(annotated), date_document(document, annotated)[0])
    scene = lay_out(context)
    venue = venue_of(scene)
    rows = (at_venue(context, venue, row) for row in merged(drafts(scene, find_statements(context)[1])))
    return context, [row for row in rows if admissible(row)]


def labelled(context: Context, rows: list[Draft], gold: list[dict[str, object]], article: str) -> Rows:
    """Each row's features, and whether the annotators have it."""
    sys.path.insert(0, str(EVALUATION))
    import score as scorer

    exported = [exported_row(event_of(context, row)) for row in rows]
    pairs, _, _ = scorer.pair(scorer.fold(article), gold, exported, scorer.event_affinity)
    wanted = {id(row) for _, row in pairs}
    return [(tuple(features(row)), id(out) in wanted) for row, out in zip(rows, exported, strict=True)]


def exported_row(event: Event) -> dict[str, object]:
    """What the scorer pairs rows by."""
    return {
        "type": event.type,
        "start": event.when.start,
        "place": None if event.place is None else event.place.name,
        "participants": [agent.name for agent in event.participants],
        "evidence": event.evidence.quote,
    }


def collect() -> dict[str, tuple[Rows, int]]:
    """Article -> its labelled rows and how many events its annotators have."""
    found = {}
    for line in (EVALUATION / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = yaml.safe_load((EVALUATION / "gold" / record["id"].replace(".txt", ".yaml")).read_text(encoding="utf-8")).get("events") or []
        article = (EVALUATION / "articles" / record["id"]).read_text(encoding="utf-8")
        context, rows = read(record)
        found[record["id"]] = (labelled(context, rows, gold, article), len(gold))
    return dict(sorted(found.items()))


def vocabulary(articles: list[Rows]) -> list[str]:
    """The features that are frequent enough, sorted."""
    rows: dict[str, int] = {}
    held: dict[str, set[int]] = {}
    for number, article in enumerate(articles):
        for names, _ in article:
            for name in names:
                rows[name] = rows.get(name, 0) + 1
                held.setdefault(name, set()).add(number)
    return sorted(n for n in rows if rows[n] >= FEWEST_ROWS and len(held[n]) >= FEWEST_ARTICLES)


def matrix(rows: Rows, names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Features as ones and zeros, and labels."""
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (found, _) in enumerate(rows):
        x[i, [column[name] for name in found if name in column]] = 1
    return x, np.array([label for _, label in rows], dtype=float)


def fit(x: np.ndarray, y: np.ndarray, steps: int = 30) -> np.ndarray:
    """Weights of a logistic regression by Newton's method."""
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + PENALTY * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(x.shape[1])
        w -= np.linalg.solve(hessian, gradient)
    return w


def best_shift(scores: np.ndarray, y: np.ndarray, gold: int) -> float:
    """What to add to all scores so that keeping those above 0 gives the best F measure."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(y[order])
    f = (1 + BETA**2) * hits / (np.arange(1, len(order) + 1) + BETA**2 * gold)
    return float(-scores[order][int(np.argmax(f))] + 1e-6)


def learn(articles: list[Rows], gold: int) -> tuple[list[str], np.ndarray]:
    """Feature names and weights; the shift to the best F measure is in the weight of "always"."""
    names = vocabulary(articles)
    x, y = matrix([row for article in articles for row in article], names)
    w = fit(x, y)
    w[names.index("always")] += best_shift(x @ w, y, gold)
    return names, w


def cross_validated(data: dict[str, tuple[Rows, int]]) -> tuple[int, int, int]:
    """Hits, kept rows and gold rows over all folds."""
    articles = list(data.values())
    hit = kept = 0
    for fold in range(FOLDS):
        train = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        names, w = learn([rows for rows, _ in train], sum(n for _, n in train))
        for rows, _ in (a for i, a in enumerate(articles) if i % FOLDS == fold):
            x, y = matrix(rows, names)
            keep = x @ w > 0
            hit, kept = hit + int((keep * y).sum()), kept + int(keep.sum())
    return hit, kept, sum(n for _, n in articles)


def write(names: list[str], w: np.ndarray) -> None:
    """Replaces the entries of the weights file."""
    head = WEIGHTS.read_text(encoding="utf-8").split("entries:")[0]
    entries = "".join(f"  - {{feature: {name}, weight: {value:.2f}}}\n" for name, value in zip(names, w, strict=True))
    WEIGHTS.write_text(f"{head}entries:\n{entries}", encoding="utf-8")


def report(label: str, hit: int, kept: int, gold: int) -> None:
    print(f"{label:<16} kept {kept}  P {hit / max(1, kept):.3f}  R {hit / gold:.3f}  F1 {2 * hit / (kept + gold):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    data = collect()
    rows = [row for article, _ in data.values() for row in article]
    gold = sum(n for _, n in data.values())
    report("all rows", sum(label for _, label in rows), len(rows), gold)
    report("cross-validated", *cross_validated(data))
    names, w = learn([article for article, _ in data.values()], gold)
    x, y = matrix(rows, names)
    keep = x @ w > 0
    report("on itself", int((keep * y).sum()), int(keep.sum()), gold)
    if arguments.write:
        write(names, w)


if __name__ == "__main__":
    main()
