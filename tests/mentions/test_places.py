"""Places, their kind and their country: the table tests/cases/places.yaml."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.mentions.gazetteer import Area, Exonym, places_named
from pourparlers.mentions.words import cut, fold
from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import PlaceMention

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "places.yaml").read_text(encoding="utf-8"))
TABLE = Path(__file__).parent.parent.parent / "src/pourparlers/data/world/places.tsv"


def told(mention: PlaceMention) -> str:
    place = mention.place
    return f"{place.name} {place.precision} {place.country or '-'}" + (" *" if mention.metonym else "")


@pytest.mark.parametrize(("text", "places"), CASES, ids=[c[0][:40] for c in CASES])
def test_table(text: str, places: list[str], annotate: Callable[[str], Annotated]) -> None:
    assert [told(m) for m in find_mentions(annotate(text)).places] == places


def test_every_area_is_found_in_its_example(annotate: Callable[[str], Annotated]) -> None:
    areas = load("world/areas", Area)
    annotated = annotate("\n".join(area.example + "." for area in areas))
    found = find_mentions(annotated).places
    for area, line in zip(areas, annotated.document.lines, strict=True):
        assert area.name in [m.place.name for m in found if line.span.covers(m.span)], area.example


def test_areas_are_sorted_and_unique() -> None:
    names = [fold(area.name) for area in load("world/areas", Area)]
    assert names == sorted(set(names))


def test_every_exonym_is_what_the_gazetteer_calls_the_city() -> None:
    for each in load("world/exonyms", Exonym):
        for written in (each.name, each.listed):
            found = places_named(" ".join(cut(written)))
            assert (each.name, each.country) in [(f.place.name, f.place.country) for f in found], each.name
        assert each.name in each.example


def test_exonyms_are_sorted_and_unique() -> None:
    names = [fold(each.name) for each in load("world/exonyms", Exonym)]
    assert names == sorted(set(names))


def test_divisions_lie_where_their_chief_towns_do() -> None:
    found = {f.place.precision: f.place for f in places_named("ispahan")}
    assert found["region"].lat is not None and found["city"].lat is not None
    assert abs(found["region"].lat - found["city"].lat) < 1


def test_table_is_sorted_by_key_and_greatest_first() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 7 for row in rows)
    assert rows == sorted(rows, key=lambda r: (r[0].encode(), -int(r[5]), r))


@pytest.mark.parametrize("name", ["Goma", "Côte d'Ivoire", "N'Djamena", "Nord-Kivu", "Khan Younès", "États-Unis"])
def test_names_are_found_however_they_are_written(name: str) -> None:
    assert places_named(" ".join(cut(name)))


def test_unknown_names_have_no_place() -> None:
    assert places_named("zzyzx-les-bains") == ()
    assert places_named("") == ()


def test_homonyms_are_kept_as_candidates(annotate: Callable[[str], Annotated]) -> None:
    (mention,) = find_mentions(annotate("Des tirs ont été entendus à Tripoli.")).places
    assert {mention.place.country, *(p.country for p in mention.candidates)} >= {"LY", "LB"}


def test_small_towns_of_one_country_and_name_have_no_coordinates(annotate: Callable[[str], Annotated]) -> None:
    mention = find_mentions(annotate("Les États-Unis ont réagi. Il a étudié à Princeton.")).places[-1]
    assert mention.place.lat is None
    assert len(mention.candidates) > 1
