"""The same rows as JSON, under /api, described by /openapi.json."""

import datetime
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query
from fastapi.responses import JSONResponse, Response

from pourparlers.errors import DossierError, NotFoundError
from pourparlers.exports import chronicle as chronicle_export
from pourparlers.model.codec import to_json
from pourparlers.views import actors, commitments, contacts, disagreements, figures, places, positions, sources, statements, talks, timeline
from pourparlers.views.search import search
from pourparlers.web.library import Library

AsOf = Annotated[datetime.date | None, Query(alias="as-of", description="As it could be known by the end of that day.")]

#: Each view: how its rows are made, and what they are.
VIEWS: dict[str, tuple[Callable[..., list[Any]], type]] = {
    "timeline": (timeline.timeline, timeline.TimelineRow),
    "talks": (talks.talks, talks.TalksRow),
    "positions": (positions.positions, positions.PositionRow),
    "commitments": (commitments.commitments, commitments.CommitmentRow),
    "statements": (statements.statements, statements.StatementRow),
    "figures": (figures.figures, figures.FigureRow),
    "disagreements": (disagreements.disagreements, disagreements.DisagreementRow),
    "actors": (actors.actors, actors.ActorRow),
    "contacts": (contacts.contacts, contacts.ContactRow),
    "places": (places.places, places.PlaceRow),
    "sources": (sources.sources, sources.SourceRow),
}


def router(library: Library) -> APIRouter:
    """The routes of the interface."""
    api = APIRouter(prefix="/api", tags=["dossiers"])

    @api.get("/dossiers", summary="The dossiers that are served; one that cannot be read now bears the reason as `error`")
    def dossiers() -> list[dict[str, Any]]:
        return [_dossier(library, name) for name in library.names]

    @api.get("/dossiers/{dossier}/entries/{entry}", summary="One entry with all its values and evidence", responses={404: {}})
    def entry(dossier: str, entry: str, as_of: AsOf = None) -> dict[str, Any]:
        scene = library.scene(dossier, _iso(as_of))
        found = scene.shown.entry_of(entry)
        if found is None:
            raise NotFoundError(entry)
        return chronicle_export.record(found, scene.shown.names)

    @api.get("/dossiers/{dossier}/search", summary="The documents that hold some words", responses={404: {}})
    def find(
        dossier: str,
        q: Annotated[str, Query(max_length=200)],
        as_of: AsOf = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 20,
    ) -> list[Any]:
        scene = library.scene(dossier, _iso(as_of))
        with scene.view() as view:
            found: list[Any] = to_json(search(view, scene.shown, q, limit))
        return found

    for name, (rows, shape) in VIEWS.items():
        _add_view(api, library, name, rows, shape)
    return api


def _add_view(api: APIRouter, library: Library, name: str, rows: Callable[..., list[Any]], shape: type) -> None:
    def view(dossier: str, as_of: AsOf = None) -> Response:
        return JSONResponse(to_json(library.scene(dossier, _iso(as_of)).rows(rows)))

    summary = (rows.__doc__ or name).partition(".")[0]
    model: Any = list.__class_getitem__(shape)
    api.add_api_route(f"/dossiers/{{dossier}}/{name}", view, name=name, summary=summary, response_model=model, responses={404: {}})


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """The addresses of the interface, each with the word that names it in the catalogue: its last one that is no blank."""
    return [(path, _word(path)) for path in app.openapi()["paths"]]


def _word(path: str) -> str:
    last = path.rpartition("/")[2]
    return last.strip("{}")


def _dossier(library: Library, name: str) -> dict[str, Any]:
    """What the list tells of a dossier. One that cannot be read does not hide the others."""
    try:
        scene = library.scene(name)
    except DossierError:
        return {"id": name, "title": name, "first": None, "last": None, "counts": {}, "error": "this dossier cannot be read now"}
    first, last = scene.period or (None, None)
    return {"id": scene.id, "title": scene.title, "first": first, "last": last, "counts": dict(sorted(scene.counts.items()))}


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
