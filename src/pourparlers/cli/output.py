"""Writing results so that no terminal, spreadsheet or reader takes data for commands."""

import sys
from collections.abc import Iterable
from pathlib import Path

from pourparlers.errors import OutputError
from pourparlers.exports.safe import inline, json_line, plain

__all__ = ["inline", "json_line", "lines_to", "plain"]


def lines_to(path: Path | None, lines: Iterable[str]) -> None:
    """Writes lines, in UTF-8, to a file or to standard output. Raises OutputError when the file cannot be written."""
    if path is None:
        stream = sys.stdout.buffer
        for line in lines:
            stream.write(line.encode() + b"\n")
        stream.flush()
        return
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}") from error
