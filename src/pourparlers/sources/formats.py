"""The formats that are read. To add one: a module with SUFFIXES, LIMIT and read(found), and its name in FORMATS."""

from typing import cast

from pourparlers.sources import feed, json_lines, page, plain, table
from pourparlers.sources.found import Format

FORMATS: tuple[Format, ...] = tuple(cast(Format, module) for module in (plain, page, json_lines, table, feed))

SUFFIXES: tuple[str, ...] = tuple(suffix for form in FORMATS for suffix in form.SUFFIXES)


def format_of(name: str) -> Format | None:
    """The format of a file of that name, None when it is none of ours."""
    lower = name.lower()
    return next((form for form in FORMATS if lower.endswith(form.SUFFIXES)), None)


def format_of_stream(content: bytes) -> Format:
    """The format of what came through standard input: records if its first line is one, a page if it opens like one, else one text."""
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return cast(Format, page)
    return cast(Format, json_lines if start.startswith(b"{") and json_lines.is_record(content) else plain)
