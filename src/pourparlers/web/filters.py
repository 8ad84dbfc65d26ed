"""Filters of the chronicle and of the disagreements, as they stand in addresses:
`?kind=talks&party=a&state=disputed&who=Anton+Brisk&from=2022-03&to=2022-04&q=couloir&page=2`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from pourparlers.model.calendar import prefix_days
from pourparlers.web.lanes import LANES
from pourparlers.web.scene import folded

#: Rows of a page, and as many characters of a question as are looked at.
PAGE, LONGEST = 100, 200
#: How well an entry stands, and the keys of parties, in the order of the forms.
STATES, KEYS = ("established", "reported", "disputed"), ("a", "b", "n")
_LANES = tuple(lane.name for lane in LANES)


class Filtered(Protocol):
    """What filters look at. lane: its kind. day: an ordinal, None when unknown. keys: of its parties. words: all its words, folded."""

    @property
    def lane(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def day(self) -> int | None: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def who(self) -> frozenset[str]: ...
    @property
    def words(self) -> str: ...


F = TypeVar("F", bound=Filtered)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted of the chronicle. kinds, parties, states: empty for all. who: who acts, speaks or claims, "" for everybody.
    since, until: ISO prefixes. page: from 1."""

    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    who: str = ""
    since: str | None = None
    until: str | None = None
    text: str = ""
    page: int = 1

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

    def has_state(self, state: str) -> bool:
        """True when entries that stand so are wanted."""
        return not self.states or state in self.states

    def query(self, **changes: Any) -> str:
        """The filters as the query of an address, with some changed; empty when nothing is filtered."""
        changed = replace(self, **{"page": 1, **changes})
        several = (("kind", changed.kinds), ("party", changed.parties), ("state", changed.states))
        page = str(changed.page) if changed.page > 1 else None
        single = (("who", changed.who), ("from", changed.since), ("to", changed.until), ("q", changed.text), ("page", page))
        pairs = [(name, value) for name, values in several for value in values] + [(name, value) for name, value in single if value]
        return urlencode(pairs)

    def apply(self, items: Iterable[F]) -> list[F]:
        """The items that are wanted, in their order (whatever page they stand on)."""
        words = [f" {word}" for word in folded(self.text).split()]
        first, last = (None if prefix is None else prefix_days(prefix) for prefix in (self.since, self.until))
        begin, end = (None if first is None else first.first), (None if last is None else last.last)
        return [item for item in items if self._wants(item, words) and _in_period(item, begin, end)]

    def shown_page(self, items: Sequence[F]) -> Sequence[F]:
        """Those of the wanted page."""
        return items[(self.page - 1) * PAGE : self.page * PAGE]

    def _wants(self, item: Filtered, words: Sequence[str]) -> bool:
        return (
            self.has_kind(item.lane)
            and self.has_state(item.state)
            and self.who in ("", *item.who)
            and (not self.parties or not set(self.parties).isdisjoint(item.keys))
            and all(word in item.words for word in words)
        )


def _in_period(item: Filtered, begin: int | None, end: int | None) -> bool:
    """True when the item's first day lies in the period; without one, only when there is no period."""
    if begin is None and end is None:
        return True
    return item.day is not None and (begin is None or item.day >= begin) and (end is None or item.day <= end)


def read(query: QueryParams, kinds: tuple[str, ...] = _LANES) -> Filters:
    """The filters that an address asks for; what makes no sense in it is left out. kinds: those that there are."""
    number = query.get("page", "")
    return Filters(
        kinds=_some(query.getlist("kind"), kinds),
        parties=_some(query.getlist("party"), KEYS),
        states=_some(query.getlist("state"), STATES),
        who=query.get("who", "")[:LONGEST],
        since=_prefix(query.get("from")),
        until=_prefix(query.get("to")),
        text=" ".join(query.get("q", "").split())[:LONGEST],
        page=max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1,
    )


def _some(asked: Sequence[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the known words that are asked for, in their order; none when all are."""
    found = tuple(word for word in known if word in asked)
    return () if found == known else found


def _prefix(text: str | None) -> str | None:
    return text if text and prefix_days(text) is not None else None
