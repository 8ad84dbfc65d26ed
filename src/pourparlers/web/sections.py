"""What each page, and each chapter of the report, shows of a dossier."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pourparlers.model.naming import folded_words
from pourparlers.views.actors import actors
from pourparlers.views.commitments import commitments
from pourparlers.views.contacts import contacts
from pourparlers.views.figures import FigureRow, figures
from pourparlers.views.issues import issues
from pourparlers.views.places import places
from pourparlers.views.positions import positions
from pourparlers.views.reasons import reason_in
from pourparlers.views.search import search
from pourparlers.views.shown import Shown
from pourparlers.views.sources import SourceRow, sources
from pourparlers.views.statements import StatementRow, statements
from pourparlers.views.talks import TalksRow, talks
from pourparlers.web import basemap, disagreements, filters, network, review, stances, timeline
from pourparlers.web.density import density
from pourparlers.web.filters import PAGE, Filters
from pourparlers.web.lanes import LANES
from pourparlers.web.paging import listed
from pourparlers.web.scene import Scene, folded

T = TypeVar("T")

#: Documents that a search lists, and positions that stand under each issue before all of them are asked for.
_HITS, _FEW = 20, 12


def chronicle(scene: Scene, wanted: Filters, language: str, paged: bool = True) -> dict[str, Any]:
    """The headline facts, the timeline and the list. paged: only the rows of the wanted page."""
    items = wanted.apply(scene.items)
    whenever = replace(wanted, since=None, until=None)
    drawn = timeline.draw(whenever.apply(scene.items), language, wanted.since, wanted.until)
    return {
        "items": wanted.shown_page(items) if paged else items,
        "total": len(items),
        "of": len(scene.items),
        "pages": -(-len(items) // PAGE) if paged else 1,
        "undated": sum(1 for item in items if item.day is None),
        "filters": wanted,
        "timeline": drawn,
        "density": density(scene.items, wanted.since, wanted.until),
        "lanes": LANES,
        "states": filters.STATES,
        "marks_css": "" if drawn is None else drawn.css,
    }


def talks_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The meetings and calls, the newest first."""
    return {"list": listed(scene.rows(_newest_talks), query)}


def _newest_talks(shown: Shown) -> list[TalksRow]:
    return _newest(talks(shown), "start")


def positions_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The positions: for each issue a strip and the latest, or all of one issue."""
    rows = scene.rows(positions)
    claims = scene.shown.claims
    told = {row.id: scene.shown.told_on(claims[row.id].evidence.document) for row in rows}
    strips = [strip for strip in stances.strips(rows, scene.parties, told) if query.get("issue", strip.issue) == strip.issue]
    few = "all" not in query and "issue" not in query
    return {
        "strips": strips,
        "years": stances.years(rows, told),
        "axis": stances.axis(rows, told),
        "few": _FEW if few else None,
        "lists": {strip.issue: listed(_newest(list(strip.rows), "said_on")[: _FEW if few else None], query) for strip in strips},
    }


def commitments_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The ledger of commitments, with how many are in each phase."""
    rows = scene.rows(commitments)
    return {"list": listed(rows, query), "phases": Counter(row.phase for row in rows), "english": scene.rows(_in_english)}


@dataclass(frozen=True, slots=True)
class _English:
    """What of a commitment is told in the reader's language: its steps, and how its deadline is known."""

    life: tuple[str, ...]
    why: str


def _in_english(shown: Shown) -> dict[str, _English]:
    """Each commitment in English, by its id."""
    return {row.id: _English(row.life, reason_in("en", row.deadline_why)) for row in commitments(shown, "en")}


