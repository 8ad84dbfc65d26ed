"""A record of a table or of JSON lines: `id` and `text`, and what it may declare beside them (FIELDS)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pourparlers.issues import Issue
from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture, Metadata
from pourparlers.sources.article import LIMIT
from pourparlers.sources.found import doubtful, unreadable

#: What a record may declare, all optional, as text.
DECLARED = ("published", "outlet", "title", "url", "language")

FIELDS = ("id", "text", *DECLARED)

#: Characters of a field. What is longer is none, and would bury every list that shows it.
_LONGEST = 4_000
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d[\d:.,]*\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]\w+)*", re.IGNORECASE)


def capture_record(record: Mapping[str, object], origin: str, horizon: str) -> Iterator[Capture | Issue]:
    """The capture of a record, and an issue for each of its fields that says nothing usable. Without a text or an id there is no capture."""
    text, name = record.get("text"), _name(record)
    if not isinstance(text, str) or not text.strip():
        what = "has no text" if text is None or isinstance(text, str) else "has a `text` that is no text"
        yield unreadable(origin, "empty", f"{origin}: the record {what}; every record needs `id` and `text`")
    elif len(text) > LIMIT:
        yield unreadable(origin, "too-big", f"{origin}: the text is longer than {LIMIT:,} characters: split it")
    elif name is None:
        yield unreadable(origin, "no-id", f"{origin}: the record has no `id`; every record needs `id` and `text`")
    else:
        declared, issues = _declared(record, name, origin)
        yield from issues
        yield _capture(text, name, declared, origin, horizon)


def _capture(text: str, name: str, declared: Metadata, origin: str, horizon: str) -> Capture:
    content = text.encode("utf-8", "replace")  # JSON may hold half a surrogate pair, which UTF-8 has no bytes for
    said = [declared.published, declared.outlet, declared.title, declared.url, declared.language]
    document = content_id("doc", content, name, said)
    return Capture(document, name, content, "text/plain", origin, horizon, "utf-8", declared)


def _name(record: Mapping[str, object]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _declared(record: Mapping[str, object], name: str, origin: str) -> tuple[Metadata, list[Issue]]:
    values: dict[str, str | None] = {}
    issues = []
    for field in DECLARED:
        values[field], complaint = _field(field, record.get(field))
        if complaint is not None:
            issues.append(doubtful(name, f"bad-{field}", f"{origin}: {complaint}; it was left out"))
    return Metadata(**values), issues


def _field(field: str, value: object) -> tuple[str | None, str | None]:
    """The value of a field as it may be kept, and what is wrong with it, if anything is."""
    if value is None or value == "":
        return None, None
    if not isinstance(value, str):
        return None, f"`{field}` is not text"
    value = " ".join(value.split())
    if len(value) > _LONGEST:
        return None, f"`{field}` is longer than {_LONGEST:,} characters"
    if field == "published" and not _is_iso(value):
        return None, f"`published` is {value[:40]!r}, which is no ISO date such as 2022-03-04"
    if field == "language":
        match = _LANGUAGE.fullmatch(value)
        return (match[1].lower(), None) if match else (None, f"`language` is {value[:40]!r}, which is no ISO code such as fr")
    return value or None, None


def _is_iso(value: str) -> bool:
    match = _ISO.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
