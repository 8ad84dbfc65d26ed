"""The order of rows: what readers look for first, what has no name of its own last."""

from dataclasses import replace

import pytest

from pourparlers.model.claim import Figure, Position
from pourparlers.store import Store
from pourparlers.views.figures import figures
from pourparlers.views.positions import positions
from pourparlers.views.shown import shown


@pytest.mark.parametrize(
    ("model", "field", "rows_of", "order"),
    [
        (Figure, "type", figures, ["killed", "displaced", "money", "weapons", "other"]),
        (Position, "issue", positions, ["ceasefire", "prisoners", "meeting", "other"]),
    ],
)
def test_people_come_first_and_others_last(tiny_dossier, monkeypatch, model, field, rows_of, order):
    kind = model.__name__.lower()
    with Store.open(tiny_dossier).view() as view:
        scene = shown(view)
        (entry,) = scene.entries(kind)
        claim = scene.claims_of(model)[entry.id]
        made = {f"{kind}-{i}": replace(claim, id=f"{kind}-{i}", **{field: word}) for i, word in enumerate(sorted(order))}
        entries = tuple(replace(entry, id=identifier) for identifier in made)
        monkeypatch.setattr(type(scene), "entries", lambda _, *kinds: entries)
        monkeypatch.setattr(type(scene), "claims_of", lambda *_: made)
        assert [getattr(row, field) for row in rows_of(scene)] == order
