"""Times the pages and the report on a generated dossier: from the server over HTTP, and in Chromium where Playwright is there.

usage: python benchmarks/web.py [--entries 10000] [--keep DOSSIER] [--browser /usr/bin/chromium] [--check]

--keep   where to leave the dossier, which is made there if nothing is; else it goes with the run
--check  exit 1 when a limit is passed: chronicle 200 ms, search 100 ms (95 of 100 requests), report 1.5 s to open, 100 ms to zoom
"""

import argparse
import contextlib
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from linking import Feed
from pourparlers.derivation import derive_chronicle
from pourparlers.model.claim import Reading
from pourparlers.model.mention import Actor
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Capture, Document, Line, Segment, Span
from pourparlers.report import build_report
from pourparlers.store import Store
from pourparlers.version import reading_version
from pourparlers.views.shown import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: How many entries one article of the feed gives, and how many requests are timed of each kind.
_AN_ARTICLE, _REQUESTS = 2.65, 60
#: Milliseconds that must not be passed.
LIMITS = {"chronicle": 200.0, "search": 100.0, "opens": 1500.0, "zoom": 100.0}
_PAGES = ("talks", "map", "actors", "positions", "commitments", "statements", "figures", "sources", "issues")


def make(path: Path, entries: int) -> Store:
    """A dossier of about so many entries, with articles in which their sentences stand."""
    feed = Feed(11, round(entries / _AN_ARTICLE))
    store = Store.create(path)
    with store.writer() as writer:
        writer.settle(reading_version())
        for bare in feed.readings():
            text, reading = _written(bare)
            content = text.encode()
            writer.capture(Capture(bare.document, bare.name, content, "text/plain", bare.name, bare.horizon, None, bare.metadata))
            whole = Span(0, len(text))
            document = Document(
                bare.document, bare.name, text, Alignment((Segment(whole, whole),)), bare.metadata, bare.horizon, (Line(whole, "body"),)
            )
            writer.outcome(Outcome(bare.document, reading_version(), document, reading, ()))
    derive_chronicle(store)
    return store


def _written(reading: Reading) -> tuple[str, Reading]:
    """A text in which the passages of a reading stand, each in a sentence of its own; and the reading with them and its actors."""
    text, moved = "", {}
    for claim in reading.claims:
        start = len(text) + len("Il est dit ce jour : ")
        text += f"Il est dit ce jour : {claim.evidence.quote}. Les sources n'en disent pas davantage.\n"
        moved[claim.id] = replace(claim.evidence, start=start, end=start + len(claim.evidence.quote))
    kinds = {
        kind: tuple(replace(c, evidence=moved[c.id]) for c in getattr(reading, kind)) for kind in ("events", "statements", "positions", "figures")
    }
    names = dict.fromkeys(agent.name for event in reading.events for agent in event.participants)
    actors = tuple(Actor(f"actor-{name}", name, "state", side=name) for name in names)
    return text, replace(reading, **kinds, actors=actors, version=reading_version())


@contextlib.contextmanager
def serving(path: Path) -> Iterator[tuple[http.client.HTTPConnection, int]]:
    """A connection to a server of the dossier, in a process of its own, and the number of that process."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "pourparlers", "serve", "--dossier", str(path), "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        yield _connected(port), process.pid
    finally:
        process.terminate()
        process.wait()


def _connected(port: int) -> http.client.HTTPConnection:
    for _ in range(600):
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
            connection.connect()
            return connection
        time.sleep(0.1)
    raise TimeoutError("the server did not start")


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Milliseconds that an answer took, and its bytes."""
    before = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")
    return (time.perf_counter() - before) * 1000, len(body)


