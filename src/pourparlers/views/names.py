"""What documents are called: the name that their source gave, told apart where several documents have one name."""

from pourparlers.issues import Issue
from pourparlers.sources import settle_names
from pourparlers.store import View


def settled_names(view: View) -> dict[str, str]:
    """The name of each document by its id."""
    return settle_names(view.names())[0]


def collisions(view: View) -> tuple[Issue, ...]:
    """An issue for each name that several documents bear."""
    return settle_names(view.names())[1]
