"""Lexicon files: what fits is loaded, what does not is named."""

import sys
from dataclasses import dataclass
from importlib.resources import files

import pytest

from pourparlers.errors import LexiconError
from pourparlers.lexicon import load, read_yaml


@dataclass(frozen=True, slots=True)
class Verb:
    lemma: str
    example: str
    frames: tuple[str, ...] = ()


@pytest.fixture
def lexicon(monkeypatch, request):
    """`load` with `read_yaml` giving the parameter."""
    monkeypatch.setattr(sys.modules["pourparlers.lexicon.load"], "read_yaml", lambda name: request.param)
    load.cache_clear()
    yield load
    load.cache_clear()


GOOD = {"about": "verbs", "fields": {"lemma": "…", "example": "…", "frames": "…"}}
ENTRY = {"lemma": "affirmer", "example": "Kiev affirme tenir la ville.", "frames": ["inf"]}


@pytest.mark.parametrize("lexicon", [GOOD | {"entries": [ENTRY]}], indirect=True)
def test_entries_become_records(lexicon):
    assert lexicon("fr/verbs", Verb) == (Verb("affirmer", "Kiev affirme tenir la ville.", ("inf",)),)


@pytest.mark.parametrize(
    ("lexicon", "message"),
    [
        ({"entries": []}, "about, fields and entries"),
        (GOOD | {"entries": [{"lemma": "dire"}]}, "entry 1"),
        (GOOD | {"entries": [ENTRY | {"tense": "past"}]}, "does not explain tense"),
        (GOOD | {"entries": [ENTRY, ENTRY | {"lemma": 3}]}, "entry 2"),
    ],
    indirect=["lexicon"],
)
def test_malformed_files_are_refused(lexicon, message):
    with pytest.raises(LexiconError, match=message):
        lexicon("fr/verbs", Verb)


def test_a_missing_file_is_named():
    with pytest.raises(LexiconError, match=r"data/fr/nowhere\.yaml"):
        load("fr/nowhere", Verb)


ALL = sorted(str(p.relative_to(files("pourparlers") / "data")) for p in (files("pourparlers") / "data").rglob("*.yaml"))


@pytest.mark.parametrize("path", ALL)
def test_every_file_of_entries_explains_its_fields_and_repeats_nothing(path):
    data = read_yaml(path.removesuffix(".yaml"))
    if not (isinstance(data, dict) and "entries" in data):
        pytest.fail(f"{path} is not a lexicon: about, fields, entries")
    entries = data["entries"]
    used = {field for entry in entries for field in entry}
    assert used == set(data["fields"]), "fields that are used and fields that are explained"
    repeated = [e for i, e in enumerate(entries) if e in entries[:i]] if len(entries) < 2000 else []
    assert not repeated
