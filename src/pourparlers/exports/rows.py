"""Rows of a view as JSON and as CSV."""

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pourparlers.exports.safe import cell, json_line
from pourparlers.model.codec import to_json


def json_lines(rows: Sequence[Any]) -> Iterator[str]:
    """The rows as one JSON array, a row a line."""
    yield "["
    for i, row in enumerate(rows):
        fields = {field.name: to_json(getattr(row, field.name)) for field in dataclasses.fields(row)}
        yield f"  {json_line(fields)}{',' if i + 1 < len(rows) else ''}"
    yield "]"


def csv_lines(rows: Iterable[Any], shape: type) -> Iterator[str]:
    """The rows as CSV with a line of field names. Several values stand in one cell, parted by "; "."""
    yield _line(field.name for field in dataclasses.fields(shape))
    for row in rows:
        yield _line(_cell(getattr(row, field.name)) for field in dataclasses.fields(shape))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return cell("; ".join(str(item) for item in value))
    return cell(value) if isinstance(value, str) else str(value)


def _line(cells: Iterator[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()
