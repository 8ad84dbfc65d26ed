"""The map: where events took place, period by period, the military ones apart."""

import itertools
import re
from dataclasses import replace

from many import entries
from pourparlers.model.mention import Place
from pourparlers.web import basemap

NEAR = [Place(name, lat, lon, None, "city") for name, lat, lon in (("Alba", 10.0, 10.0), ("Bora", 11.0, 12.0), ("Cela", 12.5, 11.0))]
FAR = Place("Delta", -20.0, 140.0, None, "city")


def told(*places, **changes):
    return [replace(entry, place=place, **changes) for entry, place in zip(entries(len(places)), places, strict=True)]


def test_no_city_no_map():
    assert basemap.draw(told(Place("Valdor", 1.0, 1.0, None, "country"))) is None
    assert basemap.draw([]) is None


def test_military_events_are_a_layer_of_their_own():
    drawn = basemap.draw([*told(*NEAR, type="meeting"), *told(NEAR[0], NEAR[0], type="attack")])
    whole = drawn.steps[0]
    assert {spot.name: spot.events for spot in whole.spots} == {"Alba": 1, "Bora": 1, "Cela": 1}
    assert {spot.name: spot.events for spot in whole.military} == {"Alba": 2}


def test_the_period_is_parted_into_years_or_into_the_months_of_one():
    years = basemap.draw([*told(*NEAR, start="2030-05-01"), *told(NEAR[0], start="2031-05"), *told(NEAR[1], start=None)])
    assert [step.prefix for step in years.steps] == ["", "2030", "2031"]
    assert [sum(spot.events for spot in (*step.spots, *step.military)) for step in years.steps] == [5, 3, 1]
    months = basemap.draw([*told(*NEAR, start="2030-05-01"), *told(NEAR[0], start="2030-07-02")])
    assert [step.prefix for step in months.steps] == ["", "2030-05", "2030-07"]
    assert [step.prefix for step in basemap.draw(told(*NEAR, start="2030-05-01")).steps] == [""]


def test_many_years_are_those_of_most_events():
    drawn = basemap.draw([entry for year in range(1990, 2031) for entry in told(*NEAR[: 1 + year % 2], start=f"{year}-01-01")])
    assert len(drawn.steps) == 1 + basemap.MOST_STEPS


def test_a_few_that_lie_far_off_do_not_squeeze_the_others():
    drawn = basemap.draw([*told(*NEAR * 5), *told(FAR)])
    assert drawn.outside == ("Delta",)
    assert {spot.name for spot in (*drawn.steps[0].spots, *drawn.steps[0].military)} == {"Alba", "Bora", "Cela"}
    both = basemap.draw([*told(*NEAR), *told(FAR, FAR, FAR)])
    assert both.outside == ()


def test_several_that_share_a_far_point_are_left_out_together():
    twin = replace(FAR, name="Delta-Port")
    assert basemap.draw([*told(*NEAR * 5), *told(FAR, twin)]).outside == ("Delta", "Delta-Port")


def test_the_small_drawing_has_the_same_circles_and_no_name_beyond_its_edges():
    drawn = basemap.draw(told(*NEAR, Place("Une ville au nom très long", 11.0, 12.2, None, "city")))
    large, small = drawn.steps[0], drawn.small[0]
    assert [(spot.name, spot.x, spot.y) for spot in small.military] == [(spot.name, spot.x, spot.y) for spot in large.military]
    for spot in (*small.spots, *small.military):
        wide = (len(spot.name) * 7.2 + 24) * 1.8 + spot.radius
        assert not spot.named or (spot.x - wide >= 0 if spot.left else spot.x + wide <= drawn.width)


def test_no_line_runs_from_one_edge_to_the_other():
    for around in (NEAR, [Place("Est", -17.0, 177.0, None, "city"), Place("Nord", 66.0, 172.0, None, "city")]):
        drawn = basemap.draw(told(*around))
        for path in drawn.land:
            for part in path.split("M")[1:]:
                points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", part)]
                assert all(-20 <= x <= 720 for x, _ in points)
                crossing = [one for one, other in itertools.pairwise(points) if abs(one[0] - other[0]) > 700 and 0 < one[1] < drawn.height]
                assert crossing == []


def test_the_page_chooses_without_script(client):
    text = client.get("/d/many/map").text
    assert text.count('name="map-step"') == len(re.findall(r'class="step step-\d+"', text)) > 2
    assert 'id="st-military"' in text
