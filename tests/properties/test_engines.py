"""A file and a server answer alike: the same articles, in any order and batches, give the same exports, byte for byte, and the same hits."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pourparlers.derivation import derive_chronicle
from pourparlers.exports import chronicle, claims, documents, timex
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.store import Store
from pourparlers.version import reading_version
from pourparlers.views.shown import shown
from servers import Server

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Read = list[tuple[Capture, Outcome]]
QUESTIONS = (
    "les",
    "négociations",
    "cessez-le-feu",
    '"le président"',
    "armée attaque",
    "l'accord de paix",
    "médiateurs délégations ville",
    "a b",
    "xyzzy",
)


def keep(store: Store, batch: Read) -> None:
    with store.writer() as writer:
        writer.settle(reading_version())
        for capture, outcome in batch:
            writer.capture(capture)
            writer.outcome(outcome)
    derive_chronicle(store)


def exported(store: Store) -> Iterator[str]:
    """All that a dossier exports."""
    with store.view() as view:
        now = shown(view)
        for form in (chronicle.records(now), claims.records(now), documents.records(view, now), timex.records(view, now)):
            yield from (json.dumps(record, ensure_ascii=False) for record in form)


def hits(store: Store) -> dict[str, tuple[str, ...]]:
    with store.view() as view:
        return {question: view.search(question, 30) for question in QUESTIONS}


@pytest.mark.parametrize("name", sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()))
def test_a_file_and_a_server_answer_alike(name: str, examples: dict[str, Read], server: Server, tmp_path: Path) -> None:
    read, dice = list(examples[name]), random.Random(11)
    file, schema = Store.create(tmp_path / "whole.db"), Store.create(server.fresh())
    keep(file, read)
    dice.shuffle(read)
    for start in range(0, len(read), 9):
        keep(schema, read[start : start + 9])
    keep(schema, read[:3])
    assert list(exported(schema)) == list(exported(file))
    assert hits(schema) == hits(file)
    assert sum(map(len, hits(file).values())) > len(read)
