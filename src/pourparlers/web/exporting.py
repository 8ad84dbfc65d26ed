"""The rows of each page as a file: what its filters leave, all pages of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response

from pourparlers.errors import NotFoundError
from pourparlers.exports.rows import csv_lines, json_lines
from pourparlers.model.decoding import BYTE_ORDER_MARK
from pourparlers.views.agents import place_name
from pourparlers.web import disagreements, filters, sections
from pourparlers.web.api import VIEWS
from pourparlers.web.scene import Item, Scene
from pourparlers.web.site import Site

FORMS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class ChronicleRow:
    """A row of the chronicle: an event or a statement. lane: where it stands on the timeline. claimed_by: who asserts it, empty for the articles' own
    voice. sources: independent ones. published: ISO prefix of the day of the article that tells it best; quote: its words."""

    id: str
    lane: str
    start: str | None
    end: str | None
    what: str
    status: str
    state: str
    place: str | None
    sides: tuple[str, ...]
    claimed_by: tuple[str, ...]
    sources: int
    outlet: str
    published: str | None
    quote: str


def add(app: FastAPI, site: Site) -> None:
    """Adds the addresses to the site."""

    @app.get("/d/{dossier}/export/{view}.{form}", include_in_schema=False)
    def export(request: Request, dossier: str, view: str, form: str) -> Response:
        if form not in FORMS or (view != "chronicle" and view not in VIEWS):
            raise NotFoundError(f"{view}.{form}")
        scene = site.scene(request, dossier)
        rows, shape = _rows(scene, view, request)
        lines = json_lines(rows) if form == "json" else csv_lines(rows, shape)
        body = ("" if form == "json" else BYTE_ORDER_MARK) + "\n".join(lines) + "\n"
        headers = {"Content-Disposition": f'attachment; filename="{scene.id}-{view}.{form}"'}
        return PlainTextResponse(body, headers=headers, media_type=FORMS[form])


def _rows(scene: Scene, view: str, request: Request) -> tuple[Sequence[Any], type]:
    if view == "chronicle":
        return [_row(item) for item in filters.read(request.query_params).apply(scene.items)], ChronicleRow
    make, shape = VIEWS[view]
    if view == "disagreements":
        return disagreements.found_rows(scene, request.query_params), shape
    return (sections.found_statements(scene, request.query_params) if view == "statements" else scene.rows(make)), shape


def _row(item: Item) -> ChronicleRow:
    entry = item.entry
    return ChronicleRow(
        id=item.id,
        lane=item.lane,
        start=entry.start,
        end=entry.end,
        what=entry.summary,
        status=entry.status,
        state=item.state,
        place=place_name(entry.place),
        sides=item.sides,
        claimed_by=item.claimants,
        sources=entry.independent_sources,
        outlet=item.outlet,
        published=item.told,
        quote=entry.evidence[0].quote if entry.evidence else "",
    )
