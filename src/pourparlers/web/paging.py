"""Long lists in pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pourparlers.web.filters import PAGE


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of one page of a list. total: of all pages. number: from 1."""

    rows: Sequence[Any]
    total: int
    number: int
    pages: int


def listed(rows: Sequence[Any], query: Mapping[str, str]) -> Listed:
    """The rows of the page that an address asks for (`?page=2`), the first when it asks for none; all of them for `?all`, as the report does."""
    pages = max(1, -(-len(rows) // PAGE))
    if "all" in query:
        return Listed(rows, len(rows), 1, 1)
    asked = query.get("page", "")
    number = int(asked) if asked.isdecimal() and 0 < len(asked) < 7 else 1
    number = min(max(number, 1), pages)
    return Listed(rows[(number - 1) * PAGE : number * PAGE], len(rows), number, pages)
