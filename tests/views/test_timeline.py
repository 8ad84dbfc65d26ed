"""The timeline: the order of its rows, and the months that stand above them."""

from dataclasses import replace

import tiny
from pourparlers.store import Store
from pourparlers.views.shown import shown
from pourparlers.views.timeline import timeline


def test_a_deadline_stands_in_the_month_in_which_it_ends(tiny_dossier, monkeypatch):
    first = next(entry for entry in tiny.entries() if entry.kind == "event")
    days = [("2031-05-20", None), ("2031-06-02", None), (None, "2031-05-20"), (None, None), ("2031-05", None)]
    entries = tuple(replace(first, id=f"event-{i}", start=start, end=end) for i, (start, end) in enumerate(days))
    with Store.open(tiny_dossier).view() as view:
        scene = shown(view)
        monkeypatch.setattr(type(scene), "entries", lambda _, *kinds: entries)
        rows = timeline(scene)
    assert [row.id for row in rows] == ["event-4", "event-0", "event-2", "event-1", "event-3"]
