"""Who met whom, who brought them together and who speaks for them, as a drawing: the parties on either side, all others between them.

Where everybody stands follows from the rows alone, so that the same dossier gives the same drawing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pourparlers.views.contacts import ContactRow
from pourparlers.views.statements import StatementRow
from pourparlers.web.parties import Parties

#: The width of the drawing, where the parties and those who speak for them stand, how far apart rows are, and half the width of the oval between.
_WIDTH, _PARTY, _SPEAKER, _ROW, _LINE, _OVAL = 960, 280, 172, 46, 25, 150
#: How many stand between the parties, and how many speakers beside each of them.
_MOST_BETWEEN, _MOST_SPEAKERS = 10, 7
_LONGEST = 22
#: How near the upright axis a label stands above or below, and how near the line between the parties, whose names stand there.
_AXIS, _FREE = 20, 60


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the drawing. kind: "party", "other", "mediator" or "speaker". key: of the colour. told: how often it meets, mediates or speaks.
    anchor: where its label stands: "start", "middle" or "end"."""

    name: str
    kind: str
    key: str
    told: int
    x: int
    y: int
    radius: int
    anchor: str

    @property
    def label(self) -> str:
        """Its name, cut where it is too long for its place."""
        return self.name if len(self.name) <= _LONGEST else self.name[: _LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two. kind: "met", "mediated" or "spoke". times: how often. entry: the id of the latest of it, None when there is none to show.
    path: of the SVG. x, y: where its number stands."""

    kind: str
    one: str
    other: str
    times: int
    entry: str | None
    path: str
    width: float
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Network:
    """width, height: of the drawing. left_out: how many that met are not in it. between_parties: the parties that have a colour stand at its ends."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    between_parties: bool


def draw(contacts: Sequence[ContactRow], statements: Iterable[StatementRow], parties: Parties) -> Network | None:
    """The drawing; None when nobody met anybody."""
    if not contacts:
        return None
    met: Counter[str] = Counter()
    for row in contacts:
        met.update({row.one: row.times, row.other: row.times})
    ranked = sorted(met, key=lambda name: (-met[name], name))
    ends = _ends(ranked, parties)
    thirds = Counter(third for row in contacts for third in row.third_parties if third not in met)
    between = [name for name in ranked if name not in ends] + sorted(thirds, key=lambda name: (-thirds[name], name))
    speakers = _speakers(statements, ends, met)
    height = _height(len(between[:_MOST_BETWEEN]), max(map(len, speakers.values()), default=0))
    nodes = _placed(ends, between[:_MOST_BETWEEN], speakers, height, met + thirds, parties)
    edges = (*_spoken(speakers, nodes), *_mediated(contacts, nodes), *_met(contacts, nodes))
    return Network(_WIDTH, height, tuple(nodes.values()), edges, len(between[_MOST_BETWEEN:]), len(ends) == 2 and set(ends) == set(parties.names))


def _ends(ranked: Sequence[str], parties: Parties) -> tuple[str, ...]:
    """Who stands to the left and to the right: the parties that have a colour, else those who met most often."""
    named = [name for name in parties.names if name in ranked]
    return tuple([*named, *(name for name in ranked if name not in named)][:2])


def _speakers(statements: Iterable[StatementRow], ends: Sequence[str], met: Counter[str]) -> dict[str, list[tuple[str, int, str]]]:
    """For either party those who speak for it most often: name, how often, the last thing said."""
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], str] = {}
    for row in statements:
        if row.side in ends and row.speaker not in met and row.speaker[:1].isupper():
            counts[row.side or "", row.speaker] += 1
            last[row.side or "", row.speaker] = row.id
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for (side, speaker), times in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(found[side]) < _MOST_SPEAKERS:
            found[side].append((speaker, times, last[side, speaker]))
    return found


def _height(between: int, speakers: int) -> int:
    return max(2 * math.ceil(between / 2) * _ROW + 2 * _ROW, speakers * _LINE + 80, 220)


