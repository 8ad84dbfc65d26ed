"""Every kind of event has a lane, a mark and a name in both languages."""

from collections import Counter
from dataclasses import replace

import pytest

from many import entries
from pourparlers.lexicon import read_yaml
from pourparlers.views.labels import kind_label
from pourparlers.web.catalogue import LANGUAGES
from pourparlers.web.lanes import LANES, lane_of

KINDS = read_yaml("schema/event")["entries"]


def test_every_type_of_event_stands_in_one_lane():
    assert Counter(type_ for lane in LANES for type_ in lane.types) == {kind["type"]: 1 for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "lane"),
    [("movement.exercise", "military"), ("movement.demobilisation", "military"), ("displacement.return", "humanitarian"), ("meeting", "talks")],
)
def test_a_kind_stands_in_the_lane_of_its_type(kind, lane):
    type_ = kind.partition(".")[0]
    assert lane_of(replace(entries(1)[0], type=type_, subtype=kind)).name == lane


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["kind"])
def test_every_kind_has_a_name(kind, language):
    assert kind_label(kind["type"], kind["kind"], language) == kind[language]
