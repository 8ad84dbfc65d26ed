"""The timeline: the order of its rows, and the months that stand above them."""

from dataclasses import replace

import pytest

import tiny
from made import article, event, redate
from pourparlers.chronicle import build
from pourparlers.linking import link
from pourparlers.store import Store
from pourparlers.views.shown import shown
from pourparlers.views.timeline import is_main, is_minor, timeline


@pytest.mark.parametrize(
    ("type_", "who", "minor"),
    [
        ("attack", ["Norvège"], False),
        ("attack", ["rébellion du lac"], True),
        ("agreement", ["Norvège"], True),
        ("agreement", ["Norvège", "rébellion"], False),
        ("agreement", ["armée", "rébellion"], True),
        ("agreement", ["Norvège", "rébellion du lac"], False),
        ("agreement", ["Norvège", "Suède"], False),
    ],
)
def test_what_takes_two_is_told_when_one_of_them_is_only_described(type_, who, minor):
    articles = [article("a", "2031-05-14", event(type_, "mots", None, who))]
    (entry,) = build(articles, link(articles, redate))
    assert is_minor(entry) is minor


@pytest.mark.parametrize(
    ("kind", "who", "main"),
    [
        ("meeting.talks", [], True),
        ("meeting.encounter", ["Norvège"], False),
        ("meeting.encounter", ["Norvège", "Suède"], True),
        ("meeting.council", ["Norvège"], False),
        ("ceasefire.extended", [], True),
        ("proposal.offer", ["Norvège"], True),
        ("proposal.call", ["Norvège"], False),
        ("movement.withdrawal", ["Norvège"], True),
        ("movement.deployment", ["Norvège"], False),
        ("attack.strike", ["Norvège"], False),
    ],
)
def test_what_carries_a_process(kind, who, main):
    articles = [article("a", "2031-05-14", event(kind.partition(".")[0], "mots", None, who, subtype=kind))]
    (entry,) = build(articles, link(articles, redate))
    assert is_main(entry) is main


def test_a_deadline_stands_in_the_month_in_which_it_ends(tiny_dossier, monkeypatch):
    first = next(entry for entry in tiny.entries() if entry.kind == "event")
    days = [("2031-05-20", None), ("2031-06-02", None), (None, "2031-05-20"), (None, None), ("2031-05", None)]
    entries = tuple(replace(first, id=f"event-{i}", start=start, end=end) for i, (start, end) in enumerate(days))
    with Store.open(tiny_dossier).view() as view:
        scene = shown(view)
        monkeypatch.setattr(type(scene), "entries", lambda _, *kinds: entries)
        rows = timeline(scene)
    assert [row.id for row in rows] == ["event-4", "event-0", "event-2", "event-1", "event-3"]