def _placed(
    ends: Sequence[str],
    between: Sequence[str],
    speakers: dict[str, list[tuple[str, int, str]]],
    height: int,
    told: Counter[str],
    parties: Parties,
) -> dict[str, Node]:
    """Everybody where they stand. The line between the parties is left free."""
    middle, most = height // 2, max(told.values())
    nodes: dict[str, Node] = {}
    for i, name in enumerate(ends):
        x = _PARTY if i == 0 else _WIDTH - _PARTY
        nodes[name] = Node(name, "party", parties.key(name), told[name], x, middle, 20, "middle")
        for j, (speaker, times, _) in enumerate(speakers.get(name, [])):
            y = round(middle + (j - (len(speakers[name]) - 1) / 2) * _LINE)
            at, anchor = (_SPEAKER, "end") if i == 0 else (_WIDTH - _SPEAKER, "start")
            nodes.setdefault(speaker, Node(speaker, "speaker", parties.key(name), times, at, y, 4, anchor))
    for name, (x, y) in zip(between, _ring(len(between), height), strict=True):
        radius = round(6 + 9 * math.sqrt(told[name] / most))
        nodes.setdefault(name, Node(name, "other", parties.key(name), told[name], x, y, radius, _anchor(x, y - middle)))
    return nodes


def _anchor(x: int, y: int) -> str:
    """Where the label of somebody between the parties stands: outwards, where it has room there, so that labels side by side do not meet.
    y: from the line between the parties."""
    outwards = x - _WIDTH // 2
    return "middle" if abs(outwards) < _AXIS or abs(y) < _FREE else "start" if outwards > 0 else "end"


def _ring(count: int, height: int) -> Iterator[tuple[int, int]]:
    """Places on an oval between the parties, above and below their line by turns, those of the first nearest to its top and bottom."""
    for i in range(count):
        above, rank, beside = i % 2 == 0, i // 2, (count + (1 if i % 2 == 0 else 0)) // 2
        steps = (rank + 1) // 2 * (1 if rank % 2 else -1)
        angle = math.radians(90 + steps * 140 / max(beside, 2))
        y = math.sin(angle) * (height / 2 - _ROW) * (-1 if above else 1)
        yield round(_WIDTH / 2 + math.cos(angle) * _OVAL), round(height / 2 + y)


def _met(contacts: Iterable[ContactRow], nodes: dict[str, Node]) -> list[Edge]:
    rows = [row for row in contacts if row.one in nodes and row.other in nodes]
    most = max((row.times for row in rows), default=1)
    widths = (round(1.2 + 4 * math.sqrt((row.times - 1) / max(most - 1, 1)), 1) for row in rows)
    return [_edge("met", nodes[row.one], nodes[row.other], row.times, row.events[-1], width) for row, width in zip(rows, widths, strict=True)]


def _mediated(contacts: Iterable[ContactRow], nodes: dict[str, Node]) -> list[Edge]:
    """Who brought somebody together with another, once for each."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in contacts:
        for third in row.third_parties:
            for side in (row.one, row.other):
                if third in nodes and side in nodes and third != side:
                    found[third, side].extend(row.events)
    return [_edge("mediated", nodes[a], nodes[b], len(dict.fromkeys(ids)), ids[-1], 1.6) for (a, b), ids in found.items()]


def _spoken(speakers: dict[str, list[tuple[str, int, str]]], nodes: dict[str, Node]) -> list[Edge]:
    told = ((side, one) for side, found in speakers.items() for one in found)
    return [_edge("spoke", nodes[name], nodes[side], times, last, 1) for side, (name, times, last) in told if nodes[name].kind == "speaker"]


def _edge(kind: str, one: Node, other: Node, times: int, entry: str, width: float) -> Edge:
    path = f"M{one.x} {one.y}L{other.x} {other.y}"
    return Edge(kind, one.name, other.name, times, entry, path, width, (one.x + other.x) // 2, (one.y + other.y) // 2)
