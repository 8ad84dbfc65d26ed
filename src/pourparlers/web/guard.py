"""Forms that change something: sent only by our own pages, and only by the browser that was given them."""

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from pourparlers.web.asking import Refusal

#: The cookie that tells browsers apart, and the field of forms that answers to it.
SESSION, FIELD = "session", "csrf"
_MONTH = 2_592_000


class Guard:
    """Gives each browser a session, and each form a token that only this session and this run of the server can have."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def token(self, request: Request) -> str:
        """The token of the forms of a page, for the browser that asks for it."""
        return self._token(_session(request))

    def remember(self, request: Request, response: Response) -> None:
        """Gives the browser its session, if it has none."""
        if SESSION not in request.cookies:
            response.set_cookie(SESSION, _session(request), max_age=_MONTH, httponly=True, samesite="strict", path="/")

    def admit(self, request: Request) -> None:
        """Raises Refusal (403) when the browser says that the form stood on a page of another site: known before the form is read."""
        if not _from_here(request):
            raise Refusal(403, "error.403")

    def check(self, request: Request, token: str) -> None:
        """Raises Refusal (403) unless a form was sent from a page of ours, by the browser that was given it."""
        self.admit(request)
        session = request.cookies.get(SESSION)
        if session is None or not hmac.compare_digest(self._token(session).encode(), token.encode("utf-8", "replace")):
            raise Refusal(403, "error.403")

    def _token(self, session: str) -> str:
        return hmac.new(self._key, session.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _session(request: Request) -> str:
    """The session of the browser that asks: the one it shows, or one made for it."""
    shown = request.cookies.get(SESSION)
    if shown is not None:
        return shown
    if not hasattr(request.state, SESSION):
        setattr(request.state, SESSION, secrets.token_urlsafe(24))
    made: str = getattr(request.state, SESSION)
    return made


def _from_here(request: Request) -> bool:
    """False when the browser says that the form stood on a page of another site. Old browsers say nothing: then the token alone counts."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
