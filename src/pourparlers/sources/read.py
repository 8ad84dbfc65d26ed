"""From a path, a folder or standard input to captures."""

import sys
from collections.abc import Iterator
from pathlib import Path

from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.sources.folder import files_in
from pourparlers.sources.formats import SUFFIXES, format_of, format_of_stream
from pourparlers.sources.found import Format, Found, doubtful, unreadable

STANDARD_INPUT = "-"
#: What people are told it is.
_NAMED = "standard input"


def capture(source: str, horizon: str) -> Iterator[Capture | Issue]:
    """The captures of a source (a path, a folder, "-"), and an issue for whatever could not be captured.

    horizon: ISO day by which all of it is known. Folders are read with all folders in them, by name.
    """
    if source == STANDARD_INPUT:
        yield from _standard_input(horizon)
        return
    path = Path(source)
    try:
        missing, folder = not path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a zero byte
        missing, folder = True, False
    if missing:
        yield unreadable(source, "missing", f"{source}: there is no file or folder of that name")
    elif folder:
        yield from _folder(path, horizon)
    else:
        yield from _file(path, horizon)


def _standard_input(horizon: str) -> Iterator[Capture | Issue]:
    content = sys.stdin.buffer.read()
    form = format_of_stream(content)
    if len(content) > form.LIMIT:
        yield _too_big(_NAMED, form)
    else:
        yield from form.read(Found(content, STANDARD_INPUT, _NAMED, horizon))


def _folder(path: Path, horizon: str) -> Iterator[Capture | Issue]:
    read = False
    for found in files_in(path):
        if isinstance(found, Issue):
            yield found
        elif format_of(found.name) is None:
            # Nobody asked for this very file, so the run does not fail for it; but it is listed.
            yield doubtful(str(found), "unknown-media", f"{found} was not read: its ending is none of {', '.join(SUFFIXES)}")
        else:
            read = True
            yield from _file(found, horizon)
    if not read:
        yield unreadable(str(path), "empty", f"{path}: the folder holds no file that can be read ({', '.join(SUFFIXES)})")


def _file(path: Path, horizon: str) -> Iterator[Capture | Issue]:
    origin, form = str(path), format_of(path.name)
    if form is None:
        yield unreadable(origin, "unknown-media", f"{origin} cannot be read: its ending is none of {', '.join(SUFFIXES)}")
        return
    content = _content(path, form)
    if isinstance(content, Issue):
        yield content
    else:
        yield from form.read(Found(content, _printable(path.name), origin, horizon))


def _content(path: Path, form: Format) -> bytes | Issue:
    try:
        if not path.is_file():
            return unreadable(str(path), "unreadable", f"{path} is not a regular file")
        if path.stat().st_size > form.LIMIT:
            return _too_big(str(path), form)
        return path.read_bytes()
    except OSError as error:
        return unreadable(str(path), "unreadable", f"{path} cannot be opened: {error.strerror or error}")


def _too_big(origin: str, form: Format) -> Issue:
    return unreadable(origin, "too-big", f"{origin} is larger than {form.LIMIT // 1_000_000} MB: split it")


def _printable(name: str) -> str:
    """A file's name as valid Unicode: names that are not UTF-8 come from the system with lone surrogates, which no export can write."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
