"""Copies what the pages need from npm packages into the package: fonts and the base map, with their versions and licences.

For developers, on demand: `python tools/vendor.py`. Needs npm; nothing of it is needed to install, build or run Pourparlers.
"""

import io
import itertools
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "src" / "pourparlers" / "web" / "static"

NEWSREADER = "@fontsource-variable/newsreader@5.3.0"
INTER = "@fontsource-variable/inter@5.3.0"
ATLAS = "world-atlas@2.0.2"

#: Which file of which package becomes which of ours.
FONTS = (
    (NEWSREADER, "files/newsreader-latin-wght-normal.woff2", "newsreader.woff2"),
    (INTER, "files/inter-latin-wght-normal.woff2", "inter.woff2"),
    (NEWSREADER, "LICENSE", "newsreader-OFL.txt"),
    (INTER, "LICENSE", "inter-OFL.txt"),
)

#: Coordinates are kept as whole hundredths of a degree; points nearer than that to the line between their neighbours are left out,
#: and so are islands of less than so many square degrees.
SCALE, TOLERANCE, LEAST_AREA = 100, 0.03, 0.02

Point = tuple[float, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        packages = {name: _unpack(name, Path(folder)) for name in (NEWSREADER, INTER, ATLAS)}
    for package, source, target in FONTS:
        (STATIC / target).write_bytes(packages[package][f"package/{source}"])
    topology = json.loads(packages[ATLAS]["package/countries-50m.json"])
    (STATIC / "basemap.json").write_text(json.dumps(basemap(topology), separators=(",", ":")) + "\n", encoding="utf-8")
    (STATIC / "VENDORED.md").write_text(_account(), encoding="utf-8")


def _unpack(package: str, folder: Path) -> dict[str, bytes]:
    """The files of an npm package by their path in it; npm checks its digest."""
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    content = (folder / done.stdout.strip().splitlines()[-1]).read_bytes()
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {member.name: _bytes(archive, member) for member in members}


def _bytes(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return b"" if file is None else file.read()


def basemap(topology: dict[str, Any]) -> list[list[list[int]]]:
    """The countries as lists of rings; a ring is [x, y, dx, dy, dx, dy, …] in hundredths of a degree."""
    arcs = [_thinned(list(_points(arc, topology["transform"]))) for arc in topology["arcs"]]
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        rings = [_ring(arcs, ring) for ring in _rings(shape)]
        kept = [_steps(ring) for ring in rings if len(ring) > 3 and _area(ring) >= LEAST_AREA]
        if kept:
            countries.append(kept)
    return countries


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (kx, ky), (ox, oy) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * kx + ox, y * ky + oy


def _thinned(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's thinning, without recursion."""
    keep, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, most = 0, TOLERANCE
        for i in range(first + 1, last):
            away = _distance(points[i], points[first], points[last])
            if away > most:
                far, most = i, away
        if far:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the segment between two others."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return float(((px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2) ** 0.5)


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    if shape["type"] == "Polygon":
        return list(shape["arcs"])
    return [ring for polygon in shape.get("arcs", []) for ring in polygon]


def _ring(arcs: list[list[Point]], indices: list[int]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _steps(ring: list[Point]) -> list[int]:
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in ring]
    steps = list(whole[0])
    for (ax, ay), (bx, by) in itertools.pairwise(whole):
        if (ax, ay) != (bx, by):
            steps += [bx - ax, by - ay]
    return steps


def _account() -> str:
    return f"""# Files made by others

Written by `tools/vendor.py`; run it again rather than edit them.

| file | from | licence |
|---|---|---|
| `newsreader.woff2` | npm `{NEWSREADER}` (Newsreader, latin, variable weight) | SIL OFL 1.1, `newsreader-OFL.txt` |
| `inter.woff2` | npm `{INTER}` (Inter, latin, variable weight) | SIL OFL 1.1, `inter-OFL.txt` |
| `basemap.json` | npm `{ATLAS}` (`countries-50m.json`, thinned) | ISC for the package; the data are Natural Earth's, in the public domain |

Natural Earth draws borders as they are held, not as they are claimed; every map says so.
"""


if __name__ == "__main__":
    main()
