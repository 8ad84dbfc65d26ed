"""The lexicons of cleaning: every example is run; sorted, no entry twice."""

import unicodedata

import pytest

from pourparlers.cleaning import clean
from pourparlers.cleaning.clutter import lexicon
from pourparlers.cleaning.datestamps import StampWord
from pourparlers.cleaning.language import FunctionWords, foreign_language
from pourparlers.cleaning.main_text import PartName
from pourparlers.cleaning.signature import Agency, read_signature
from pourparlers.lexicon import load

SENTENCE = "Les deux camps s'accusent depuis dimanche d'avoir ouvert le feu les premiers, dans trois villages de la plaine."


def folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def cleaned(captured, text: str) -> list[str]:
    document, _ = clean(captured(text))
    return [] if document is None else [document.quote(line.span) for line in document.lines]


@pytest.mark.parametrize("entry", lexicon(), ids=lambda entry: f"{entry.where}: {entry.phrase}")
def test_boilerplate_example(entry, captured):
    assert entry.where in ("anywhere", "button", "closes", "glued", "label", "line", "opens")
    lines = cleaned(captured, f"{SENTENCE}\n{entry.example}\n{SENTENCE}")
    if entry.below == "all" and len(lines) == 1:
        lines.append(SENTENCE)  # what stands below it is not the article's
    assert lines[0] == lines[-1] == SENTENCE
    assert " ".join(lines[1:-1]) == entry.keeps


def test_boilerplate_is_sorted_and_unique():
    keys = [(entry.rule, folded(entry.phrase), entry.where) for entry in lexicon()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("entry", load("fr/datestamps", StampWord), ids=lambda entry: f"{entry.kind}: {entry.word}")
def test_datestamp_example_is_no_text(entry, captured):
    if entry.kind == "title":
        assert cleaned(captured, f"{entry.example}\n{SENTENCE}") == ["Une trêve de quarante jours", SENTENCE]
    else:
        assert read_signature(entry.example) is not None


def test_datestamps_are_sorted_and_unique():
    keys = [(entry.kind, folded(entry.word)) for entry in load("fr/datestamps", StampWord)]
    assert keys == sorted(set(keys))
    assert all((entry.number is not None) == (entry.kind == "month") for entry in load("fr/datestamps", StampWord))


@pytest.mark.parametrize("agency", load("world/agencies", Agency), ids=lambda agency: agency.name)
def test_agency_example(agency, captured):
    text = f"{agency.example}\n{SENTENCE}" if "La rencontre" not in agency.example else agency.example
    document, _ = clean(captured(text))
    assert document is not None
    assert document.metadata.agency == agency.name


def test_agencies_are_sorted_and_unique():
    agencies = load("world/agencies", Agency)
    assert [agency.name for agency in agencies] == sorted({agency.name for agency in agencies}, key=folded)
    forms = [form for agency in agencies for form in (agency.name, *agency.forms)]
    assert len(forms) == len(set(forms))


def test_page_parts_are_sorted_and_unique():
    entries = load("world/page_parts", PartName)
    assert [(entry.part, entry.word) for entry in entries] == sorted({(entry.part, entry.word) for entry in entries})
    assert len({entry.word for entry in entries}) == len(entries)
    assert all(entry.word in entry.example for entry in entries)


def test_function_words_are_sorted_and_unique_and_tell_french():
    entries = load("fr/function_words", FunctionWords)
    for entry in entries:
        assert [folded(word) for word in entry.words] == sorted(folded(word) for word in entry.words)
        assert foreign_language(entry.example) is None
    words = [word for entry in entries for word in entry.words]
    assert len(words) == len(set(words))
