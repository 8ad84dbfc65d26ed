"""Learns the weights of data/fr/event_weights.yaml: which rows of events a reader of annotated articles would keep.

usage: python benchmarks/event_salience.py [--write]

Logistic regression with an L2 penalty over plain features, by Newton's method, on the gold (its articles count double) and on the articles
annotated for this project, save those kept aside as a check (annotated.py). Figures are cross-validated by article, in eight folds, and told for
the gold and the others apart. Needs the evaluation data beside the repository (`../shared/evaluation`).

--write   replace the weights of the package with those learned from all articles
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from annotated import EVALUATION, annotated, lay_out

from pourparlers.annotation import annotate
from pourparlers.claims.context import Context
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.features import features
from pourparlers.claims.events.find import drafts, event_of
from pourparlers.claims.events.merge import merged
from pourparlers.claims.events.salience import admissible
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.scene import lay_out as lay_scene_out
from pourparlers.claims.events.venue import at_venue, venue_of
from pourparlers.claims.statements import find_statements
from pourparlers.cleaning import clean
from pourparlers.dating import date_document
from pourparlers.mentions import find_mentions
from pourparlers.model.claim import Event
from pourparlers.model.text import Capture, Metadata

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "pourparlers" / "data" / "fr" / "event_weights.yaml"
HORIZON = "2026-11-21"
FOLDS = 8
PENALTY = 8.0
#: The weights of single words rest on few rows: they are held nearer to 0.
PENALTY_OF_WORDS = 24.0
#: How much more recall counts than precision: less, since a row that misleads is worse than a missing one.
BETA = 0.85
#: Of all that reach so much of the best F measure, the fewest rows are kept: around it, it hardly changes with their number.
AS_GOOD = 0.995
#: A feature must stand in so many rows of so many articles to have a weight of its own.
FEWEST_ROWS, FEWEST_ARTICLES = 8, 5
#: The sets of articles annotated for this project that may be learned from.
OURS = ("others", "third")


@dataclass(frozen=True, slots=True)
class Article:
    """The rows of an article: the features of each, and whether its annotators have it. gold: how many events they have.
    share: how much each row counts."""

    rows: tuple[tuple[tuple[str, ...], bool], ...]
    gold: int
    share: float


def read(record: dict[str, str]) -> tuple[Scene, list[Draft]]:
    """The rows of an article before any is left out."""
    metadata = Metadata(published=record.get("published"), outlet=record.get("outlet"), title=record.get("title"))
    capture = Capture("doc-" + record["id"], record["id"], record["text"].encode(), "text/plain", record["id"], HORIZON, "utf-8", metadata)
    document, _ = clean(capture)
    assert document is not None, record["id"]
    parsed = annotate(document)
    return rows_of(Context(parsed, find_mentions(parsed), date_document(document, parsed)[0]))


def rows_of(context: Context) -> tuple[Scene, list[Draft]]:
    """The rows of a document before any is left out."""
    scene = lay_scene_out(context)
    venue = venue_of(scene)
    rows = (at_venue(context, venue, row) for row in merged(drafts(scene, find_statements(context)[1])))
    return scene, [row for row in rows if admissible(row)]


def labelled(scene: Scene, rows: list[Draft], gold: list[dict[str, object]], text: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Each row's features, and whether the annotators have it."""
    sys.path.insert(0, str(EVALUATION))
    import score as scorer

    exported = [exported_row(event_of(scene.context, row)) for row in rows]
    pairs, _, _ = scorer.pair(scorer.fold(text), gold, exported, scorer.event_affinity)
    wanted = {id(row) for _, row in pairs}
    return tuple((tuple(features(scene, row)), id(out) in wanted) for row, out in zip(rows, exported, strict=True))


def exported_row(event: Event) -> dict[str, object]:
    """What the scorer pairs rows by."""
    return {
        "type": event.type,
        "start": event.when.start,
        "place": None if event.place is None else event.place.name,
        "participants": [agent.name for agent in event.participants],
        "evidence": event.evidence.quote,
    }


def collect() -> list[Article]:
    """All articles that may be learned from: those of the gold, then ours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out([row for ours in OURS for row in annotated(ours)], folder)
        return [*_articles(EVALUATION, 2.0), *_articles(folder, 1.0)]


def _articles(folder: Path, share: float) -> Iterator[Article]:
    for line in sorted((folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        name = record["id"]
        path = next(p for p in (folder / "gold" / name.replace(".txt", ".yaml"), folder / "gold" / f"{name}.yaml") if p.exists())
        gold = yaml.safe_load(path.read_text(encoding="utf-8")).get("events") or []
        scene, rows = read(record)
        yield Article(labelled(scene, rows, gold, record["text"]), len(gold), share)


def vocabulary(articles: Sequence[Article]) -> list[str]:
    """The features that are frequent enough, sorted."""
    rows: dict[str, int] = {}
    held: dict[str, set[int]] = {}
    for number, article in enumerate(articles):
        for names, _ in article.rows:
            for name in names:
                rows[name] = rows.get(name, 0) + 1
                held.setdefault(name, set()).add(number)
    return sorted(n for n in rows if rows[n] >= FEWEST_ROWS and len(held[n]) >= FEWEST_ARTICLES)


def matrix(articles: Sequence[Article], names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features as ones and zeros, labels, and how much each row counts."""
    column = {name: i for i, name in enumerate(names)}
    rows = [(found, label, article.share) for article in articles for found, label in article.rows]
    x = np.zeros((len(rows), len(names)))
    for i, (found, _, _) in enumerate(rows):
        x[i, [column[name] for name in found if name in column]] = 1
    return x, np.array([label for _, label, _ in rows], dtype=float), np.array([share for _, _, share in rows])


