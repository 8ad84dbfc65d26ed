"""Writing results so that no terminal, spreadsheet or reader takes data for commands."""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pourparlers.errors import OutputError

#: What a terminal may obey rather than show: control characters, marks that change the direction of text, lone surrogates.
_OBEYED = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_COMMANDS = re.compile(rf"\x1b\[[0-9;?]*[ -/]*[@-~]|[{_OBEYED}]")
_SPACES = re.compile(r"[ \t\n\f\v]+")
_ESCAPED = re.compile(f"[{_OBEYED}]")


def inline(text: str) -> str:
    """The text on one line, without anything that a terminal obeys."""
    return _SPACES.sub(" ", _COMMANDS.sub(" ", text))


def plain(text: str) -> str:
    """The text on one line, without anything that a terminal obeys, and without space at its ends."""
    return inline(text).strip()


def json_line(record: Any) -> str:
    """A record as one line of JSON; what a terminal obeys is written as escapes, so that nothing is lost."""
    text = json.dumps(record, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


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