def processor(pid: int) -> float:
    """Milliseconds of processor time that a process has taken, where the system tells; it is what remains on a machine with nothing else to do."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def p95(times: list[float]) -> float:
    """The time that 95 of 100 do not pass."""
    return statistics.quantiles(times, n=20)[-1]


def measure_server(path: Path, words: list[str]) -> dict[str, float]:
    """95 of 100 answers come within so many milliseconds: of the chronicle, and of searches. Prints them, and the other pages."""
    root = f"/d/{path.stem}"
    asked = {
        "chronicle": [f"{root}?page={i + 1}" for i in range(20)]
        + [f"{root}?from=2015&to=2015-{i % 12 + 1:02}" for i in range(20)]
        + [f"{root}?kind=talks&party=a&page={i % 4 + 1}" for i in range(20)],
        "search": [f"/api/dossiers/{path.stem}/search?q={quote(words[i])}" for i in range(_REQUESTS)],
        "chronicle, words": [f"{root}?q={quote(words[i])}" for i in range(_REQUESTS)],
        "statements, words": [f"{root}/statements?q={quote(words[i])}" for i in range(_REQUESTS)],
        **{page: [f"{root}/{page}"] * 8 for page in _PAGES},
    }
    with serving(path) as (connection, pid):
        print(f"first answer {ask(connection, root)[0]:.0f} ms")
        found = {}
        for name, addresses in asked.items():
            before = processor(pid)
            took = [ask(connection, address) for address in addresses]
            work = (processor(pid) - before) / len(addresses)
            times = [time for time, _ in took]
            found[name] = p95(times)
            most = max(size for _, size in took) / 1e3
            print(
                f"{name:>18}  median {statistics.median(times):6.1f}  p95 {p95(times):6.1f}  processor {work:6.1f} ms  up to {most:4.0f} kB",
                flush=True,
            )
    return {name: found[name] for name in ("chronicle", "search")}


def measure_report(store: Store, path: Path, browser: str) -> dict[str, float]:
    """Milliseconds until the report shows its timeline and its first rows, and until a zoom is drawn. Prints them, with its size."""
    before = time.perf_counter()
    with store.view() as view:
        path.write_text(build_report(view, shown(view), "Mesure", "fr"), encoding="utf-8")
    print(f"report written in {time.perf_counter() - before:.1f} s: {path.stat().st_size / 1e6:.1f} MB", flush=True)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("Playwright is not installed: the report is not opened")
        return {}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        runs = [_opened(chromium, path) for _ in range(5)]
        chromium.close()
    opens, zooms = statistics.median(o for o, _, _ in runs), statistics.median(z for _, z, _ in runs)
    print(f"report opens in {opens:.0f} ms (median of {[round(o) for o, _, _ in runs]}), zooms in {zooms:.0f} ms, {runs[0][2]} nodes")
    return {"opens": opens, "zoom": zooms}


_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_ZOOM = """() => new Promise(done => { const start = performance.now(); document.querySelector('[data-zoom="0.5"]').click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))) })"""


def _opened(chromium: "Browser", path: Path) -> tuple[float, float, int]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri(), wait_until="load")
    page.locator("#results a.what").first.wait_for(state="visible")
    opened: float = page.evaluate(_DRAWN)
    zooms = [page.evaluate(_ZOOM) for _ in range(3)]
    nodes: int = page.evaluate("document.getElementsByTagName('*').length")
    page.close()
    return opened, statistics.median(zooms), nodes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "measure.db"
        before = time.perf_counter()
        store = Store.open(path) if path.exists() else make(path, arguments.entries)
        derive_chronicle(store)
        with store.view() as view:
            count = sum(1 for _ in view.entries())
            words = list(dict.fromkeys(re.findall(r"\w{6,}", " ".join(d.text for d, _ in zip(view.documents(), range(40), strict=False)))))
        print(f"{count} entries, {path.stat().st_size / 1e6:.0f} MB, made in {time.perf_counter() - before:.0f} s", flush=True)
        found = {**measure_server(path, words), **measure_report(store, Path(folder) / "report.html", arguments.browser)}
    passed = [f"{name} {value:.0f} ms > {LIMITS[name]:.0f} ms" for name, value in found.items() if value > LIMITS[name]]
    if arguments.check and passed:
        sys.exit("; ".join(passed))


if __name__ == "__main__":
    main()
