"""What several rooms' tests share."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import browsers
import servers
import tiny
from pourparlers.annotation import annotate as annotate_document
from pourparlers.cli import main
from pourparlers.model.annotated import Annotated
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Capture, Document, Line, Metadata, Segment, Span
from pourparlers.pipeline import read
from pourparlers.sources import capture

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code, and what it wrote."""

    status: int
    out: str
    err: str


def document_of(text: str) -> Document:
    """A document of this very text, each line of it a body line."""
    lines, start = [], 0
    for words in text.splitlines(keepends=True):
        if words.strip():
            lines.append(Line(Span(start, start + len(words.rstrip("\n"))), "body"))
        start += len(words)
    whole = Span(0, len(text))
    return Document("doc-test", "test.txt", text, Alignment((Segment(whole, whole),)), Metadata(), "2026-01-01", tuple(lines))


@pytest.fixture(scope="session")
def annotate() -> Callable[[str], Annotated]:
    """A function from a text to its annotation; the model is loaded once."""
    return lambda text: annotate_document(document_of(text))


@pytest.fixture(scope="session")
def tiny_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of `tiny.py`, to read from."""
    path = tmp_path_factory.mktemp("tiny") / "tiny.db"
    tiny.make(path)
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[servers.Server]:
    """One PostgreSQL server for all tests that need one."""
    programs = servers.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    with servers.postgres(programs) as found:
        yield found


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str | Path:
    """Where a new dossier can be made: what holds of one engine holds of the other."""
    if request.param == "file":
        return tmp_path / "dossier.db"
    found: servers.Server = request.getfixturevalue("server")
    return found.fresh()


@pytest.fixture(scope="session")
def examples() -> dict[str, list[tuple[Capture, Outcome]]]:
    """Every capture of each example dossier, with what was read of it; read once for all tests."""
    return {folder.name: [(found, read(found)) for found in _captures(folder)] for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()}


def _captures(folder: Path) -> list[Capture]:
    found = list(capture(str(folder), "2026-01-01"))
    assert all(isinstance(item, Capture) for item in found)
    return [item for item in found if isinstance(item, Capture)]


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """One browser for all tests of pages: two at once cannot be driven from one thread."""
    with browsers.chromium() as found:
        yield found


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """A function that runs the command line with some arguments, within this process."""

    def run_here(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["pourparlers", *map(str, arguments)])
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode(), err.decode())

    return run_here
