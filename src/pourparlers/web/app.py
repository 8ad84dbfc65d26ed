"""The site: its addresses and what answers to them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from pourparlers import __version__
from pourparlers.errors import NotFoundError, PourparlersError
from pourparlers.web import api, article, event, filters, sections
from pourparlers.web.asking import Asked, asked, day
from pourparlers.web.catalogue import Words
from pourparlers.web.library import Library
from pourparlers.web.links import SiteLinks
from pourparlers.web.render import STATIC, render
from pourparlers.web.scene import Scene
from pourparlers.web.security import Strict


def create_app(paths: Iterable[Path], *, full_text: bool = False, hosts: tuple[str, ...] = (), token: str | None = None) -> FastAPI:
    """The site of some dossiers. full_text: articles are shown whole. hosts: names it answers to besides those of this machine.
    token: what those who ask must show, None for nothing. Raises DossierError when a file is not a dossier."""
    library = Library(paths)
    app = FastAPI(title="Pourparlers", version=__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.add_middleware(Strict, hosts=hosts, token=token)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api.router(library))
    _add_pages(app, library, full_text)
    _add_errors(app)
    return app


def _add_pages(app: FastAPI, library: Library, full_text: bool) -> None:
    @app.get("/", include_in_schema=False)
    def dossiers(request: Request) -> Response:
        scenes = [library.scene(name) for name in library.names]
        links = {scene.id: SiteLinks(scene.id, {}) for scene in scenes}
        return _page(request, "dossiers.html", None, {"scenes": scenes, "links_to": links, "api": api.routes(app)})

    @app.get("/d/{dossier}", include_in_schema=False)
    def chronicle(request: Request, dossier: str) -> Response:
        a = asked(request)
        scene = library.scene(dossier, day(a.as_of))
        query = request.query_params
        number = query.get("page", "1")
        wanted = filters.read(
            query.getlist("kind"),
            query.getlist("party"),
            query.get("from"),
            query.get("to"),
            query.get("q", ""),
            int(number) if number.isdecimal() and len(number) < 7 else 1,
        )
        return _page(request, "chronicle.html", scene, sections.chronicle(scene, wanted, a.language))

    @app.get("/d/{dossier}/e/{entry}", include_in_schema=False)
    def event_page(request: Request, dossier: str, entry: str) -> Response:
        scene = library.scene(dossier, day(asked(request).as_of))
        found = scene.shown.entry_of(entry)
        if found is None:
            raise NotFoundError(entry)
        return _page(request, "event.html", scene, event.page(scene, found))

    @app.get("/d/{dossier}/a/{document}", include_in_schema=False)
    def article_page(request: Request, dossier: str, document: str) -> Response:
        scene = library.scene(dossier, day(asked(request).as_of))
        if document not in scene.shown.cards:
            raise NotFoundError(document)
        return _page(request, "article.html", scene, article.page(scene, document, full_text))

    @app.get("/d/{dossier}/{name}", include_in_schema=False)
    def section(request: Request, dossier: str, name: str) -> Response:
        if name not in sections.PAGES:
            raise NotFoundError(name)
        scene = library.scene(dossier, day(asked(request).as_of))
        return _page(request, f"{name}.html", scene, sections.PAGES[name](scene, request.query_params), name)


def _page(request: Request, template: str, scene: Scene | None, context: dict[str, Any], name: str = "", status: int = 200) -> HTMLResponse:
    a = asked(request)
    body = render(template, Words(a.language), {**_frame(request, a, scene, name), **context})
    response = HTMLResponse(body, status)
    if a.chosen:
        response.set_cookie("lang", a.language, max_age=31_536_000, samesite="strict", httponly=True, path="/")
    return response


def _frame(request: Request, a: Asked, scene: Scene | None, name: str) -> dict[str, Any]:
    """What every page needs for its head and foot."""
    keep = {"as-of": a.as_of} if a.as_of is not None else {}
    return {
        "scene": scene,
        "links": SiteLinks("" if scene is None else scene.id, keep),
        "menu": tuple(sections.PAGES),
        "name": name,
        "nonce": request.scope.get("state", {}).get("nonce", ""),
        "marks_css": "",
        "as_of": a.as_of,
        "other_language": a.other_address,
        "version": __version__,
        "report": False,
        "lazy": False,
    }


def _add_errors(app: FastAPI) -> None:
    def answer(request: Request, status: int, key: str) -> Response:
        if request.url.path.startswith("/api"):
            return Response(f'{{"detail": "{key}"}}', status, media_type="application/json")
        return _page(request, "error.html", None, {"key": key, "status": status}, status=status)

    @app.exception_handler(NotFoundError)
    def absent(request: Request, _error: NotFoundError) -> Response:
        return answer(request, 404, "error.404")

    @app.exception_handler(PourparlersError)
    def failed(request: Request, _error: PourparlersError) -> Response:
        return answer(request, 503, "error.503")

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return answer(request, error.status_code, "error.404" if error.status_code == 404 else "error.400")

    @app.exception_handler(Exception)
    def broken(request: Request, _error: Exception) -> Response:
        return answer(request, 500, "error.500")
