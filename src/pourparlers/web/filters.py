"""Filters of the chronicle, as they stand in addresses: `?kind=talks&party=a&from=2022-03&to=2022-04&q=couloir&page=2`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from pourparlers.model.calendar import prefix_days
from pourparlers.web.lanes import LANES
from pourparlers.web.scene import Item, folded

#: Rows of a page, and as many characters of a question as are looked at.
PAGE, LONGEST = 100, 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted of the chronicle. kinds, parties: empty for all. since, until: ISO prefixes. page: from 1."""

    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str = ""
    page: int = 1

    @property
    def active(self) -> bool:
        """True when something is filtered out."""
        return self != Filters(page=self.page)

    @property
    def first_day(self) -> str:
        """The first day that is wanted, in full; empty when there is none."""
        days = prefix_days(self.since) if self.since is not None else None
        return "" if days is None else date.fromordinal(days.first).isoformat()

    @property
    def last_day(self) -> str:
        """The last day that is wanted, in full; empty when there is none."""
        days = prefix_days(self.until) if self.until is not None else None
        return "" if days is None else date.fromordinal(days.last).isoformat()

    def has_kind(self, name: str) -> bool:
        """True when entries of that lane are wanted."""
        return not self.kinds or name in self.kinds

    def has_party(self, key: str) -> bool:
        """True when entries of the party of that key are wanted."""
        return not self.parties or key in self.parties

    def query(self, **changes: Any) -> str:
        """The filters as the query of an address, with some changed; empty when nothing is filtered."""
        changed = replace(self, **{"page": 1, **changes})
        pairs = [("kind", kind) for kind in changed.kinds] + [("party", key) for key in changed.parties]
        single = (("from", changed.since), ("to", changed.until), ("q", changed.text), ("page", changed.page if changed.page > 1 else None))
        return urlencode([*pairs, *((name, value) for name, value in single if value)])

    def apply(self, items: Iterable[Item]) -> list[Item]:
        """The items that are wanted, in their order (whatever page they stand on)."""
        words = [f" {word}" for word in folded(self.text).split()]
        first, last = (None if prefix is None else prefix_days(prefix) for prefix in (self.since, self.until))
        begin, end = (None if first is None else first.first), (None if last is None else last.last)
        return [item for item in items if self._wants(item, words) and _in_period(item, begin, end)]

    def shown_page(self, items: Sequence[Item]) -> Sequence[Item]:
        """Those of the wanted page."""
        return items[(self.page - 1) * PAGE : self.page * PAGE]

    def _wants(self, item: Item, words: Sequence[str]) -> bool:
        return (
            self.has_kind(item.lane)
            and (not self.parties or not set(self.parties).isdisjoint(item.keys))
            and all(word in item.words for word in words)
        )


def _in_period(item: Item, begin: int | None, end: int | None) -> bool:
    """True when the item's first day lies in the period; without one, only when there is no period."""
    if begin is None and end is None:
        return True
    return item.day is not None and (begin is None or item.day >= begin) and (end is None or item.day <= end)


def read(
    kinds: Sequence[str] = (),
    parties: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    text: str = "",
    page: int = 1,
) -> Filters:
    """The filters that an address asks for; what makes no sense in it is left out."""
    known = tuple(lane.name for lane in LANES if lane.name in kinds)
    keys = tuple(key for key in ("a", "b", "n") if key in parties)
    return Filters(
        kinds=() if len(known) == len(LANES) else known,
        parties=() if len(keys) == 3 else keys,
        since=_prefix(since),
        until=_prefix(until),
        text=" ".join(text.split())[:LONGEST],
        page=max(1, min(page, 10**6)),
    )


def _prefix(text: str | None) -> str | None:
    return text if text and prefix_days(text) is not None else None
