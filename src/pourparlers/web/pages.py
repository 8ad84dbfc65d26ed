"""The addresses that show a dossier."""

import logging
from collections import Counter

from fastapi import FastAPI, Request
from fastapi.responses import Response

from pourparlers.errors import DossierError, NotFoundError
from pourparlers.web import actor, api, article, event, filters, review, sections
from pourparlers.web.asking import asked
from pourparlers.web.links import SiteLinks
from pourparlers.web.scene import Scene
from pourparlers.web.site import Site

_LOG = logging.getLogger(__name__)


def add(app: FastAPI, site: Site) -> None:
    """Adds the addresses to the site."""

    @app.get("/", include_in_schema=False)
    def dossiers(request: Request) -> Response:
        scenes, unreadable = _scenes(site)
        links = {scene.id: SiteLinks(scene.id, {}) for scene in scenes}
        alike = {title for title, times in Counter(scene.title for scene in scenes).items() if times > 1}
        context = {"scenes": scenes, "unreadable": unreadable, "alike": alike, "links_to": links, "api": api.routes(app)}
        return site.page(request, "dossiers.html", None, context)

    @app.get("/d/{dossier}", include_in_schema=False)
    def chronicle(request: Request, dossier: str) -> Response:
        scene = site.scene(request, dossier)
        return site.page(request, "chronicle.html", scene, sections.chronicle(scene, filters.read(request.query_params), asked(request).language))

    _add_details(app, site)

    @app.get("/d/{dossier}/{name}", include_in_schema=False)
    def section(request: Request, dossier: str, name: str) -> Response:
        if name not in sections.PAGES:
            raise NotFoundError(name)
        scene = site.scene(request, dossier)
        return site.page(request, f"{name}.html", scene, {**sections.PAGES[name](scene, request.query_params), "name": name})


def _add_details(app: FastAPI, site: Site) -> None:
    """Adds the addresses of one event, one article and one actor of a dossier."""

    @app.get("/d/{dossier}/e/{entry}", include_in_schema=False)
    def event_page(request: Request, dossier: str, entry: str) -> Response:
        scene = site.scene(request, dossier)
        found = scene.shown.entry_of(entry)
        if found is None:
            raise NotFoundError(entry)
        deciding = review.offered(scene, found, request.query_params.get("done"))
        return site.page(request, "event.html", scene, {**event.page(scene, found, asked(request).language), **deciding})

    @app.get("/d/{dossier}/a/{document}", include_in_schema=False)
    def article_page(request: Request, dossier: str, document: str) -> Response:
        scene = site.scene(request, dossier)
        if document not in scene.shown.cards:
            raise NotFoundError(document)
        return site.page(request, "article.html", scene, article.page(scene, document, site.full_text, asked(request).language))

    @app.get("/d/{dossier}/actors/{name:path}", include_in_schema=False)
    def actor_page(request: Request, dossier: str, name: str) -> Response:
        scene = site.scene(request, dossier)
        return site.page(request, "actor.html", scene, actor.page(scene, name))


def _scenes(site: Site) -> tuple[list[Scene], list[str]]:
    """The dossiers, and the names of those that cannot be read now: one whose server is away does not hide the others."""
    scenes, unreadable = [], []
    for name in site.library.names:
        try:
            scenes.append(site.library.scene(name))
        except DossierError as error:
            _LOG.warning("%s", error)
            unreadable.append(name)
    return scenes, unreadable
