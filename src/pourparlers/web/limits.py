"""How much a request may send: what is longer is refused before it fills memory or disk."""

from collections.abc import Callable, Mapping

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pourparlers.web.asking import Refusal

#: Bytes of a request, where its address has no limit of its own.
MOST = 100_000


class Limited:
    """Refuses long requests with 413. limits: bytes by path, where not MOST. refusal: the page of the refusal."""

    def __init__(self, app: ASGIApp, limits: Mapping[str, int], refusal: Callable[[Request], Response]) -> None:
        self._app, self._limits, self._refusal = app, limits, refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limits.get(scope["path"], MOST)
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and (len(declared) > 15 or int(declared) > limit):
            await _drain(receive, limit)
            await self._refusal(Request(scope))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, limit), send)


def _counted(receive: Receive, limit: int) -> Receive:
    """Receives until more than the limit came; then raises Refusal (413). It is for requests that do not say how long they are."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise Refusal(413, "error.413")
        return message

    return counted


async def _drain(receive: Receive, most: int) -> None:
    """Lets a browser send on for a while: one that is cut off amid its upload shows no page at all."""
    drained = 0
    while drained <= most:
        message = await receive()
        drained += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body", False):
            return
