"""What an address and a browser ask for on every page: a language, and a day to look from."""

import datetime
from dataclasses import dataclass
from urllib.parse import quote

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pourparlers.web.catalogue import LANGUAGES


class Refusal(HTTPException):
    """A request that cannot be answered. key: of the text of the catalogue that says why."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(status)
        self.key = key


@dataclass(frozen=True, slots=True)
class Asked:
    """language: of the page. chosen: it was asked for in the address. as_of: the day asked for, as written.
    other_address: the same page in the other language. kept: what else the address asks for, to be kept when another day is chosen."""

    language: str
    chosen: bool
    as_of: str | None
    other_address: str
    kept: tuple[tuple[str, str], ...]


def asked(request: Request) -> Asked:
    """What a request asks for. The day is as it was written: `day` checks it."""
    query = request.query_params
    wanted = query.get("lang")
    language = next((known for known in (wanted, request.cookies.get("lang"), _preferred(request)) if known in LANGUAGES), "fr")
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    rest = [(key, value) for key, value in query.multi_items() if key not in ("lang", "done")]
    kept = tuple((key, value) for key, value in rest if key not in ("as-of", "page"))
    address = f"{path(request)}?{QueryParams([*rest, ('lang', other)])}"
    return Asked(language, wanted in LANGUAGES, query.get("as-of") or None, address, kept)


def path(request: Request) -> str:
    """The path of a request as it stands in an address: names in it may hold signs that mean something there."""
    return quote(request.scope["path"], errors="replace")


def day(text: str | None) -> str | None:
    """An ISO day of an address; None when it is not there or empty. Raises Refusal (400) when it is something else."""
    if not text:
        return None
    try:
        if len(text) != 10:
            raise ValueError("not YYYY-MM-DD")
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refusal(400, "error.day") from None


def _preferred(request: Request) -> str | None:
    """The first of our languages that the browser accepts."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.partition(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return None
