"""Tables of records: comma, semicolon or tab between columns, found out from the header, which must name `id` and `text`."""

import csv
import io
from collections.abc import Iterator

from pourparlers.issues import Issue
from pourparlers.model.decoding import BYTE_ORDER_MARK, decode
from pourparlers.model.text import Capture
from pourparlers.sources.article import LIMIT as LONGEST_FIELD
from pourparlers.sources.article import looks_binary
from pourparlers.sources.found import Found, doubtful, unreadable
from pourparlers.sources.record import FIELDS, capture_record, field_of

SUFFIXES = (".csv", ".tsv")
LIMIT = 500_000_000

#: csv.Sniffer guesses from letter frequencies and is fooled by prose; the header alone tells, since we know a column that it must name.
_DELIMITERS = (",", ";", "\t", "|")


def read(found: Found) -> Iterator[Capture | Issue]:
    """The captures of the rows, in order."""
    if looks_binary(found.content) is not None:
        yield unreadable(found.origin, "binary", f"{found.origin} is not text: save the table as CSV in UTF-8")
        return
    text = decode(found.content).text.removeprefix(BYTE_ORDER_MARK)
    lines = list(io.StringIO(text, newline=""))  # str.splitlines would cut at characters that CSV keeps
    if not any(line.strip() for line in lines):
        yield unreadable(found.origin, "empty", f"{found.origin} is empty: there is no table in it")
        return
    header, delimiter = _header(lines)
    fields = {field_of(column) for column in header}
    missing = [column for column in ("id", "text") if column not in fields]
    if missing:
        named = ", ".join(column[:30] for column in header if column)
        wanted = " and ".join(f"`{column}`" for column in missing)
        yield unreadable(found.origin, "no-column", f"{found.origin} has no column {wanted}: its columns are {named or 'unnamed'}")
        return
    unknown = [column for column in header if field_of(column) not in FIELDS]
    if unknown:
        message = f"{found.origin}: columns that were not used: {', '.join(unknown)[:200]} (used are {', '.join(FIELDS)})"
        yield doubtful(found.origin, "unknown-fields", message)
    yield from _rows(lines, header, delimiter, found)


def _header(lines: list[str]) -> tuple[list[str], str]:
    """The names of the columns, and the delimiter under which one of them is `text` (else under which there are most)."""
    best: tuple[list[str], str] = ([], ",")
    for delimiter in _DELIMITERS:
        try:
            first = next((row for row in csv.reader(lines[:50], delimiter=delimiter) if any(cell.strip() for cell in row)), [])
        except csv.Error:
            continue
        names = [cell.strip().lower() for cell in first]
        if "text" in map(field_of, names):
            return names, delimiter
        if len(names) > len(best[0]):
            best = names, delimiter
    return best


def _rows(lines: list[str], header: list[str], delimiter: str, found: Found) -> Iterator[Capture | Issue]:
    csv.field_size_limit(LONGEST_FIELD)  # the default, 131,072 characters, is less than a long report
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    seen_header = False
    while True:
        line = rows.line_num + 1
        origin = f"{found.origin}, line {line}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield unreadable(origin, "broken-row", f"{origin}: the row cannot be read ({error}); it and those after it were left out")
            return
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        if not seen_header:
            seen_header = True
            continue
        yield from _row(row, header, origin, found.horizon)


def _row(row: list[str], header: list[str], origin: str, horizon: str) -> Iterator[Capture | Issue]:
    if len(row) > len(header):
        advice = "put quotation marks around text that holds the delimiter"
        yield unreadable(origin, "broken-row", f"{origin}: the row has {len(row)} cells for {len(header)} columns; {advice}")
        return
    record = {column: cell for column, cell in zip(header, row, strict=False) if cell != ""}
    yield from capture_record(record, origin, horizon)
