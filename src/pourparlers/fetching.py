"""Getting what stands at an address that somebody named: over HTTP, only when it has changed, and never more than asked for."""

import http.client
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import IO

from pourparlers import __version__
from pourparlers.errors import SourceError

#: Seconds that a server may be silent, and that all may take.
_SILENCE, _WHOLE = 20.0, 90.0
_CHUNK = 65_536
_SCHEMES = ("http", "https")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_ASKING = {
    "User-Agent": f"pourparlers/{__version__}",
    "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server called the state in which something was got: its ETag and its Last-Modified, None where it told none."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was got, and in which state."""

    content: bytes
    seen: Seen


def is_address(text: str) -> bool:
    """True for what begins as an address of the web."""
    return text.lower().startswith(tuple(f"{scheme}://" for scheme in _SCHEMES))


def check(text: str) -> None:
    """Raises SourceError, without repeating it, for an address of anything but the web, and for one that holds a password. Paths pass."""
    if not is_address(text):
        if _SCHEME.match(text):
            raise SourceError("only http and https addresses are fetched; a file is named by its path")
        return
    try:
        place = urllib.parse.urlsplit(text)
        understood = place.hostname is not None and (place.port is None or place.port > 0)
    except ValueError:
        understood = False
    if not understood:
        raise SourceError("the address is not understood: write https://HOST/PATH")
    if "@" in place.netloc:
        raise SourceError("an address with a password in it is not fetched")


def fetch(address: str, seen: Seen, limit: int) -> Answer | None:
    """What stands there, None when it is what was seen. limit: the most bytes. Raises SourceError, which names the address without a password."""
    check(address)
    headers = {**_ASKING, **{name: told for name, told in (("If-None-Match", seen.etag), ("If-Modified-Since", seen.modified)) if told is not None}}
    try:
        with _opener().open(urllib.request.Request(address, headers=headers), timeout=_SILENCE) as answer:
            content = b"".join(_chunks(answer, address, limit))
            return Answer(content, Seen(answer.headers.get("ETag"), answer.headers.get("Last-Modified")))
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.NOT_MODIFIED:
            return None
        raise SourceError(f"{address}: the server answers {error.code} ({error.reason})") from None
    except urllib.error.URLError as error:
        raise SourceError(f"{address} cannot be reached: {error.reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SourceError(f"{address} cannot be read: {error or type(error).__name__}") from None


def _chunks(answer: http.client.HTTPResponse, address: str, limit: int) -> Iterator[bytes]:
    """What a server sends, as it comes. A server that sends less than it promised has been cut short, which its library lets pass."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise SourceError(f"{address} comes packed ({answer.headers['Content-Encoding']}), though nobody asked for that")
    end, held, promised = monotonic() + _WHOLE, 0, answer.length
    while chunk := answer.read1(_CHUNK):
        held += len(chunk)
        if held > limit:
            raise SourceError(f"{address} is larger than {limit // 1_000_000} MB")
        if monotonic() > end:
            raise SourceError(f"{address} takes more than {_WHOLE:g} seconds")
        yield chunk
    if promised is not None and held < promised:
        raise SourceError(f"{address} was cut short: the server sent {held} of {promised} bytes")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Goes where a server sends, to the web only, and never from a protected connection to an open one."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        scheme = urllib.parse.urlsplit(newurl).scheme
        if scheme not in _SCHEMES or (req.type == "https" and scheme != "https"):
            raise SourceError(f"{req.full_url} leads to an address that is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> urllib.request.OpenerDirector:
    """Knows the web, and no files or other protocols."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener
