"""Which claims are worth comparing: those that share a key.

A dated event is found by its type and day, or by its type, month and one of its actors; one without a day by rare keys: a pair of actors, a
place, a round. What somebody said is found by speaker and word, or by the words themselves; a figure by value and thing counted.
A key that too many claims share tells nothing: its claims are not compared for it, and it is reported.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparlers.linking.features import Features, Name
from pourparlers.model.calendar import Days, iso
from pourparlers.model.naming import acronyms, fold, folded_words, name_words

#: Claims that may share a key.
CROWD = 120
#: Words in a run that two quotations must share to be compared whoever speaks.
RUN = 4

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """pairs: claims (by id, the smaller first) that share a key. crowded: keys left out because too many claims share them, with how many."""

    pairs: tuple[tuple[str, str], ...]
    crowded: tuple[tuple[Key, int], ...]


def block(claims: Iterable[Features]) -> Blocks:
    """The pairs of claims of different documents that are worth comparing."""
    holders: dict[Key, list[Features]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.claim):
        for key in sorted(set(keys(claim))):
            holders[key].append(claim)
    pairs: set[tuple[str, str]] = set()
    crowded = []
    for key, block_ in holders.items():
        if len(block_) > CROWD:
            crowded.append((key, len(block_)))
        else:
            pairs.update(_pairs(block_))
    return Blocks(tuple(sorted(pairs)), tuple(sorted(crowded)))


def _pairs(claims: Sequence[Features]) -> Iterator[tuple[str, str]]:
    for a, b in itertools.combinations(claims, 2):
        if a.source.document != b.source.document:
            yield a.claim, b.claim


def keys(claim: Features) -> Iterator[Key]:
    """The keys of a claim."""
    if claim.kind in ("statement", "position"):
        yield from _said_keys(claim)
    elif claim.kind == "figure":
        yield from _figure_keys(claim)
    else:
        yield from _event_keys(claim)


def _event_keys(claim: Features) -> Iterator[Key]:
    actors = sorted({k for name in (*claim.names, *claim.hosts) for k in _name_keys(name)})
    head = (claim.kind, claim.type)
    begin = None if claim.days is None else claim.days.begin
    if begin is not None and len(begin) == 1:
        yield (*head, "day", str(begin.first))
    rare = [*actors, *(() if claim.place is None else (f"@{fold(claim.place.name)}",)), *(f"~{s}" for s in sorted(claim.stems))]
    for period in _periods(begin or claim.source.published):
        for key in rare:
            yield (*head, "period", period, key)
    for pair in itertools.combinations(actors, 2):
        yield (*head, "pair", *pair)
    if claim.place is not None and claim.place.precision != "country":
        for key in actors:
            yield (*head, "place", fold(claim.place.name), key)
    if claim.round is not None:
        for key in actors:
            yield (*head, "round", str(claim.round), key)


def _periods(days: Days | None) -> tuple[str, ...]:
    """The months that a short span touches, with those around a vague one; the year of a long one."""
    if days is None:
        return ()
    if len(days) > 62:
        return (iso(days.first)[:4], iso(days.last)[:4])
    return tuple(sorted({iso(d)[:n] for d in (days.first - 3, days.last + 3) if d > 0 for n in (4, 7)}))


def _name_keys(name: Name) -> set[str]:
    """Keys that two forms of one name share: the last word that tells something, acronyms, the side."""
    found = set()
    for form in name:
        words = [w for w in folded_words(form) if w in name_words(form)]
        found.update(words[-1:])
        found.update(acronyms(form))
        if len(words) > 1:
            found.add(words[0])
    return found


def _said_keys(claim: Features) -> Iterator[Key]:
    words = claim.quote.split()
    for i in range(max(0, len(words) - RUN + 1)):
        yield (claim.kind, "run", *words[i : i + RUN])
    for name in claim.names:
        for key in _name_keys(name):
            for stem in claim.stems:
                yield (claim.kind, claim.type, key, stem)


def _figure_keys(claim: Features) -> Iterator[Key]:
    for stem in claim.stems:
        yield ("figure", f"{claim.value:g}", stem)
    for pair in itertools.combinations(sorted(claim.stems), 2):
        yield ("figure", *pair)