def statements_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The statements, filtered by their words, their speaker and their page, and the articles that hold the words."""
    text = _words(query)
    hits = []
    if text:
        with scene.view() as view:
            hits = search(view, scene.shown, text, _HITS)
    return {
        "list": listed(found_statements(scene, query), query),
        "text": text,
        "speaker": query.get("speaker", ""),
        "speakers": Counter(row.speaker for row, _ in scene.rows(_spoken)).most_common(60),
        "hits": hits,
    }


def found_statements(scene: Scene, query: Mapping[str, str]) -> list[StatementRow]:
    """The statements of a speaker that hold some words (`?speaker=…&q=…`), the newest first."""
    speaker, words = query.get("speaker", ""), [f" {word}" for word in folded_words(_words(query))]
    return [row for row, said in scene.rows(_spoken) if speaker in ("", row.speaker) and all(word in said for word in words)]


def _words(query: Mapping[str, str]) -> str:
    return " ".join(query.get("q", "").split())[: filters.LONGEST]


def _spoken(shown: Shown) -> list[tuple[StatementRow, str]]:
    """The statements, the newest first, each with its folded words."""
    return [(row, folded(f"{row.text} {row.speaker} {row.side or ''}")) for row in _newest(statements(shown), "said_on")]


def _newest(rows: list[T], field: str) -> list[T]:
    """The rows by the day in that field, the latest first, those without one last."""
    dated = [row for row in rows if getattr(row, field) is not None]
    return sorted(dated, key=lambda row: str(getattr(row, field)), reverse=True) + [row for row in rows if getattr(row, field) is None]


def figures_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The figures, by what they count."""
    found = listed(scene.rows(_by_type), query)
    groups: dict[str, list[FigureRow]] = {}
    for row in found.rows:
        groups.setdefault(row.type, []).append(row)
    return {"list": found, "groups": list(groups.items())}


def _by_type(shown: Shown) -> list[FigureRow]:
    """The figures, those that most count the same first."""
    rows = figures(shown)
    counts = Counter(row.type for row in rows)
    return sorted(rows, key=lambda row: (row.type == "other", -counts[row.type], row.type))


def actors_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """Who met whom, and who acts, takes part or speaks."""
    met = scene.rows(contacts)
    drawn = network.draw(met, scene.rows(statements), scene.parties)
    return {"contacts": met, "network": drawn, "list": listed(scene.rows(actors), query), **review.standings(scene)}


def map_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The places, on a map and in a table."""
    return {"map": scene.rows(_map), "rows": scene.rows(places), "military": scene.rows(_military)}


def _map(shown: Shown) -> basemap.Map | None:
    return basemap.draw(shown.entries("event"))


def _military(shown: Shown) -> Counter[tuple[str, str | None, str]]:
    """How many military events each place has, by its name, country and precision."""
    found = (entry.place for entry in shown.entries("event") if entry.place is not None and basemap.is_military(entry))
    return Counter((place.name, place.country, place.precision) for place in found)


def disagreements_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """What is told in versions that cannot all be right, side by side."""
    return disagreements.page(scene, query)


def sources_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The articles, the newest first."""
    return {"list": listed(scene.rows(_newest_sources), query)}


def _newest_sources(shown: Shown) -> list[SourceRow]:
    return _newest(sources(shown), "published")


def issues_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """What was not understood, and what was left out as of a day."""
    with scene.view() as view:
        rows = issues(view)
    names = scene.shown.names
    return {
        "list": listed(rows, query),
        "ids": {name: document for document, name in names.items()},
        "undated": [names[d] for d in scene.shown.undated],
    }


def review_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """What people decided, the newest first."""
    return review.page(scene, query.get("done"))


#: The pages of a dossier beside its chronicle, in the order of the menu.
PAGES: dict[str, Callable[[Scene, Mapping[str, str]], dict[str, Any]]] = {
    "talks": talks_page,
    "map": map_page,
    "actors": actors_page,
    "positions": positions_page,
    "commitments": commitments_page,
    "statements": statements_page,
    "figures": figures_page,
    "disagreements": disagreements_page,
    "sources": sources_page,
    "issues": issues_page,
    "review": review_page,
}
