"""What is written to a dossier is what is read from it."""

from dataclasses import replace

import pytest

import tiny
from pourparlers.errors import DossierError
from pourparlers.issues import Issue
from pourparlers.model.chronicle import Judgement
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Metadata
from pourparlers.store import Store
from pourparlers.version import reading_version


@pytest.fixture
def store(place):
    return tiny.make(place)


@pytest.fixture
def view(tiny_place):
    with Store.open(tiny_place).view() as view:
        yield view


def test_captures_come_back_whole(view):
    for name in tiny.TEXTS:
        assert view.capture(tiny.capture(name).id) == tiny.capture(name)
    with pytest.raises(KeyError):
        view.capture("doc-none")


def test_documents_come_back_whole(view):
    assert list(view.documents()) == sorted((tiny.document(name) for name in tiny.TEXTS), key=lambda d: d.id)
    assert view.document(tiny.capture("sud.txt").id) == tiny.document("sud.txt")
    assert view.text(tiny.capture("sud.txt").id) == tiny.TEXTS["sud.txt"]
    for ask in (view.document, view.text, view.reading):
        with pytest.raises(KeyError):
            ask("doc-none")


def test_readings_come_back_whole_with_their_issues(view):
    assert tuple(view.readings()) == tiny.readings()
    assert view.reading(tiny.capture("muet.txt").id).issues[0].kind == "no-day"


def test_the_chronicle_comes_back_in_its_order(view):
    assert tuple(view.entries()) == tiny.entries()
    assert [entry.id for entry in view.entries("event")] == ["event-1a", "event-2b", "event-3a"]
    assert view.cards() == {card.document: card for card in tiny.cards()}


def test_any_member_leads_to_its_entry(view):
    assert view.entry_of("event-2a") == tiny.entries()[0]
    assert view.entry_of("event-9z") is None
    assert [link.right for link in view.links("event-2a")] == ["event-2a"]


def test_entries_are_found_by_where_their_evidence_lies(view):
    north = tiny.capture("nord.txt").id
    assert view.entries_at(north, 0, 26) == ("event-1a",)
    assert view.entries_at(north, 26, 90) == ("event-1a", "event-2b")
    assert view.entries_at(north, 0, 25) == ()


def test_identifiers_are_found_by_how_they_begin(view):
    assert view.identifiers("event-2") == ("event-2a", "event-2b")
    assert view.identifiers("2b") == ("event-2b",)
    assert view.identifiers("%") == ()


def test_a_known_capture_stays_as_it_is(store):
    later = replace(tiny.capture("sud.txt"), horizon="2040-01-01")
    with store.writer() as writer:
        assert not writer.capture(later)
    with store.view() as view:
        assert view.capture(later.id).horizon == tiny.HORIZON


def test_reading_again_replaces(store):
    old = tiny.readings()[0]
    with store.writer() as writer:
        writer.outcome(Outcome(old.document, old.version, None, None, (Issue("x", "cleaning", "language", "not read: language de", fatal=True),)))
    with store.view() as view:
        assert old.document not in {reading.document for reading in view.readings()}
        assert old.document not in {document.id for document in view.documents()}
        assert [issue.kind for issue in view.failures()[old.document]] == ["language"]


def test_what_is_still_to_read(store):
    captures = sorted(tiny.capture(name).id for name in tiny.TEXTS)
    version = reading_version()
    with store.view() as view:
        assert view.unread(version) == ()
        assert view.unread("another version") == tuple(captures)
    skipped, crashed = tiny.readings()[:2]
    with store.writer() as writer:
        writer.outcome(Outcome(skipped.document, version, tiny.document(skipped.name), replace(skipped, read=False), ()))
        writer.outcome(Outcome(crashed.document, version, None, None, (Issue(crashed.name, "pipeline", "crash", "…", fatal=True),)))
    with store.view() as view:
        assert view.unread(version) == (crashed.document,)
        assert view.unread(version, everything=True) == tuple(sorted((skipped.document, crashed.document)))


def test_a_new_version_shows_once_it_is_whole(store):
    reading = replace(tiny.readings()[0], version="next")
    with store.writer() as writer:
        writer.outcome(Outcome(reading.document, "next", tiny.document(reading.name), reading, ()))
    with store.view() as view:
        assert len(tuple(view.readings())) == 3
    with store.writer() as writer:
        writer.settle("next")
    with store.view() as view:
        assert tuple(view.readings()) == (reading,)
        assert view.search("trêve", 5) == (() if reading.name != "muet.txt" else (reading.document,))


def test_issues_of_a_source_are_those_of_its_last_run(store):
    with store.view() as view:
        assert [issue.document for issue in view.issues()] == ["absent.txt", "muet.txt"]
    with store.writer() as writer:
        writer.source_issues("absent.txt", [])
    with store.view() as view:
        assert [issue.document for issue in view.issues()] == ["muet.txt"]


def test_the_log_of_judgements_is_append_only(store):
    second = Judgement("2031-06-02", "j-1", "Ada", "retract", "erreur", ("j-2",))
    first = Judgement("2031-06-01", "j-2", "Ada", "merge", "même rencontre", ("event-1a", "event-2b"))
    with store.writer() as writer:
        writer.judgement(second)
        writer.judgement(first)
        writer.judgement(first)
    with store.view() as view:
        assert view.judgements() == (first, second)
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET time = ''"):
        with pytest.raises(DossierError, match="append-only"), store.writer() as writer:
            writer._connection.exec_driver_sql(statement)


def test_the_state_changes_with_readings_judgements_and_program(store):
    with store.view() as view:
        before = view.state("1")
        assert view.state("1") == before
        assert view.state("2") != before
    with store.writer() as writer:
        writer.judgement(Judgement("2031-06-01", "j-1", "Ada", "confirm", "vu", ("event-1a",)))
    with store.view() as view:
        assert view.state("1") != before


def test_what_cannot_be_stored_is_replaced(store):
    odd = replace(tiny.capture("sud.txt"), id="doc-odd", name="\ud800\0.txt", origin="\udcff", declared=Metadata(title="\udfff!"))
    with store.writer() as writer:
        writer.capture(odd)
        writer.source_issues("\udcff", [Issue("\udcff", "sources", "missing", "…")])
    with store.view() as view:
        kept = view.capture("doc-odd")
        assert (kept.name, kept.origin, kept.declared.title) == ("\ufffd\ufffd.txt", "\ufffd", "\ufffd!")
        assert "\ufffd" in {issue.document for issue in view.issues()}
