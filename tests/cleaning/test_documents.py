"""Whole captures: charsets, languages, records, metadata, and what makes a document impossible."""

import pytest

from pourparlers.cleaning import clean
from pourparlers.cleaning.language import foreign_language
from pourparlers.model.text import Metadata

FRENCH = "Les deux délégations se sont retrouvées jeudi à l'hôtel, où elles ont parlé d'échanges de prisonniers jusqu'à l'aube.\n"

FOREIGN = {
    "de": "Die Unterhändler beider Seiten haben sich am Donnerstag in der Hauptstadt getroffen und über den Austausch von Gefangenen gesprochen.",
    "en": "Negotiators from both sides met on Thursday in the capital and talked about an exchange of prisoners until the early morning hours.",
    "es": "Los negociadores de ambas partes se reunieron el jueves en la capital y hablaron del intercambio de prisioneros hasta la madrugada.",
    "ru": "Переговорщики обеих сторон встретились в четверг в столице и до утра обсуждали обмен пленными и прекращение огня в регионе.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_not_read(captured, language):
    document, issues = clean(captured(FOREIGN[language]))
    assert document is None
    assert [(issue.kind, issue.fatal, issue.message) for issue in issues] == [
        ("language", True, f"not read: language {language} (only French is read)")
    ]


def test_a_quotation_in_another_language_is_no_other_language():
    assert foreign_language(FRENCH + FOREIGN["en"][:60]) is None


def test_the_days_of_an_agenda_are_french_without_asking_the_model(monkeypatch):
    monkeypatch.setattr("pourparlers.cleaning.language._identifier", lambda: pytest.fail("the model was asked"))
    agenda = "CONSULTATIONS. Rendez-vous, hôtel Bristol : samedi 4 janvier, 9 h 30, mission ; dimanche 5 janvier, 18 h, observateurs."
    assert foreign_language(agenda) is None


def test_a_few_words_tell_no_language():
    assert foreign_language("OK") is None


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_charsets(captured, charset):
    document, issues = clean(captured(FRENCH.encode(charset)))
    assert document is not None
    assert document.text == FRENCH.strip()
    assert issues == ()


def test_broken_utf_8_is_told(captured):
    content = FRENCH.encode().replace("é".encode(), b"\xc3", 1)
    document, issues = clean(captured(content))
    assert document is not None
    assert [issue.kind for issue in issues] == ["encoding"]


@pytest.mark.parametrize("content", ["", " \n\t ", "Passer la publicité\nPartager\n", "\u200b"])
def test_nothing_left(captured, content):
    document, issues = clean(captured(content))
    assert document is None
    assert [(issue.kind, issue.fatal) for issue in issues] == [("empty", True)]


def test_a_record_declares_more_than_its_text_tells(captured):
    declared = Metadata(published="2024-03-09", outlet="Radio Plaine", title="La trêve", url="https://x.example/2024/03/08/treve")
    document, _ = clean(captured("Par La Gazette des dunes avec AFP\n" + FRENCH, declared=declared))
    assert document is not None
    told = document.metadata
    assert (told.outlet, told.title, told.agency, told.published, told.language) == ("Radio Plaine", "La trêve", "AFP", "2024-03-09", "fr")
    assert [(clue.value, clue.source, clue.trust) for clue in document.clues] == [("2024-03-09", "record", 0), ("2024-03-08", "url", 6)]


def test_a_document_keeps_what_its_capture_says(captured):
    capture = captured(FRENCH)
    document, _ = clean(capture)
    assert document is not None
    assert (document.id, document.name, document.horizon) == (capture.id, capture.name, capture.horizon)


def test_the_signature_of_a_document_points_into_its_capture(captured):
    text = "Publié le 4 mars 2022 à 18h05\n" + FRENCH
    document, _ = clean(captured(text))
    assert document is not None
    (clue,) = document.clues
    assert clue.capture is not None
    assert text[clue.capture.start : clue.capture.end] == clue.quote == "Publié le 4 mars 2022 à 18h05"
    (out,) = document.dropped
    assert text[out.capture.start : out.capture.end] == out.text


def test_offsets_count_a_byte_order_mark_as_readers_of_files_do(captured):
    document, _ = clean(captured("\ufeff" + FRENCH))
    assert document is not None
    assert document.text == FRENCH.strip()
    assert document.alignment.segments[0].capture.start == 1
