"""Writing results so that no terminal, spreadsheet or reader takes data for commands."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from pourparlers.errors import OutputError
from pourparlers.exports.safe import inline, json_line, plain

__all__ = ["inline", "json_line", "lines_to", "plain", "write_no_more"]


#: How every SQLite file begins: a dossier too.
_DATABASE = b"SQLite format 3\0"


def lines_to(path: Path | None, lines: Iterable[str]) -> None:
    """Writes lines, in UTF-8, to a file or to standard output. Raises OutputError when the file cannot be written, or is a dossier."""
    if path is None:
        stream = sys.stdout.buffer
        for line in lines:
            stream.write(line.encode() + b"\n")
        stream.flush()
        return
    _check(path)
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error


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
