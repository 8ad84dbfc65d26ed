"""JSON lines: one record a line. A line that cannot be read is named, the others are read."""

import json
from collections.abc import Iterator

from pourparlers.issues import Issue
from pourparlers.model.decoding import BYTE_ORDER_MARK, decode
from pourparlers.model.text import Capture
from pourparlers.sources.found import Found, doubtful, unreadable
from pourparlers.sources.record import FIELDS, capture_record, field_of

SUFFIXES = (".jsonl", ".ndjson")
LIMIT = 500_000_000


def read(found: Found) -> Iterator[Capture | Issue]:
    """The captures of the records, in the order of the lines."""
    unknown: dict[str, None] = {}
    lines = 0
    for number, line in _lines(found.content):
        lines += 1
        origin = f"{found.origin}, line {number}"
        record = _record(line, origin)
        if isinstance(record, Issue):
            yield record
        else:
            unknown.update(dict.fromkeys(field for field in record if field_of(field) not in FIELDS))
            yield from capture_record(record, origin, found.horizon)
    if lines == 0:
        yield unreadable(found.origin, "empty", f"{found.origin} is empty: there is no record in it")
    if unknown:
        names = ", ".join(list(unknown)[:8])
        yield doubtful(found.origin, "unknown-fields", f"{found.origin}: fields that were not used: {names} (used are {', '.join(FIELDS)})")


def is_record(content: bytes) -> bool:
    """True when the first line that is not blank is a JSON object."""
    for _, line in _lines(content):
        return not isinstance(_record(line, ""), Issue)
    return False


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1. Only line feeds end lines: JSON may hold the other separators."""
    text = decode(content).text.removeprefix(BYTE_ORDER_MARK)
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        if text[start:end].strip():
            yield number, text[start:end]
        start = end + 1


def _record(line: str, origin: str) -> dict[str, object] | Issue:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return unreadable(origin, "broken-line", f"{origin}: the JSON object {_trouble(error, line)} ({error.msg}); mend the line and read again")
    except (ValueError, RecursionError):
        return unreadable(origin, "broken-line", f"{origin}: the JSON is nested too deeply or holds a number that is too long")
    if not isinstance(value, dict):
        return unreadable(origin, "broken-line", f"{origin}: a JSON object with `id` and `text` was expected")
    return value


def _trouble(error: json.JSONDecodeError, line: str) -> str:
    cut = error.pos >= len(line.rstrip()) or error.msg.startswith("Unterminated")
    return "is cut short" if cut else f"is malformed at character {error.pos + 1}"
