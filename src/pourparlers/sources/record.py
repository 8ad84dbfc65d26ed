"""A record of a table or of JSON lines: `id` and `text`, and what it may declare beside them (FIELDS)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime

from pourparlers.issues import Issue
from pourparlers.model.ids import content_id
from pourparlers.model.text import Capture, Metadata
from pourparlers.sources.article import LIMIT
from pourparlers.sources.found import doubtful, unreadable

#: What a record may declare, all optional, as text.
DECLARED = ("published", "outlet", "title", "url", "language")

FIELDS = ("id", "text", *DECLARED)

#: Other names of these fields, in exports of databases and of collectors of pages; lower case.
_ALSO = {
    "identifiant": "id",
    **dict.fromkeys(("article", "body", "content", "contenu", "corps", "texte"), "text"),
    **dict.fromkeys(("date", "date_publication", "datepublished", "pubdate", "publication_date", "published_at"), "published"),
    **dict.fromkeys(("journal", "media", "média", "publisher", "site", "source"), "outlet"),
    **dict.fromkeys(("headline", "titre"), "title"),
    **dict.fromkeys(("lien", "link"), "url"),
    **dict.fromkeys(("lang", "langue"), "language"),
}

#: Characters of a field. What is longer is none, and would bury every list that shows it.
_LONGEST = 4_000
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d[\d:.,]*\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?")
#: A day in figures is written with the day first, as in French.
_FIGURES = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]\w+)*", re.IGNORECASE)


def field_of(name: str) -> str:
    """The field that a name of a column or of a key means: "title" for "Titre"; the name itself where it means none."""
    return _ALSO.get(name.strip().lower(), name)


def _renamed(record: Mapping[str, object]) -> dict[str, object]:
    """A record under the names of `FIELDS`; what stands under such a name itself comes first, then what was told first."""
    renamed: dict[str, object] = {}
    for name, value in record.items():
        field = field_of(name)
        if field == name:
            renamed[name] = value
        elif field not in record:
            renamed.setdefault(field, value)
    return renamed


def capture_record(record: Mapping[str, object], origin: str, horizon: str) -> Iterator[Capture | Issue]:
    """The capture of a record, and an issue for each of its fields that says nothing usable. Without a text or an id there is no capture."""
    record = _renamed(record)
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
    if field == "published":
        day = _iso(value)
        return day, None if day is not None else f"`published` is {value[:40]!r}, which is no ISO date such as 2022-03-04"
    if field == "language":
        match = _LANGUAGE.fullmatch(value)
        return (match[1].lower(), None) if match else (None, f"`language` is {value[:40]!r}, which is no ISO code such as fr")
    return value or None, None


def _iso(value: str) -> str | None:
    """A day as ISO writes it, from ISO itself, from figures ("18/09/2024") or from the form of mails and feeds; None for anything else."""
    figures = _FIGURES.fullmatch(value)
    if figures is not None:
        value = f"{figures[3]}-{int(figures[2]):02}-{int(figures[1]):02}"
    elif value[:1].isalpha():
        value = _of_mail(value)
    return value if _is_iso(value) else None


def _of_mail(value: str) -> str:
    """ "Wed, 18 Sep 2024 10:00:00 GMT" as ISO writes it; empty for what is no such time."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _is_iso(value: str) -> bool:
    match = _ISO.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
