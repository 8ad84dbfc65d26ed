"""The gazetteer: places of the world by name. The table stays as it is on disk and is searched by halves, so that nothing is built at start."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from pourparlers.lexicon import load
from pourparlers.mentions.words import cut
from pourparlers.model.mention import Place

_PRECISION = {"c": "city", "r": "region", "s": "country"}
#: How many people a place weighs that the table gives none for.
_UNKNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Found:
    """A place of the gazetteer and its population, by which homonyms are ranked."""

    place: Place
    population: int


@dataclass(frozen=True, slots=True)
class Area:
    """An entry of world/areas; its `fields` say what each means."""

    name: str
    lat: float
    lon: float
    precision: str
    example: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Exonym:
    """An entry of world/exonyms: what French calls a city that the sources list otherwise. The table has both names."""

    name: str
    listed: str
    country: str
    example: str


@functools.lru_cache(maxsize=16384)
def places_named(key: str) -> tuple[Found, ...]:
    """The places of that name (folded words, one space between them), the most populous first; areas before all.

    A name that the gazetteer does not have with its hyphens may be there without them, and the other way round ("New-York").
    """
    found = (*_areas().get(key, ()), *_rows(key))
    if found or not ("-" in key or " " in key):
        return found
    spaced = key.replace("-", " ") if "-" in key else key.replace(" ", "-")
    return (*_areas().get(spaced, ()), *_rows(spaced))


@functools.cache
def _areas() -> dict[str, tuple[Found, ...]]:
    return {" ".join(cut(a.name)): (Found(Place(a.name, a.lat, a.lon, a.country, a.precision), 10 * _UNKNOWN),) for a in load("world/areas", Area)}


@functools.cache
def _table() -> bytes:
    return (files("pourparlers") / "data" / "world" / "places.tsv").read_bytes()


def _rows(key: str) -> Iterator[Found]:
    table, wanted = _table(), key.encode()
    at = _first(table, wanted)
    while at < len(table):
        end = table.index(b"\n", at)
        line = table[at:end]
        if line[: line.index(b"\t")] != wanted:
            return
        _, name, lat, lon, country, population, kind = line.decode().split("\t")
        yield Found(Place(name, float(lat), float(lon), country, _PRECISION[kind]), int(population) or _UNKNOWN)
        at = end + 1


def _first(table: bytes, wanted: bytes) -> int:
    """Where the first line begins whose key is not less than the wanted one."""
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", middle)
        if table[middle : table.index(b"\t", middle)] < wanted:
            low = end + 1
        else:
            high = middle
    return low
