"""`export --format csl`: the articles as CSL-JSON, which Zotero and other programs for references take."""

from collections.abc import Iterator
from typing import Any

from pourparlers.model.chronicle import Card
from pourparlers.views.shown import Shown


def records(shown: Shown) -> Iterator[dict[str, Any]]:
    """One item an article, by name. A day that is known as a month stays a month; one that is not known is left out."""
    for document in sorted(shown.cards, key=lambda d: shown.names[d]):
        yield record(shown.cards[document], shown.names[document])


def record(card: Card, name: str) -> dict[str, Any]:
    """An article as an item of CSL-JSON."""
    day, about = card.together.best, card.metadata
    item = {
        "id": name,
        "type": "article-newspaper",
        "title": about.title or name,
        "container-title": about.outlet,
        "source": about.agency,
        "language": "fr",
        "issued": None if day is None else {"date-parts": [[int(part) for part in day.split("-")]]},
        "URL": about.url,
    }
    return {key: value for key, value in item.items() if value is not None}
