"""Which claims are worth comparing: those that share a key.

Two events whose days are known meet on their day. One whose day is vague or unknown meets others of its type on what it shares with them in a
month or year (an actor, a place, a word), or at any time on a rare key: a name of its own, a pair of actors, an actor and a place, an actor and a
round. What somebody said is found by speaker, month and word, or by the words themselves; a figure by value and thing counted.
"""

import functools
import itertools
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from pourparlers.linking.features import Features, Name, tokens
from pourparlers.linking.hashes import Hashes, Numbers
from pourparlers.linking.kinds import RARE
from pourparlers.linking.when import SLACK, THIRD, delay
from pourparlers.linking.wording import common_stems
from pourparlers.model.calendar import Days, iso
from pourparlers.model.naming import acronyms, fold, folded_words, name_words

#: Words in a run that two quotations must share to be compared whoever speaks.
RUN = 4
#: Days that a dated event may last and still be looked up by each of them.
LASTING = 4
#: Days by which an article may misdate what was said.
MISDATED = 3

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Keyed:
    """The claims of one document as blocking sees them.

    claims: their ids. keys: the hashes of their keys; holders: of each key twice the number of its claim, and one more where that is dated and the
    key no day. first, last, dated: of each claim, the days on which it can have been, and whether its own day is known. tokens: the hashes of the
    claims' words and names, those of claim n ending at ends[n].
    """

    claims: tuple[str, ...]
    keys: Hashes
    holders: Numbers
    first: Numbers
    last: Numbers
    dated: Numbers
    tokens: Hashes
    ends: Numbers


def keyed(claims: Sequence[Features]) -> Keyed:
    """The claims of one document."""
    found, words, holders, ends = bytearray(), bytearray(), array("q"), array("q")
    for number, claim in enumerate(claims):
        dated = is_dated(claim)
        for key in _made(claim):
            found += _digest(key)
            holders.append(2 * number + (dated and key[2] != "day"))
        for token in tokens(claim):
            words += _word_digest(token)
        ends.append(len(words) // 8)
    slack = [MISDATED * (c.kind in ("statement", "position")) for c in claims]
    return Keyed(
        tuple(c.claim for c in claims),
        np.frombuffer(found, dtype=">u8").astype(np.uint64),
        np.array(holders, dtype=np.int64),
        np.array([c.bounds.first - s for c, s in zip(claims, slack, strict=True)], dtype=np.int64),
        np.array([c.bounds.last + delay(c) + s for c, s in zip(claims, slack, strict=True)], dtype=np.int64),
        np.array([is_dated(c) for c in claims], dtype=np.int64),
        np.frombuffer(words, dtype=">u8").astype(np.uint64),
        np.array(ends, dtype=np.int64),
    )


@functools.lru_cache(maxsize=262144)
def _word_digest(word: str) -> bytes:
    return _digest((word,))


def _digest(key: Key) -> bytes:
    return blake2b("\t".join(key).encode(), digest_size=8).digest()


def in_words(hashed: int, claim: Features) -> str:
    """The key of a claim that has this hash."""
    return " ".join(next(key for key in _made(claim) if int.from_bytes(_digest(key), "big") == hashed))


def is_dated(claim: Features) -> bool:
    """True when the claim's own day is known, or a third of a month, so that other dated ones meet it there."""
    begin = None if claim.days is None else claim.days.begin
    return claim.kind in ("event", "commitment") and begin is not None and len(begin) <= THIRD


def _made(claim: Features) -> set[Key]:
    """The keys of a claim, each once: its kind, its type, the sort of key, and what the key holds."""
    return set({"statement": _said_keys, "position": _said_keys, "figure": _figure_keys}.get(claim.kind, _event_keys)(claim))


def _event_keys(claim: Features) -> Iterator[Key]:
    head = (claim.kind, claim.type)
    actors = sorted({k for name in (*claim.names, *claim.hosts) for k in _name_keys(name)})
    place = None if claim.place is None else fold(claim.place.name)
    begin = None if claim.days is None else claim.days.begin
    if begin is not None and is_dated(claim):
        for day in range(*_days_of(claim, begin)):
            yield (*head, "day", str(day))
    words = [*actors, *sorted(claim.all_stems - common_stems()), *(() if place is None else (f"@{place}",))]
    for period, word in itertools.product(_periods(begin or claim.source.published), words):
        yield (*head, "period", period, word)
    if claim.title:
        yield (*head, "title", *claim.title)
    if claim.subtype in RARE and place is not None:
        yield (*head, "rare", str(claim.subtype), place)
    for pair in itertools.combinations(actors, 2):
        yield (*head, "pair", *pair)
    for actor in actors:
        if place is not None and claim.place is not None and claim.place.precision != "country":
            yield (*head, "place", place, actor)
        if claim.round is not None:
            yield (*head, "round", str(claim.round), actor)


def _days_of(claim: Features, begin: Days) -> tuple[int, int]:
    """The days on which others are compared with a dated claim, the last left out."""
    if len(begin) > 1:
        return begin.first - SLACK, begin.last + SLACK + 1
    return begin.first, max(min(claim.bounds.last, begin.first + LASTING - 1), begin.first + delay(claim)) + 1


def _periods(days: Days | None) -> tuple[str, ...]:
    """The months that a short span touches (and their years, for what is known by its year only); the years of a long one."""
    if days is None:
        return ()
    if len(days) > 62:
        return tuple(sorted({iso(days.first)[:4], iso(days.last)[:4]}))
    return tuple(sorted({iso(day)[:length] for day in (max(1, days.first - 3), days.last + 3) for length in (4, 7)}))


def _months(days: Days | None) -> tuple[str, ...]:
    return ("",) if days is None or len(days) > 62 else tuple(p for p in _periods(days) if len(p) == 7)


@functools.lru_cache(maxsize=65536)
def _name_keys(name: Name) -> frozenset[str]:
    """Keys that two forms of one name share: the first and the last word that tell something, acronyms, the side."""
    found: set[str] = set()
    for form in name:
        words = [w for w in folded_words(form) if w in name_words(form)]
        found.update(words[:1], words[-1:], acronyms(form))
    return frozenset(found)


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
