"""What linking keeps of a document, so that it need not be read again when others come: numbers, and a few records.

A trace is disposable: it can always be made again from the reading. It is made in two steps, `Alone` from the reading itself, `Trace` once the
document's family, and its day as known together, are known.
"""

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pourparlers.linking.answers import Stand
from pourparlers.linking.contradictions import Count
from pourparlers.model.codec import from_json, to_json
from pourparlers.model.time import Published

Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]
_ARRAYS = ("shingles", "known", "asked", "keys", "holders", "first", "last", "dated", "tokens", "ends")
_SIGNED = frozenset({"holders", "first", "last", "dated", "ends"})


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """What a document gives by itself. digest: of its reading. outlet: who published it, the document itself where that is unknown.

    known: for each event whose day is known alone, the hash of its type and day. asked: those hashes on which the days of an open document's
    events could fall, empty where its own day is known. shingles: see `sketch`.
    """

    document: str
    digest: str
    outlet: str
    published: Published
    shingles: Hashes
    known: Hashes
    asked: Hashes

    @property
    def open(self) -> bool:
        """True when others may tell the document's day."""
        return len(self.asked) > 0


@dataclass(frozen=True, slots=True)
class Records:
    """What linking keeps of a document's claims. claims: their ids. clashes: pairs of claims that would give some document two days, found when
    this document was dated. published: its day as known together, None where others did not change it."""

    family: str
    published: Published | None
    clashes: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    counts: tuple[Count, ...]
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """A document as linking knows it.

    keys: the hashes of its claims' keys; holders: of each key twice the number of its claim, and one more where that is dated and the key no day.
    first, last, dated: of each claim, the days on which it can have been, and whether its own day is known. tokens: hashes of the claims' words and
    names, those of claim n ending at ends[n].
    """

    alone: Alone
    records: Records
    keys: Hashes
    holders: Numbers
    first: Numbers
    last: Numbers
    dated: Numbers
    tokens: Hashes
    ends: Numbers

    @property
    def stamp(self) -> str:
        """What the entries that the document tells of depend on."""
        return json.dumps([self.alone.digest, self.records.family, to_json(self.records.published)])
