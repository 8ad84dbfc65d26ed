"""What every address of the site needs: the dossiers, the guard of its forms, and how a page is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from pourparlers import __version__
from pourparlers.clock import today
from pourparlers.web import sections
from pourparlers.web.asking import Asked, asked, day, path
from pourparlers.web.catalogue import Words
from pourparlers.web.guard import FIELD, Guard
from pourparlers.web.library import Library
from pourparlers.web.links import SiteLinks
from pourparlers.web.render import render
from pourparlers.web.scene import Scene

_YEAR = 31_536_000
#: What the rows of a page are called when they are exported.
_VIEWS = {"": "chronicle", "map": "places", **{name: name for name in sections.PAGES if name not in ("map", "issues", "review")}}
#: The cookie that keeps the name of who reviews.
_REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Site:
    """library: the dossiers. guard: of forms. full_text: articles are shown whole."""

    library: Library
    guard: Guard
    full_text: bool = False

    def scene(self, request: Request, dossier: str) -> Scene:
        """The dossier, as of the day that is asked for. Raises NotFoundError when there is none of that name, Refusal when the day is none."""
        return self.library.scene(dossier, day(asked(request).as_of))

    def page(self, request: Request, template: str, scene: Scene | None, context: dict[str, Any], status: int = 200) -> Response:
        """A page. context: what its template shows besides what all pages show."""
        a = asked(request)
        body = render(template, Words(a.language), {**self._frame(request, a, scene), **context})
        response = HTMLResponse(body, status)
        self.guard.remember(request, response)
        if a.chosen:
            _keep(response, "lang", a.language)
        return response

    def _frame(self, request: Request, a: Asked, scene: Scene | None) -> dict[str, Any]:
        """What every page needs for its head and foot."""
        keep = {"as-of": a.as_of} if a.as_of is not None else {}
        return {
            "scene": scene,
            "links": SiteLinks("" if scene is None else scene.id, keep),
            "menu": tuple(sections.PAGES),
            "name": "",
            "path": path(request),
            "nonce": request.scope.get("state", {}).get("nonce", ""),
            "marks_css": "",
            "as_of": a.as_of,
            "kept": a.kept,
            "now_address": _address(path(request), a.kept),
            "downloads": downloads(request, scene, a),
            "today": today(),
            "other_language": a.other_address,
            "version": __version__,
            "report": False,
            "excerpts": True,
            "lazy": False,
            "csrf": self.guard.token(request),
            "csrf_field": FIELD,
            "reviewer": reviewer(request),
            "live": False,
        }


def downloads(request: Request, scene: Scene | None, a: Asked) -> list[tuple[str, str]]:
    """Where the rows of a page are had as data, filtered as they are there, and in which form; nowhere for pages that have none."""
    if scene is None:
        return []
    kind, _, rest = request.scope["path"].removeprefix(f"/d/{scene.id}").strip("/").partition("/")
    now = [("as-of", a.as_of)] if a.as_of is not None else []
    if kind == "e":
        return [(_address(f"/api/dossiers/{quote(scene.id)}/entries/{quote(rest, safe='')}", now), "JSON")]
    of_actor = kind == "actors" and rest
    view, asked_for = ("chronicle", [("who", rest)]) if of_actor else (_VIEWS.get(kind), list(a.kept))
    root = f"/d/{quote(scene.id)}/export/{view}"
    return [] if view is None else [(_address(f"{root}.{form.lower()}", [*asked_for, *now]), form) for form in ("CSV", "JSON")]


def _address(path: str, query: Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def reviewer(request: Request) -> str:
    """The name under which this browser reviewed last; empty when it did not."""
    return unquote(request.cookies.get(_REVIEWER, ""))


def keep_reviewer(response: Response, name: str) -> None:
    """Has the browser keep the name of who reviews."""
    _keep(response, _REVIEWER, quote(name))


def _keep(response: Response, cookie: str, value: str) -> None:
    response.set_cookie(cookie, value, max_age=_YEAR, samesite="strict", httponly=True, path="/")
