"""The site: its addresses and what answers to them."""

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from pourparlers import __version__
from pourparlers.errors import NotFoundError, PourparlersError
from pourparlers.store import Place
from pourparlers.web import api, deciding, exporting, pages, uploads
from pourparlers.web.asking import Refusal
from pourparlers.web.guard import Guard
from pourparlers.web.imports import Imports
from pourparlers.web.library import Library
from pourparlers.web.limits import Limited
from pourparlers.web.render import STATIC
from pourparlers.web.security import Strict
from pourparlers.web.site import Site

_LOG = logging.getLogger(__name__)
#: Failures that have a page of their own; all others have that of their hundred.
_KNOWN = (400, 403, 404, 405, 409, 413, 500, 503)


def create_app(places: Iterable[str | Place], *, full_text: bool = False, hosts: tuple[str, ...] = (), token: str | None = None) -> FastAPI:
    """The site of some dossiers. full_text: articles are shown whole. hosts: names it answers to besides those of this machine.
    token: what those who ask must show, None for nothing. Raises DossierError where there is no dossier."""
    site = Site(Library(places), Guard(), full_text)
    imports = Imports(site.library)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(imports.close)

    app = FastAPI(title="Pourparlers", version=__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json", lifespan=running)
    app.add_middleware(Limited, limits={uploads.ADDRESS: uploads.MOST_BYTES}, refusal=partial(_answer, site, status=413))
    app.add_middleware(Strict, broken=partial(_answer, site, status=500), hosts=hosts, token=token)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(api.router(site.library))
    exporting.add(app, site)
    pages.add(app, site)
    deciding.add(app, site)
    uploads.add(app, site, imports)
    _add_errors(app, site)
    return app


def _add_errors(app: FastAPI, site: Site) -> None:
    @app.exception_handler(NotFoundError)
    def absent(request: Request, _error: NotFoundError) -> Response:
        return _answer(site, request, 404)

    @app.exception_handler(PourparlersError)
    def failed(request: Request, error: PourparlersError) -> Response:
        _LOG.error("%s", error)
        return _answer(site, request, 503)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return _answer(site, request, error.status_code, error.key if isinstance(error, Refusal) else None)


def _answer(site: Site, request: Request, status: int, key: str | None = None) -> Response:
    """The page of a failure, or its JSON. key: of the text that says what went wrong, None for that of the status."""
    known = status if status in _KNOWN else status // 100 * 100
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": key or f"error.{known}"}, status)
    return site.page(request, "error.html", None, {"key": key or f"error.{known}", "title": f"error.{known}.title", "status": status}, status)
