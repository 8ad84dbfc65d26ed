"""Families when documents have come one by one are those of all documents at once."""

import random

import numpy as np
import pytest

from pourparlers.linking import kin as kin_module
from pourparlers.linking import shared
from pourparlers.linking.families import Kin, Sketched, kin_of
from pourparlers.linking.kin import kin_with

#: Shingles of eight texts and of a few phrases that papers print everywhere.
TEXTS = [np.arange(i * 100, i * 100 + 30, dtype=np.uint64) * np.uint64(2654435761) for i in range(8)]
PHRASES = [np.arange(9000 + i * 100, 9000 + i * 100 + 8, dtype=np.uint64) * np.uint64(2654435761) for i in range(3)]


def paper(dice: random.Random) -> Sketched:
    """One that prints some texts, whole or cut, and some phrases; perhaps one that is empty."""
    parts = [text[: dice.choice([30, 30, 24, 12])] for text in dice.sample(TEXTS, dice.choice([0, 1, 1, 2, 3]))]
    parts += dice.sample(PHRASES, dice.randint(0, 2))
    return Sketched(f"outlet {dice.randint(1, 7)}", np.unique(np.concatenate(parts)) if parts else np.array([], dtype=np.uint64))


@pytest.mark.parametrize("seed", range(40))
def test_families_grow_to_what_they_are_at_once(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With phrases that are common from four outlets on, so that they become so while documents come."""
    monkeypatch.setattr(shared, "OUTLETS", 4)
    dice = random.Random(seed)
    papers = {f"doc-{i:02}": paper(dice) for i in range(30)}
    coming = dice.sample(sorted(papers), len(papers))
    here: dict[str, Sketched] = {}
    known: dict[str, Kin] = {}
    while coming:
        batch = [coming.pop() for _ in range(min(len(coming), dice.randint(1, 3)))]
        here.update((d, papers[d]) for d in batch)
        known = kin_with(here, known)
        assert known == kin_of(here)


def test_a_few_new_documents_do_not_make_all_families_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = {f"doc-{i:02}": Sketched(f"outlet {i}", TEXTS[i]) for i in range(6)}
    known = kin_of(papers)
    monkeypatch.setattr(kin_module, "kin_of", None)  # whoever calls it fails
    papers["doc-99"] = Sketched("outlet 99", np.unique(np.concatenate([TEXTS[2][:20], TEXTS[7][:5]])))
    found = kin_with(papers, known)
    assert found["doc-99"].family == "doc-02"
    assert {d: kin for d, kin in found.items() if d != "doc-99"} == known
