"""Writing results so that no terminal, spreadsheet or reader takes data for commands."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from pourparlers.errors import OutputError
from pourparlers.exports.safe import inline, json_line, plain

__all__ = ["inline", "json_line", "lines_to", "plain", "write_no_more"]


#: How every SQLite file begins: a dossier too.
_DATABASE = b"SQLite format 3\0"


def lines_to(path: Path | None, lines: Iterable[str]) -> None:
    """Writes lines, in UTF-8, to a file or to standard output. A file appears when all of it is written: where making the lines fails, what stood
    there stays. Raises OutputError when the file cannot be written, or is a dossier."""
    if path is None:
        stream = sys.stdout.buffer
        for line in lines:
            stream.write(line.encode() + b"\n")
        stream.flush()
        return
    _check(path)
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            _fill(path, lines)  # a link, a pipe or a device is written through, not put aside for a file
        else:
            _put(path, lines)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error


def _put(path: Path, lines: Iterable[str]) -> None:
    """Writes a file beside the one that is wanted, and gives it that name, and the rights of the one before, at the end."""
    if path.exists():
        path.open("a", encoding="utf-8").close()  # fails now, not after the work, where it may not be written
    with TemporaryDirectory(prefix=".pourparlers-", dir=path.parent) as folder:
        made = Path(folder) / "made"
        _fill(made, lines)
        if path.exists():
            shutil.copymode(path, made)
        made.replace(path)


def _fill(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def write_no_more() -> None:
    """Lets standard output lead nowhere, when it takes no more: what Python still holds back for it would fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(path: Path) -> None:
    """Raises OutputError where writing would fail for want of a folder, or would destroy a dossier."""
    if not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {path.parent}")
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_DATABASE))
    except OSError:  # may be written though not read
        return
    if head == _DATABASE:
        raise OutputError(f"{path} is a dossier, and is not written over: name another file")
