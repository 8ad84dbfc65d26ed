"""Learns the weights of data/fr/dating_habits.yaml: how dispatches name days around that of their publication.

usage: python benchmarks/dating_habits.py [--write] [--words]

Conditional logit over the days of the month of publication, with an L2 penalty, on the signs of `pourparlers.dating.signs`, from some seven hundred
dated dispatches; figures are cross-validated in five folds, reprints together. Evidence that is too seldom to be measured keeps the weights set by
reasoning, and so does how texts tell days that are no dispatches: too few of them are dated. The weights of the package were learned from the days of
the whole year of publication besides those of its month, counted alike: --write, which learns from the month alone, leaves those of months at zero.
Needs the evaluation data beside the repository (`../shared/evaluation`); takes some minutes, most of them for syntax.

--write   replace the weights of the package with those learned from all dispatches
--words   without syntax, as documents that triage skips are dated: quick, and a little worse
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dating import DISPATCHES, dispatches, document_of
from pourparlers.annotation import annotate
from pourparlers.dating.document import tied_times
from pourparlers.dating.evidence import gather
from pourparlers.dating.habits import Habit, Sign, weight
from pourparlers.dating.signs import signs
from pourparlers.lexicon import load
from pourparlers.model import calendar

HABITS = Path(__file__).resolve().parent.parent / "src" / "pourparlers" / "data" / "fr" / "dating_habits.yaml"
FOLDS, PENALTY, STEPS = 5, 8.0, 800

#: Signs that hold for few days but tell much where they do: they are held to zero less.
LIGHT, LIGHT_PENALTY = "anniversary", 3.2

#: Dispatches that share so much of the shorter one's six-word runs are one family, and lie in one fold.
RUN, FAMILY = 6, 0.3

#: Too seldom to be measured: set by reasoning.
REASONED = re.compile(
    r"(announced )?weekday and date .*|(this|full) date|this date past|date with its article|before a full date done"
    r"|last weekday after a date|in a paper .*|dated weekday (last|next)|told after a date|so long after a date"
)

#: The mean number of candidate days that is aimed at, and the likelihoods at which one day is told.
SIZE = 6.0
FRONTIER = (4, 5, 6, 7, 8, 10)
SURE = (0.7, 0.8, 0.9)

Floats = npt.NDArray[np.float64]
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A dispatch: the signs of each day of its month, which day is its own, and its runs of words."""

    days: list[list[Sign]]
    own: int
    runs: frozenset[tuple[str, ...]]


def read(syntax: bool) -> Iterator[Example]:
    """What is to be learned from each dispatch."""
    for row in dispatches(DISPATCHES):
        document = document_of(row["id"], row["text"], None, "2020-12-31")
        evidence = gather(tied_times(document, annotate(document) if syntax else None), document.text)
        month, day = calendar.prefix_days(row["published"][:7]), calendar.prefix_days(row["published"])
        if month is None or day is None:
            continue
        found = signs(evidence, calendar.span_set(month))
        words = row["text"].lower().split()
        yield Example(list(found.values()), day.first - month.first, frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)))


def families(examples: Sequence[Example]) -> npt.NDArray[np.int64]:
    """For each dispatch the number of its family: the first dispatch that it shares many runs with, and what that one shares."""
    family = np.arange(len(examples))
    for i, example in enumerate(examples):
        for j in range(i):
            least = min(len(example.runs), len(examples[j].runs))
            if len(example.runs & examples[j].runs) > FAMILY * least:
                family[family == family[i]] = family[j]
    return family


