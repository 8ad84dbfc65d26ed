"""What each page, and each chapter of the report, shows of a dossier."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pourparlers.model.naming import folded_words
from pourparlers.views.actors import actors
from pourparlers.views.commitments import commitments
from pourparlers.views.contacts import contacts
from pourparlers.views.figures import figures
from pourparlers.views.issues import issues
from pourparlers.views.places import places
from pourparlers.views.positions import positions
from pourparlers.views.search import search
from pourparlers.views.sources import sources
from pourparlers.views.statements import StatementRow, statements
from pourparlers.views.talks import talks
from pourparlers.web import basemap, filters, review, stances, timeline
from pourparlers.web.filters import PAGE, Filters
from pourparlers.web.lanes import LANES
from pourparlers.web.scene import Scene

#: Documents that a search lists.
_HITS = 20


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
        "lanes": LANES,
        "marks_css": "" if drawn is None else drawn.css,
        "texts": _texts(scene),
    }


def _texts(scene: Scene) -> list[Any]:
    """The latest texts that were agreed on, for the headline."""
    return [item for item in scene.items if item.lane == "texts" and item.day is not None and item.entry.status == "occurred"][:3]


def talks_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The meetings and calls, the newest first."""
    return {"rows": _newest(talks(scene.shown), "start")}


def positions_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The positions: for each issue a strip, and all of them."""
    rows = positions(scene.shown)
    told = {row.id: scene.shown.told_on(scene.shown.claims[row.id].evidence.document) for row in rows}
    return {"strips": stances.strips(rows, scene.parties, told), "years": stances.years(rows, told), "rows": rows}


def commitments_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The ledger of commitments, with how many are in each phase."""
    rows = commitments(scene.shown)
    return {"rows": rows, "phases": Counter(row.phase for row in rows)}


def statements_page(scene: Scene, query: Mapping[str, str]) -> dict[str, Any]:
    """The statements, filtered by their words, their speaker and their page, and the articles that hold the words."""
    text, speaker = " ".join(query.get("q", "").split())[: filters.LONGEST], query.get("speaker", "")
    rows = [row for row in _newest(statements(scene.shown), "said_on") if _says(row, folded_words(text)) and speaker in ("", row.speaker)]
    page = int(query["page"]) if query.get("page", "").isdecimal() and len(query["page"]) < 7 else 1
    hits = []
    if text:
        with scene.view() as view:
            hits = search(view, scene.shown, text, _HITS)
    speakers = Counter(row.speaker for row in statements(scene.shown)).most_common(60)
    return {
        "rows": rows[(max(page, 1) - 1) * PAGE : max(page, 1) * PAGE] if "all" not in query else rows,
        "total": len(rows),
        "page_number": max(page, 1),
        "pages": -(-len(rows) // PAGE),
        "text": text,
        "speaker": speaker,
        "speakers": speakers,
        "hits": hits,
    }


def _newest(rows: list[Any], field: str) -> list[Any]:
    """The rows by the day in that field, the latest first, those without one last."""
    dated = [row for row in rows if getattr(row, field) is not None]
    return sorted(dated, key=lambda row: str(getattr(row, field)), reverse=True) + [row for row in rows if getattr(row, field) is None]


def _says(row: StatementRow, words: list[str]) -> bool:
    if not words:
        return True
    held = folded_words(f"{row.text} {row.speaker} {row.side or ''}")
    return all(any(other.startswith(word) for other in held) for word in words)


def figures_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The figures, by what they count."""
    by_type: dict[str, list[Any]] = {}
    for row in figures(scene.shown):
        by_type.setdefault(row.type, []).append(row)
    return {"groups": sorted(by_type.items(), key=lambda item: (item[0] == "other", -len(item[1]), item[0]))}


def actors_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """Who met whom, and who acts, takes part or speaks."""
    return {"contacts": contacts(scene.shown), "rows": actors(scene.shown)}


def map_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The places, on a map and in a table."""
    rows = places(scene.shown)
    return {"map": basemap.draw(rows), "rows": rows}


def sources_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """The articles, the newest first."""
    return {"rows": _newest(sources(scene.shown), "published")}


def issues_page(scene: Scene, _query: Mapping[str, str]) -> dict[str, Any]:
    """What was not understood, and what was left out as of a day."""
    with scene.view() as view:
        rows = issues(view)
    names = scene.shown.names
    return {"rows": rows, "ids": {name: document for document, name in names.items()}, "undated": [names[d] for d in scene.shown.undated]}


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
    "sources": sources_page,
    "issues": issues_page,
    "review": review_page,
}
