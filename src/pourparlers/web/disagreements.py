"""The disagreements as a page shows them: filtered, by what they are about, each version in a column of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from starlette.datastructures import QueryParams

from pourparlers.model.naming import folded_words
from pourparlers.views.disagreements import ABOUT, Disagreement, DisagreementRow, Telling, Version, disagreements, find_disagreements
from pourparlers.views.passages import Passage, passage
from pourparlers.web import filters
from pourparlers.web.days import first_day
from pourparlers.web.paging import listed
from pourparlers.web.scene import Scene, folded, who


@dataclass(frozen=True, slots=True)
class Heard:
    """Words in which a version is told, in their sentence; with the sentences beside it where the article does not tell who denies it.
    also: other articles that print the same words of the same voice."""

    telling: Telling
    passage: Passage
    also: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A version with the words that tell it."""

    version: Version
    heard: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement as the filters look at it. lane: what it is about. day: the ordinal of its first day, None when unknown. keys: of the parties
    that tell a version or that it concerns. who: everybody who does. words: all its words, folded. state: of every one."""

    found: Disagreement
    lane: str
    day: int | None
    keys: tuple[str, ...]
    who: frozenset[str]
    words: str
    state: str = "disputed"


def page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows: those that its filters leave (`?kind=value&party=a&who=…&entry=…&from=…&to=…&q=…`), a hundred at a time."""
    wanted, entry = _wanted(query), query.get("entry", "")
    every = _clashes(scene)
    found = _chosen(every, wanted, entry)
    list_ = listed(found, query)
    with scene.view() as view:
        texts = {t.document: view.text(t.document) for clash in list_.rows for version in clash.found.versions for t in version.tellings}
    present = {clash.lane for clash in every}
    return {
        "list": list_,
        "of": len(every),
        "filters": wanted,
        "entry": entry,
        "abouts": [about for about in ABOUT if about in present],
        "groups": [(about, list(group)) for about, group in groupby(list_.rows, key=lambda clash: clash.lane)],
        "columns": {clash.found.id: [_column(version, texts) for version in clash.found.versions] for clash in list_.rows},
        "query": wanted.query() + ("&" if wanted.query() else ""),
    }


def found_rows(scene: Scene, query: Mapping[str, str]) -> list[DisagreementRow]:
    """The rows that the filters of the page leave, of all pages."""
    kept = {clash.found.id for clash in _chosen(_clashes(scene), _wanted(query), query.get("entry", ""))}
    return [row for row in scene.rows(disagreements) if row.matter in kept]


def is_in_one(scene: Scene, entry: str) -> bool:
    """True when an entry tells a version of something that others tell otherwise."""
    return any(entry == one.id for found in scene.rows(find_disagreements) for one in found.entries)


def has_voice_in_one(scene: Scene, name: str) -> bool:
    """True when somebody tells, or is concerned by, something that others tell otherwise."""
    return any(name in _people(scene, found) for found in scene.rows(find_disagreements))


def _wanted(query: Mapping[str, str]) -> filters.Filters:
    return filters.read(query if isinstance(query, QueryParams) else QueryParams(query), ABOUT)


def _chosen(clashes: list[Clash], wanted: filters.Filters, entry: str) -> list[Clash]:
    found = wanted.apply(clashes)
    return [clash for clash in found if any(entry in (one.id, *one.members) for one in clash.found.entries)] if entry else found


def _clashes(scene: Scene) -> list[Clash]:
    return [_clash(scene, found) for found in scene.rows(find_disagreements)]


def _clash(scene: Scene, found: Disagreement) -> Clash:
    told = [telling for version in found.versions for telling in version.tellings]
    voices = _voices(found)
    concerned = [side for entry in found.entries for side in scene.parties.sides_of(entry)]
    known = found.entry.start or found.entry.end
    return Clash(
        found=found,
        lane=found.about,
        day=None if known is None else first_day(known),
        keys=scene.parties.keys_of([*voices, *concerned]),
        who=_people(scene, found),
        words=folded(" ".join([found.what, *(f"{t.quote} {t.outlet}" for t in told), *voices, *(version.value for version in found.versions)])),
    )


def _voices(found: Disagreement) -> list[str]:
    """Everybody who tells a version or passes it on, each once."""
    return list(dict.fromkeys(name for version in found.versions for telling in version.tellings for names in telling.tellers for name in names))


def _people(scene: Scene, found: Disagreement) -> frozenset[str]:
    """Everybody who tells a version or whom it concerns, by all the names that filters know."""
    voices = _voices(found)
    standing = [row for name in voices if (row := scene.actors.get(name)) is not None]
    known = frozenset(name for row in standing for name in (row.name, row.side) if name is not None)
    return known.union(voices, *(who(entry, scene.sides) for entry in found.entries))


def _column(version: Version, texts: Mapping[str, str]) -> Column:
    groups: dict[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]], list[Telling]] = {}
    for telling in version.tellings:
        groups.setdefault((telling.entry, telling.tellers, tuple(folded_words(telling.quote))), []).append(telling)
    return Column(version, tuple(_heard(version, told, texts) for told in groups.values()))


def _heard(version: Version, told: list[Telling], texts: Mapping[str, str]) -> Heard:
    first, *others = told
    once = {(t.outlet, t.published): t for t in others if (t.outlet, t.published) != (first.outlet, first.published)}
    nameless = version.value == "denied" and not first.tellers
    return Heard(first, passage(texts[first.document], first.start, first.end, 1 if nameless else 0), tuple(once.values()))
