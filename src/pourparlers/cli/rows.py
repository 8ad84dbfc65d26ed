"""Rows of a view as JSON and as CSV."""

import csv
import dataclasses
import io
from collections.abc import Iterator, Sequence
from typing import Any

from pourparlers.cli.output import json_line, plain
from pourparlers.model.codec import to_json

#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_lines(rows: Sequence[Any]) -> Iterator[str]:
    """The rows as one JSON array, a row a line."""
    yield "["
    for i, row in enumerate(rows):
        fields = {field.name: to_json(getattr(row, field.name)) for field in dataclasses.fields(row)}
        yield f"  {json_line(fields)}{',' if i + 1 < len(rows) else ''}"
    yield "]"


def csv_lines(rows: Sequence[Any], shape: type) -> Iterator[str]:
    """The rows as CSV with a line of field names. Several values stand in one cell, parted by "; "."""
    yield _line(field.name for field in dataclasses.fields(shape))
    for row in rows:
        yield _line(_cell(getattr(row, field.name)) for field in dataclasses.fields(shape))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _guarded("; ".join(str(item) for item in value))
    return _guarded(value) if isinstance(value, str) else str(value)


def _guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{plain(text)}" if text.lstrip(" ").startswith(_FORMULA) else plain(text)


def _line(cells: Iterator[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()
