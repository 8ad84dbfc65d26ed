"""Names of documents: a record's id or a file's name, made unique when several documents bear it."""

from collections import Counter
from collections.abc import Mapping

from pourparlers.issues import Issue

_DIGITS = 8


def settle_names(names: Mapping[str, str]) -> tuple[dict[str, str], tuple[Issue, ...]]:
    """From document id -> name to document id -> name that no other document bears, and an issue for each name that several bore.

    Every one of the colliding names gets "~" and the first 8 hex digits of its document's id, so that the outcome depends on the set of
    documents alone. Give the names as captured, never names settled before.
    """
    bearers = Counter(names.values())
    settled = {document: name if bearers[name] == 1 else f"{name}~{_digits(document)}" for document, name in names.items()}
    issues = tuple(_collision(name, bearers[name]) for name in sorted(bearers) if bearers[name] > 1)
    return settled, issues


def _digits(document: str) -> str:
    return document.rpartition("-")[2][:_DIGITS]


def _collision(name: str, count: int) -> Issue:
    message = f"{count} documents are called {name!r}: each is listed as {name}~ with the first {_DIGITS} digits of its id"
    return Issue(document=name, stage="sources", kind="name-collision", message=message)
