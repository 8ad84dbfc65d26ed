"""Text for terminals, spreadsheets and other programs, so that none of them takes data for commands."""

import json
import re
from typing import Any

#: What a terminal may obey rather than show: control characters, marks that change the direction of text, lone surrogates.
_OBEYED = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_COMMANDS = re.compile(rf"\x1b\[[0-9;?]*[ -/]*[@-~]|[{_OBEYED}]")
_SPACES = re.compile(r"[ \t\n\f\v]+")
_ESCAPED = re.compile(f"[{_OBEYED}]")
#: What makes a spreadsheet take a cell for a formula; some skip blanks and invisible characters before it, and fold wide forms.
_FORMULA = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")


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


def cell(text: str) -> str:
    """The text for a cell of a spreadsheet, with an apostrophe before what would be taken for a formula."""
    return f"'{plain(text)}" if _FORMULA.match(text) else plain(text)
