"""What linking keeps of a document, so that it need not be read again when others come: numbers, and a few records.

A trace is disposable: it can always be made again from the reading. It is made in two steps, `Alone` from the reading itself, `Trace` once the
document's family, and its day as known together, are known.
"""

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any

import numpy as np

from pourparlers.linking.answers import Stand
from pourparlers.linking.blocking import Keyed
from pourparlers.linking.contradictions import Count
from pourparlers.linking.families import Kin
from pourparlers.linking.hashes import Hashes
from pourparlers.linking.years import names_in
from pourparlers.model.claim import Reading
from pourparlers.model.codec import from_json, to_json
from pourparlers.model.naming import fold
from pourparlers.model.time import Published

_ALONE = ("shingles", "known", "asked", "names")
_KEYED = ("keys", "holders", "first", "last", "dated", "tokens", "ends")
_SIGNED = frozenset({"holders", "first", "last", "dated", "ends"})


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """What a document gives by itself. digest: of its reading. outlet: who published it, folded, the document itself where that is unknown.

    known: for each event whose day is known alone, the hash of its type and day. asked: those hashes on which the days of an open document's
    events could fall, empty where its own day is known. shingles: see `sketch`. names: hashes of those whom it names, sorted, each once; only kept
    where its year is known, or a guess.
    """

    document: str
    digest: str
    outlet: str
    published: Published
    shingles: Hashes
    known: Hashes
    asked: Hashes
    names: Hashes

    @property
    def open(self) -> bool:
        """True when others may tell the document's day."""
        return len(self.asked) > 0

    @property
    def year_is_guessed(self) -> bool:
        """True when the dossier may tell the document's year."""
        return len(self.published.other_years) > 0


@dataclass(frozen=True, slots=True)
class Records:
    """What linking keeps of a document's claims. published: the document's day as known together, None where others did not change it.
    by_events: that day as events told by others alone give it. clashes: pairs of claims that would give it two days."""

    kin: Kin
    published: Published | None
    by_events: Published | None
    clashes: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    counts: tuple[Count, ...]
    stands: tuple[Stand, ...]

    @property
    def family(self) -> str:
        """The smallest id of the document's family."""
        return self.kin.family


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """A document as linking knows it."""

    alone: Alone
    records: Records
    keyed: Keyed

    @property
    def stamp(self) -> str:
        """What the entries that the document tells of depend on."""
        return json.dumps([self.alone.digest, self.records.family, to_json(self.records.published)])


def to_bytes(trace: Trace) -> bytes:
    """The trace in bytes: the sizes of what follows, a head in JSON, and the arrays."""
    alone, records = trace.alone, trace.records
    head = [
        [alone.document, alone.digest, alone.outlet, to_json(alone.published)],
        [records.kin.family, records.kin.copied, to_json(records.published), to_json(records.by_events), records.clashes, records.claims],
        [_values(count) for count in records.counts],
        [_values(stand) for stand in records.stands],
    ]
    text = json.dumps(head, ensure_ascii=True, separators=(",", ":")).encode()
    arrays = [*(getattr(alone, name) for name in _ALONE), *(getattr(trace.keyed, name) for name in _KEYED)]
    sizes = struct.pack(f"<{len(arrays) + 1}I", len(text), *map(len, arrays))
    return b"".join((sizes, text, *(array.astype("<u8" if array.dtype == np.uint64 else "<i8").tobytes() for array in arrays)))


def from_bytes(data: bytes) -> Trace:
    """The trace that `to_bytes` wrote."""
    names = (*_ALONE, *_KEYED)
    sizes = struct.unpack_from(f"<{len(names) + 1}I", data)
    start = 4 * len(sizes)
    (document, digest, outlet, alone), kept, counts, stands = json.loads(data[start : start + sizes[0]])
    family, copied, published, by_events, clashes, claims = kept
    start += sizes[0]
    found = {}
    for name, size in zip(names, sizes[1:], strict=True):
        found[name] = np.frombuffer(data, dtype="<i8" if name in _SIGNED else "<u8", count=size, offset=start)
        start += 8 * size
    records = Records(
        Kin(family, copied),
        None if published is None else from_json(Published, published),
        None if by_events is None else from_json(Published, by_events),
        tuple((left, right) for left, right in clashes),
        tuple(claims),
        tuple(Count(*_restored(row)) for row in counts),
        tuple(Stand(*_restored(row)) for row in stands),
    )
    known = Alone(document, digest, outlet, from_json(Published, alone), *(found[name] for name in _ALONE))
    return Trace(known, records, Keyed(records.claims, *(found[name] for name in _KEYED)))


def _values(record: Count | Stand) -> list[object]:
    """The values of a record, in the order of its fields. There are several records a document: the codec would take longer than all else."""
    return [getattr(record, f.name) for f in fields(record)]


def _restored(values: list[Any]) -> list[Any]:
    return [tuple(value) if isinstance(value, list) else value for value in values]


def alone_of(reading: Reading, digest: str, known: Iterable[tuple[str, int]], asked: Iterable[tuple[str, int]]) -> Alone:
    """What a document gives by itself. known, asked: types and days of events, see `Alone`."""
    shingles = np.unique(np.asarray(reading.shingles, dtype=np.uint64))
    outlet = fold(reading.metadata.outlet or "") or reading.document
    published = reading.dated.published
    return Alone(reading.document, digest, outlet, published, shingles, _hashes(known), _hashes(asked), _name_hashes(reading))


def day_hash(type_: str, day: int) -> int:
    """A type of event and a day as one number."""
    return int.from_bytes(blake2b(f"{type_}\t{day}".encode(), digest_size=8).digest(), "big")


def _name_hashes(reading: Reading) -> Hashes:
    """The hashes of the names in a document that has a say in the year of others, or is to be told its own."""
    names = names_in(reading) if reading.dated.published.best is not None else ()
    return np.array(sorted({int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big") for name in names}), dtype=np.uint64)


def _hashes(found: Iterable[tuple[str, int]]) -> Hashes:
    return np.array(sorted({day_hash(type_, day) for type_, day in found}), dtype=np.uint64)
