"""Disjoint groups of ids, each known by its smallest."""

from collections import Counter
from collections.abc import Iterable


class Groups:
    """Ids that are joined two by two. The smallest id of a group stands for it, whatever the order of joining."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._parent = {i: i for i in ids}

    def find(self, item: str) -> str:
        """The smallest id of the item's group; the item itself when it was never joined."""
        parent = self._parent.setdefault(item, item)
        while parent != item:
            grand = self._parent[parent]
            self._parent[item] = grand
            item, parent = parent, grand
        return item

    def join(self, left: str, right: str) -> None:
        """Makes one group of two."""
        a, b = sorted((self.find(left), self.find(right)))
        self._parent[b] = a

    def sizes(self) -> dict[str, int]:
        """How many ids each group has, by its smallest."""
        return Counter(map(self.find, list(self._parent)))

    def members(self) -> list[list[str]]:
        """All groups, each sorted, sorted by their first."""
        found: dict[str, list[str]] = {}
        for item in sorted(self._parent):
            found.setdefault(self.find(item), []).append(item)
        return [found[first] for first in sorted(found)]
