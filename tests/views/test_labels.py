"""French labels: every word that records may hold has one, and the file is in order."""

import pytest

from pourparlers.chronicle.summaries import is_end
from pourparlers.lexicon import read_yaml
from pourparlers.model.claim import STATUSES
from pourparlers.views.labels import issue_label, kind_label, label

LABELS = read_yaml("schema/labels")["entries"]
TYPES = sorted({entry["type"] for entry in read_yaml("schema/event")["entries"]})


def test_labels_are_sorted_and_told_once():
    words = [entry["word"] for entry in LABELS]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("status", STATUSES),
        ("topic", TYPES),
        ("stance", ("demands", "offers", "accepts", "rejects", "conditions")),
        ("phase", ("declared", "in_force", "extended", "suspended", "violated", "ended")),
        ("commitment", ("ceasefire", "corridor", "exchange", "memorandum", "deadline", "withdrawal")),
        ("figure", ("killed", "wounded", "missing", "detained", "displaced", "refugees", "evacuated", "prisoners", "weapons", "money", "other")),
        ("bound", ("exact", "at_least", "about", "at_most", "range")),
        ("modality", ("asserted", "conditional", "denied", "deduced")),
        ("state", ("established", "disputed", "reported")),
        ("actor", ("person", "state", "organisation", "group")),
        ("precision", ("city", "region", "country", "area")),
        ("kind", ("event", "statement", "position", "commitment", "figure")),
        ("mode", ("direct", "indirect")),
    ],
)
def test_every_word_of_the_model_has_a_label(field, words):
    known = {entry["word"] for entry in LABELS}
    assert [word for word in words if f"{field}.{word}" not in known] == []


def test_a_label_may_depend_on_the_type_of_event():
    assert label("status", "occurred", "meeting") == "tenu"
    assert label("status", "occurred", "attack") == "rapporté"
    assert label("status", "planned", "meeting") == "prévu"
    assert label("status", "occurred", "meeting.talks") == "tenu"
    assert label("status", "cancelled", "ceasefire") == "annulé"


@pytest.mark.parametrize("kind", [entry["kind"] for entry in read_yaml("schema/event")["entries"] if is_end(entry["kind"])])
def test_an_end_is_not_told_to_be_cancelled_nor_concluded(kind):
    assert label("status", "cancelled", kind) == label("status", "occurred", kind) == "rapporté"


def test_what_has_no_label_is_shown_as_it_is():
    assert label("status", "unheard-of") == "unheard-of"
    assert issue_label("unheard-of") == "unheard-of"


@pytest.mark.parametrize(
    ("type_", "subtype", "said"),
    [("meeting", None, "rencontre"), ("meeting", "talks", "pourparlers"), ("meeting", "meeting.talks", "pourparlers"), ("attack", "odd", "attaque")],
)
def test_kinds(type_, subtype, said):
    assert kind_label(type_, subtype) == said


def test_what_belongs_to_no_listed_issue_has_a_label_too():
    assert issue_label("other") == "autres enjeux" and issue_label("other", "en") == "other issues"