class Dispatches:
    """All days of all dispatches as rows: the shares of the signs to be weighed, what the others weigh, where each dispatch begins, its own day."""

    def __init__(self, read: Sequence[Example]) -> None:
        self.families = families(read)
        keys = {(sign.evidence, sign.place) for example in read for signs_of_day in example.days for sign in signs_of_day}
        self.keys: list[Key] = sorted(key for key in keys if REASONED.fullmatch(key[0]) is None)
        self.penalties = np.array([LIGHT_PENALTY if key[0].startswith(LIGHT) else PENALTY for key in self.keys])
        column = {key: i for i, key in enumerate(self.keys)}
        lengths = [len(example.days) for example in read]
        self.starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        self.owner = np.repeat(np.arange(len(read)), lengths)
        self.truth = self.starts + np.array([example.own for example in read])
        self.shares = np.zeros((sum(lengths), len(self.keys)))
        self.given = np.zeros(sum(lengths))
        for row, found in enumerate(found for example in read for found in example.days):
            for sign in found:
                if (at := column.get((sign.evidence, sign.place))) is not None:
                    self.shares[row, at] += sign.share
                else:
                    self.given[row] += weight(sign.evidence, sign.place) * sign.share / 100

    def likelihoods(self, weights: Floats) -> Floats:
        scores = self.shares @ weights + self.given
        odds = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.owner])
        return np.asarray(odds / np.add.reduceat(odds, self.starts)[self.owner])

    def learn(self, chosen: npt.NDArray[np.bool_]) -> Floats:
        """The weights that make the days of some dispatches likeliest, by accelerated gradient ascent."""
        wanted = self.shares[self.truth[chosen]].sum(axis=0)
        counted = chosen[self.owner].astype(np.float64)
        step = 1.0 / (0.25 * float((self.shares**2).sum(axis=1).mean()) * chosen.sum() + self.penalties.max())
        weights = ahead = np.zeros(len(self.keys))
        for i in range(STEPS):
            gradient = wanted - (self.likelihoods(ahead) * counted) @ self.shares - self.penalties * ahead
            moved = ahead + step * gradient
            weights, ahead = moved, moved + i / (i + 3) * (moved - weights)
        return weights


def cross_validated(data: Dispatches) -> Floats:
    """The likelihood of every day, each dispatch judged by the weights learned from the other folds."""
    numbers, member = np.unique(data.families, return_inverse=True)
    fold = (np.random.default_rng(0).permutation(len(numbers)) % FOLDS)[member]
    found = np.zeros(len(data.owner))
    for held_out in range(FOLDS):
        likelihoods = data.likelihoods(data.learn(fold != held_out))
        found = np.where(fold[data.owner] == held_out, likelihoods, found)
    return found


def report(name: str, data: Dispatches, likelihoods: Floats) -> None:
    count = len(data.starts)
    threshold = np.sort(likelihoods)[::-1][int(SIZE * count) - 1]
    top = np.maximum.reduceat(likelihoods, data.starts)
    ends = [*data.starts[1:], len(likelihoods)]
    right = np.array([start + np.argmax(likelihoods[start:end]) for start, end in zip(data.starts, ends, strict=True)]) == data.truth
    print(
        f"{name}: best {right.mean():.3f}, among {(likelihoods[data.truth] >= threshold).mean():.3f} at {SIZE} days (likelihood {threshold:.3f}),",
        end=" ",
    )
    print(f"mean log-likelihood {np.log(likelihoods[data.truth]).mean():.3f}")
    among = ((size, likelihoods[data.truth] >= np.sort(likelihoods)[::-1][int(size * count) - 1]) for size in FRONTIER)
    print("    among at a mean number of days:", ", ".join(f"{held.mean():.3f} at {size:g}" for size, held in among))
    for sure in SURE:
        told = top >= sure
        print(f"    one day at {sure}: {told.mean():.3f} of all, wrong {1 - right[told].mean() if told.any() else 0:.3f}")


def write(data: Dispatches, weights: Floats) -> None:
    """Puts the learned weights into the lexicon, rounded to five hundredths; its entries and examples stay."""
    learned = dict(zip(data.keys, (int(5 * round(20 * w)) for w in weights), strict=True))
    head, _, _ = HABITS.read_text(encoding="utf-8").partition("entries:\n")
    lines = []
    for habit in load("fr/dating_habits", Habit):
        values = list(habit.weights)
        if REASONED.fullmatch(habit.evidence) is None:
            values = [learned.get((habit.evidence, place), 0) for place in range(len(values))]
        name = json.dumps(habit.evidence) if "," in habit.evidence else habit.evidence
        example = json.dumps(habit.example, ensure_ascii=False)
        lines.append(f"  - {{evidence: {name}, weights: {json.dumps(values)}, example: {example}}}\n")
    unlisted = {name for name, _ in data.keys} - {habit.evidence for habit in load("fr/dating_habits", Habit)}
    print("signs without an entry:", ", ".join(sorted(unlisted)) or "none")
    HABITS.write_text(head + "entries:\n" + "".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    data = Dispatches(list(read(syntax=not arguments.words)))
    report("cross-validated", data, cross_validated(data))
    weights = data.learn(np.ones(len(data.starts), dtype=np.bool_))
    report("in sample", data, data.likelihoods(weights))
    if arguments.write:
        write(data, weights)


if __name__ == "__main__":
    main()
