"""Records survive the way to JSON and back."""

import json

import pytest

from pourparlers.model.claim import Agent, Attribution, Event, Reading, When
from pourparlers.model.codec import from_json, to_json
from pourparlers.model.mention import Place
from pourparlers.model.text import Evidence, Metadata, Span
from pourparlers.model.time import Dated, Published, Time

AGENT = Agent("armée ukrainienne", "actor-1", None, "Ukraine")
EVENT = Event(
    id="claim-1",
    evidence=Evidence("doc-1", 3, 9, "frappe", "event.attack"),
    attribution=(Attribution(AGENT, "affirmer", 0, 3),),
    type="attack",
    subtype=None,
    status="occurred",
    trigger=Span(3, 9),
    when=When("2022-03-03", "2022-03-03", 0, 0),
    place=Place("Kharkiv", 49.98, 36.25, "UA", "city"),
    participants=(AGENT,),
)
READING = Reading(
    document="doc-1",
    name="a.txt",
    metadata=Metadata(outlet="La Gazette du Soir"),
    horizon="2026-01-01",
    dated=Dated(
        Published("2022-03-03", "2022-03-03", "2022-03-03", ("2022-03-03",), ("le record le dit",)),
        (Time(Span(10, 15), "DATE", "2022-03-03", "2022-03-03", "2022-03-03", "weekday 4", "published", "weekday"),),
    ),
    version="1",
    events=(EVENT,),
)


def test_a_reading_comes_back_as_it_went():
    assert from_json(Reading, json.loads(json.dumps(to_json(READING)))) == READING


def test_fields_at_their_default_are_left_out():
    assert to_json(When()) == {}
    assert to_json(Span(1, 2)) == {"start": 1, "end": 2}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"start": 1}, "Span"),
        ({"start": 1, "end": "2"}, "Span.end: expected int, got '2'"),
        ({"start": 1, "end": True}, "Span.end: expected int, got True"),
        ({"start": 1, "end": 2, "stop": 3}, "no field named stop"),
        ([1, 2], "expected an object"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(data, message):
    with pytest.raises(TypeError, match=message):
        from_json(Span, data)


def test_integers_serve_as_floats():
    assert from_json(Place, {"name": "Kiev", "lat": 50, "lon": 30}).lat == 50.0
