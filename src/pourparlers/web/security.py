"""What stands between the network and the pages: names of hosts, the token, and headers that keep browsers strict."""

import hmac
import ipaddress
import logging
import secrets
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
#: The cookie and the parameter that carry the token.
_CARRIER = "token"
_LOCAL = ("localhost", "127.0.0.1", "::1")
_LOCKED = (
    "Il faut un jeton : ouvrez l’adresse que `pourparlers serve` a affichée.\nA token is needed: open the address that `pourparlers serve` printed.\n"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def policy(nonce: str) -> str:
    """The Content-Security-Policy of a page: nothing but our own files, and the one style sheet that bears the nonce."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def is_loopback(host: str) -> bool:
    """True when only this machine can reach that host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Strict:
    """Refuses requests for another host (a name that an attacker's site points at this machine) or without the token, and adds headers.

    broken: makes the page of a fault of ours. hosts: names besides those of loopback that the server answers to. token: None when none is needed.
    """

    def __init__(self, app: ASGIApp, broken: Callable[[Request], Response], hosts: tuple[str, ...] = (), token: str | None = None) -> None:
        self._app, self._broken, self._hosts, self._token = app, broken, frozenset((*_LOCAL, *map(str.lower, hosts))), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce

        begun = False

        async def strict(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "Content-Security-Policy": policy(nonce)})
                headers.setdefault("Cache-Control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        refusal = self._refusal(scope)
        try:
            await (self._app if refusal is None else refusal)(scope, receive, strict)
        except Exception:  # whatever it is: the terminal tells it, the browser gets a page under the same policy as all others
            _LOG.exception("%s %r failed", scope["method"], scope["path"])
            if not begun:
                await self._broken(Request(scope))(scope, receive, strict)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if _bare(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("Ce serveur ne répond pas à ce nom.\nThis server does not answer to that name.\n", 400)
        if self._token is None or _same(_cookies(headers).get(_CARRIER), self._token) or _same(_bearer(headers), self._token):
            return None
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if _same(asked.get(_CARRIER), self._token):
            return self._welcome(scope)
        return PlainTextResponse(_LOCKED, 401)

    def _welcome(self, scope: Scope) -> ASGIApp:
        """Puts the token into a cookie and takes it out of the address."""
        rest = [(k, v) for k, v in parse_qsl(scope["query_string"].decode("latin-1")) if k != _CARRIER]
        path = "/" + scope["path"].lstrip("/\\")
        response = RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), 303)
        response.set_cookie(_CARRIER, self._token or "", httponly=True, samesite="strict", path="/")
        return response


def _bare(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _cookies(headers: Headers) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _bearer(headers: Headers) -> str | None:
    kind, _, value = headers.get("authorization", "").partition(" ")
    return value if kind.lower() == "bearer" else None


def _same(given: Any, wanted: str) -> bool:
    return isinstance(given, str) and hmac.compare_digest(given.encode(), wanted.encode())
