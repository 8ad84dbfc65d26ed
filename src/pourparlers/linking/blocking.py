"""Which claims are worth comparing: those that share a key.

Two events whose days are known meet on their day. One whose day is vague or unknown meets others of its type on what it shares with them in a
month or year (an actor, a place, a word), or at any time on a rare key: a pair of actors, an actor and a place, an actor and a round. What
somebody said is found by speaker, month and word, or by the words themselves; a figure by value and thing counted.
A key that too many claims share tells nothing: its claims are not compared for it, and it is reported.
"""

import itertools
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking.features import Features, Name
from pourparlers.linking.when import delay
from pourparlers.linking.wording import common_stems
from pourparlers.model.calendar import Days, iso
from pourparlers.model.naming import acronyms, fold, folded_words, name_words

#: Comparisons that one key may ask for.
CROWD = 1500
#: Names, places and words that two claims must have in common, unless they are dated to one day.
SHARED = 2
#: Words in a run that two quotations must share to be compared whoever speaks.
RUN = 4
#: Days that a dated event may last and still be looked up by each of them.
LASTING = 4
#: Days by which an article may misdate what was said.
MISDATED = 3

#: Pairs that are held before those told by several keys are made one, and pairs that are looked at at once.
_HELD, _SLICE = 8_000_000, 100_000

Key = tuple[str, ...]
Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Blocks:
    """claims: sorted by id. codes: the pairs worth comparing, each as the index of the smaller times the number of claims, plus that of the other.
    crowded: keys left out because too many claims share them, with how many."""

    claims: tuple[Features, ...]
    codes: Numbers
    crowded: tuple[tuple[Key, int], ...]

    def pairs(self) -> Iterator[tuple[Features, Features]]:
        """The pairs of claims, the smaller id first, in the order of ids. Unless both are dated, they have names, places or words in common."""
        dated = [is_dated(claim) for claim in self.claims]
        for start in range(0, len(self.codes), _SLICE):
            for code in self.codes[start : start + _SLICE].tolist():
                a, b = divmod(code, len(self.claims))
                left, right = self.claims[a], self.claims[b]
                if (dated[a] and dated[b]) or len(left.tokens & right.tokens) >= SHARED:
                    yield left, right