def fit(data: tuple[np.ndarray, np.ndarray, np.ndarray], penalties: np.ndarray, steps: int = 12) -> np.ndarray:
    """Weights of a logistic regression by Newton's method."""
    x, y, shares = data
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (shares * (p - y)) + penalties * w
        hessian = (x * (shares * p * (1 - p))[:, None]).T @ x + np.diag(penalties)
        w -= np.linalg.solve(hessian, gradient)
    return w


def best_shift(scores: np.ndarray, data: tuple[np.ndarray, np.ndarray, np.ndarray], gold: float) -> float:
    """What to add to all scores so that keeping those above 0 gives the best F measure, or nearly that with fewer rows."""
    _, y, shares = data
    order = np.argsort(-scores, kind="stable")
    hits, kept = np.cumsum((y * shares)[order]), np.cumsum(shares[order])
    f = (1 + BETA**2) * hits / (kept + BETA**2 * gold)
    return float(-scores[order][int(np.argmax(f >= AS_GOOD * f.max()))] + 1e-6)


def learn(articles: Sequence[Article]) -> tuple[list[str], np.ndarray]:
    """Feature names and weights; the shift to the best F measure on rows not learned from is in the weight of "always"."""
    names = vocabulary(articles)
    penalties = np.array([PENALTY_OF_WORDS if name.startswith("lemma.") else PENALTY for name in names])
    data = matrix(articles, names)
    fold = np.repeat(np.arange(len(articles)) % FOLDS, [len(article.rows) for article in articles])
    unseen = np.zeros(len(fold))
    for number in range(FOLDS):
        inside = fold != number
        unseen[~inside] = data[0][~inside] @ fit((data[0][inside], data[1][inside], data[2][inside]), penalties, 6)
    w = fit(data, penalties)
    w[names.index("always")] += best_shift(unseen, data, sum(article.gold * article.share for article in articles))
    return names, w


def kept(articles: Sequence[Article], names: list[str], w: np.ndarray) -> np.ndarray:
    """Hits, kept rows and gold rows."""
    x, y, _ = matrix(articles, names)
    keep = x @ w > 0
    return np.array([(keep * y).sum(), keep.sum(), sum(article.gold for article in articles)])


def cross_validated(articles: Sequence[Article]) -> dict[str, np.ndarray]:
    """Hits, kept rows and gold rows over all folds, of the gold and of our articles."""
    found = {"gold": np.zeros(3), "ours": np.zeros(3)}
    for fold in range(FOLDS):
        names, w = learn([article for i, article in enumerate(articles) if i % FOLDS != fold])
        left = [article for i, article in enumerate(articles) if i % FOLDS == fold]
        found["gold"] += kept([article for article in left if article.share > 1], names, w)
        found["ours"] += kept([article for article in left if article.share == 1], names, w)
    return found


def write(names: list[str], w: np.ndarray) -> None:
    """Replaces the entries of the weights file."""
    head = WEIGHTS.read_text(encoding="utf-8").split("entries:")[0]
    entries = "".join(f"  - {{feature: {json.dumps(name, ensure_ascii=False)}, weight: {value:.2f}}}\n" for name, value in zip(names, w, strict=True))
    WEIGHTS.write_text(f"{head}entries:\n{entries}", encoding="utf-8")


def report(label: str, figures: np.ndarray) -> None:
    hit, read_, gold = figures
    print(f"{label:<24} kept {read_:.0f}  P {hit / max(1, read_):.3f}  R {hit / gold:.3f}  F1 {2 * hit / (read_ + gold):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not EVALUATION.is_dir():
        print("no evaluation data beside the repository: nothing was learned")
        return
    articles = collect()
    every = np.array([sum(label for a in articles for _, label in a.rows), sum(len(a.rows) for a in articles), sum(a.gold for a in articles)])
    report("all rows", every)
    for name, figures in cross_validated(articles).items():
        report(f"cross-validated, {name}", figures)
    names, w = learn(articles)
    report("on itself", kept(articles, names, w))
    if arguments.write:
        write(names, w)


if __name__ == "__main__":
    main()
