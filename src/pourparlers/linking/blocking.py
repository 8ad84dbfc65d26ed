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

from pourparlers.linking.features import Features, Name
from pourparlers.linking.wording import common_stems
from pourparlers.model.calendar import Days, iso
from pourparlers.model.naming import acronyms, fold, folded_words, name_words
from pourparlers.model.period import overlap

#: Comparisons that one key may ask for.
CROWD = 1500
#: Names, places and words that two claims must have in common, unless they are dated to one day.
SHARED = 2
#: Words in a run that two quotations must share to be compared whoever speaks.
RUN = 4
#: Days that a dated event may last and still be looked up by each of them.
LASTING = 4
#: Days by which two articles may differ on when the same words were said, and be compared.
TOLD_APART = 10

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """pairs: claims (by id, the smaller first) that share a key. crowded: keys left out because too many claims share them, with how many."""

    pairs: tuple[tuple[str, str], ...]
    crowded: tuple[tuple[Key, int], ...]


def block(claims: Iterable[Features]) -> Blocks:
    """The pairs of claims of different documents that are worth comparing."""
    ordered = sorted(claims, key=lambda c: c.claim)
    pairs: set[tuple[int, int]] = set()
    crowded: list[tuple[Key, int]] = []
    for hashed, members in _shared_keys(ordered):
        # With the vague ones all others are compared; the dated ones meet each other on their day.
        vague = [n // 2 for n in members if not n & 1]
        dated = [n // 2 for n in members if n & 1]
        if len(vague) * (len(vague) // 2 + len(dated)) > CROWD:
            crowded.append((_in_words(hashed, ordered[members[0] // 2]), len(members)))
        else:
            pairs.update(_pairs(vague, dated, ordered))
    return Blocks(tuple((ordered[a].claim, ordered[b].claim) for a, b in sorted(pairs)), tuple(sorted(crowded)))


def _shared_keys(claims: Sequence[Features]) -> Iterator[tuple[int, list[int]]]:
    """The keys that several claims share, and those claims: twice their index, and one more where the claim is dated and the key no day.

    There are tens of keys a claim, most of them nobody else's: they are kept as numbers and sorted, not held in a dictionary.
    """
    import numpy as np

    hashes, numbers = array("Q"), array("Q")
    for number, claim in enumerate(claims):
        dated = is_dated(claim)
        for key in keys(claim):
            hashes.append(_hash(key))
            numbers.append(2 * number + (dated and key[2] != "day"))
    found = np.frombuffer(hashes, dtype=np.uint64)
    order = np.argsort(found, kind="stable")
    sorted_hashes, members = found[order], np.frombuffer(numbers, dtype=np.uint64)[order]
    starts = np.flatnonzero(np.concatenate(([True], sorted_hashes[1:] != sorted_hashes[:-1]))) if len(found) else np.array([], dtype=np.int64)
    ends = np.append(starts[1:], len(found))
    several = np.flatnonzero(ends - starts > 1)
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield int(sorted_hashes[start]), members[start:end].tolist()


def _hash(key: Key) -> int:
    return int.from_bytes(blake2b("\t".join(key).encode(), digest_size=8).digest(), "big")


def _in_words(hashed: int, claim: Features) -> Key:
    """The key of a claim that has this hash."""
    return next(key for key in keys(claim) if _hash(key) == hashed)


def _pairs(vague: Sequence[int], dated: Sequence[int], claims: Sequence[Features]) -> Iterator[tuple[int, int]]:
    for a, b in itertools.chain(itertools.combinations(vague, 2), itertools.product(vague, dated)):
        left, right = claims[a], claims[b]
        if left.source.document != right.source.document and _worth_comparing(left, right):
            yield (a, b) if a < b else (b, a)


def _worth_comparing(left: Features, right: Features) -> bool:
    if not overlap(left.bounds, right.bounds, TOLD_APART if left.kind in ("statement", "position") else LASTING):
        return False
    return (is_dated(left) and is_dated(right)) or len(left.tokens & right.tokens) >= SHARED


def is_dated(claim: Features) -> bool:
    """True when the claim's own day is known, so that other dated ones meet it there."""
    begin = None if claim.days is None else claim.days.begin
    return claim.kind in ("event", "commitment") and begin is not None and len(begin) == 1


def keys(claim: Features) -> Iterator[Key]:
    """The keys of a claim, each once: its kind, its type, the sort of key, and what the key holds."""
    made = {"statement": _said_keys, "position": _said_keys, "figure": _figure_keys}.get(claim.kind, _event_keys)
    yield from sorted(set(made(claim)))


def _event_keys(claim: Features) -> Iterator[Key]:
    head = (claim.kind, claim.type)
    actors = sorted({k for name in (*claim.names, *claim.hosts) for k in _name_keys(name)})
    place = None if claim.place is None else fold(claim.place.name)
    begin = None if claim.days is None else claim.days.begin
    if begin is not None and is_dated(claim):
        for day in range(begin.first, min(claim.bounds.last, begin.first + LASTING - 1) + 1):
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