def block(claims: Iterable[Features]) -> Blocks:
    """The pairs of claims of different documents that are worth comparing."""
    ordered = tuple(sorted(claims, key=lambda c: c.claim))
    near = _Near(ordered)
    codes: list[Numbers] = [np.array([], dtype=np.int64)]
    crowded: list[tuple[Key, int]] = []
    held = 0
    for (vague, dated), hashes, members in _shared_keys(ordered):
        # With the vague ones all others are compared; the dated ones meet each other on their day.
        if vague * (vague // 2 + dated) > CROWD:
            crowded.extend((_in_words(h, ordered[m]), vague + dated) for h, m in zip(hashes.tolist(), members[:, 0].tolist(), strict=True))
            continue
        left, right = np.triu_indices(vague, k=1, m=vague + dated)
        codes.append(near.pairs(members[:, left].ravel(), members[:, right].ravel()))
        held += len(codes[-1])
        if held > _HELD:
            codes, held = [np.unique(np.concatenate(codes))], 0
    return Blocks(ordered, np.unique(np.concatenate(codes)), tuple(sorted(crowded)))


class _Near:
    """Tells pairs of claims of different documents that can be of one time."""

    def __init__(self, claims: Sequence[Features]) -> None:
        numbers: dict[str, int] = {}
        self._documents = np.array([numbers.setdefault(c.source.document, len(numbers)) for c in claims], dtype=np.int64)
        slack = np.array([MISDATED * (c.kind in ("statement", "position")) for c in claims], dtype=np.int64)
        self._first = np.array([c.bounds.first for c in claims], dtype=np.int64) - slack
        self._last = np.array([c.bounds.last + delay(c) for c in claims], dtype=np.int64) + slack

    def pairs(self, left: Numbers, right: Numbers) -> Numbers:
        """Those of the pairs, as codes."""
        fit = self._documents[left] != self._documents[right]
        fit &= (self._first[left] <= self._last[right] + LASTING) & (self._first[right] <= self._last[left] + LASTING)
        a, b = left[fit], right[fit]
        return np.unique(np.minimum(a, b) * len(self._documents) + np.maximum(a, b))


def _shared_keys(claims: Sequence[Features]) -> Iterator[tuple[tuple[int, int], Hashes, Numbers]]:
    """The keys that several claims share: all those with so many vague and so many dated claims at once, the hashes of the keys and, of each, its
    claims, the vague ones first. A claim is dated here where its day is known and the key is no day.

    There are tens of keys a claim, most of them nobody else's: they are kept as numbers and sorted, not held in a dictionary.
    """
    buffer, numbers = bytearray(), array("q")
    for number, claim in enumerate(claims):
        dated = is_dated(claim)
        for key in _made(claim):
            buffer += _digest(key)
            numbers.append(2 * number + (dated and key[2] != "day"))
    found, members = np.frombuffer(buffer, dtype=">u8").astype(np.uint64), np.frombuffer(numbers, dtype=np.int64)
    order = np.lexsort((members >> 1, members & 1, found))
    found, members = found[order], members[order]
    starts = np.flatnonzero(np.concatenate(([True], found[1:] != found[:-1]))) if len(found) else np.array([], dtype=np.int64)
    sizes = np.diff(np.append(starts, len(found)))
    dated_before = np.concatenate(([0], np.cumsum(members & 1)))
    dates = dated_before[starts + sizes] - dated_before[starts]
    several = np.flatnonzero(sizes > 1)
    starts, sizes, dates = starts[several], sizes[several], dates[several]
    for size, dated_ones in np.unique(np.stack([sizes, dates], axis=1), axis=0).tolist():
        here = starts[(sizes == size) & (dates == dated_ones)]
        yield (size - dated_ones, dated_ones), found[here], members[here[:, None] + np.arange(size)] >> 1


def _digest(key: Key) -> bytes:
    return blake2b("\t".join(key).encode(), digest_size=8).digest()


def _in_words(hashed: int, claim: Features) -> Key:
    """The key of a claim that has this hash."""
    return next(key for key in keys(claim) if int.from_bytes(_digest(key), "big") == hashed)


def is_dated(claim: Features) -> bool:
    """True when the claim's own day is known, so that other dated ones meet it there."""
    begin = None if claim.days is None else claim.days.begin
    return claim.kind in ("event", "commitment") and begin is not None and len(begin) == 1


def keys(claim: Features) -> Iterator[Key]:
    """The keys of a claim, each once: its kind, its type, the sort of key, and what the key holds."""
    yield from sorted(_made(claim))


def _made(claim: Features) -> set[Key]:
    return set({"statement": _said_keys, "position": _said_keys, "figure": _figure_keys}.get(claim.kind, _event_keys)(claim))


def _event_keys(claim: Features) -> Iterator[Key]:
    head = (claim.kind, claim.type)
    actors = sorted({k for name in (*claim.names, *claim.hosts) for k in _name_keys(name)})
    place = None if claim.place is None else fold(claim.place.name)
    begin = None if claim.days is None else claim.days.begin
    if begin is not None and is_dated(claim):
        for day in range(begin.first, max(min(claim.bounds.last, begin.first + LASTING - 1), begin.first + delay(claim)) + 1):
            yield (*head, "day", str(day))
    words = [*actors, *sorted(claim.all_stems - common_stems()), *(() if place is None else (f"@{place}",))]
    for period, word in itertools.product(_periods(begin or claim.source.published), words):
        yield (*head, "period", period, word)
    for pair in itertools.combinations(actors, 2):
        yield (*head, "pair", *pair)
    for actor in actors:
        if place is not None and claim.place is not None and claim.place.precision != "country":
            yield (*head, "place", place, actor)
        if claim.round is not None:
            yield (*head, "round", str(claim.round), actor)


def _periods(days: Days | None) -> tuple[str, ...]:
    """The months that a short span touches (and their years, for what is known by its year only); the years of a long one."""
    if days is None:
        return ()
    if len(days) > 62:
        return tuple(sorted({iso(days.first)[:4], iso(days.last)[:4]}))
    return tuple(sorted({iso(day)[:length] for day in (max(1, days.first - 3), days.last + 3) for length in (4, 7)}))


def _months(days: Days | None) -> tuple[str, ...]:
    return ("",) if days is None or len(days) > 62 else tuple(p for p in _periods(days) if len(p) == 7)


def _name_keys(name: Name) -> set[str]:
    """Keys that two forms of one name share: the first and the last word that tell something, acronyms, the side."""
    found: set[str] = set()
    for form in name:
        words = [w for w in folded_words(form) if w in name_words(form)]
        found.update(words[:1], words[-1:], acronyms(form))
    return found


def _said_keys(claim: Features) -> Iterator[Key]:
    words = claim.quote.split()
    for i in range(max(0, len(words) - RUN + 1)):
        yield (claim.kind, claim.type, "run", *words[i : i + RUN])
    actors = {key for name in claim.names for key in _name_keys(name)}
    for month, actor, stem in itertools.product(_months(_told(claim)), actors, claim.stems - common_stems()):
        yield (claim.kind, claim.type, "said", month, actor, stem)


def _figure_keys(claim: Features) -> Iterator[Key]:
    for month, stem in itertools.product(_months(_told(claim)), claim.stems):
        yield ("figure", claim.type, "value", f"{claim.value:g}", month, stem)
    for month, pair in itertools.product(_months(_told(claim)), itertools.combinations(sorted(claim.stems), 2)):
        yield ("figure", claim.type, "counted", month, *pair)


def _told(claim: Features) -> Days | None:
    begin = None if claim.days is None else claim.days.begin
    return begin or claim.source.published
