"""Clues to the day of publication: where they come from and how far they are trusted."""

import re
from dataclasses import replace

from pourparlers.cleaning.page_meta import Declaration, PageMeta
from pourparlers.cleaning.traced import Traced
from pourparlers.issues import Issue
from pourparlers.model.text import DateClue, Span

#: Sources of clues, the most trusted first. A record's day was given by whoever made the dossier; what is printed beside the title was meant for
#: readers, while a page's hidden declaration may be the day on which an archive was moved; an address may hold the day of a serial's first part.
SOURCES = ("record", "byline", "page.meta", "head", "page.time", "dateline", "url", "relative")

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})-(\d\d)|(\d{4})(?!\d)")
_IN_URL = re.compile(r"[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def clue(value: str, source: str, words: Traced, modified: bool = False) -> DateClue:
    """A clue read from words of the capture."""
    return DateClue(value, source, SOURCES.index(source), words.text, words.capture, modified)


def record_clue(published: str) -> DateClue:
    """The clue that a record's own field is."""
    return DateClue(published[:10], "record", SOURCES.index("record"), published)


def url_clue(url: str) -> DateClue | None:
    """The clue in an address such as https://…/2022/03/04/…, None when there is none."""
    match = _IN_URL.search(url)
    if match is None:
        return None
    return DateClue("-".join(match.groups()), "url", SOURCES.index("url"), match[0].strip("/_-"))


def page_clues(meta: PageMeta) -> tuple[DateClue, ...]:
    """The clues in a page's declarations: its day, the day of its last change, its first `time` element."""
    found = [
        _declared(meta.published, "page.meta"),
        _declared(meta.modified, "page.meta", modified=True),
        _declared(meta.times[0] if meta.times else None, "page.time"),
    ]
    return tuple(held for held in found if held is not None)


def _declared(declaration: Declaration | None, source: str, modified: bool = False) -> DateClue | None:
    match = None if declaration is None else _ISO.match(declaration.value)
    if declaration is None or match is None:
        return None
    place = Span(declaration.start, declaration.end)
    return DateClue(match[0], source, SOURCES.index(source), declaration.value, place, modified)


def ranked(clues: tuple[DateClue, ...]) -> tuple[DateClue, ...]:
    """In order of trust, days of publication before days of change, else as found; each told once."""
    told: dict[tuple[str, str, bool], DateClue] = {}
    for held in clues:
        told.setdefault((held.value, held.source, held.modified), held)
    return tuple(sorted(told.values(), key=lambda held: (held.modified, held.trust)))


def impossible(words: str) -> Issue:
    """The issue that a line names a day which does not exist."""
    return Issue("", "cleaning", "impossible-date", f"{words!r} is no day of the calendar: it was not used")


def named(issue: Issue, document: str) -> Issue:
    """The issue with its document's name, which the steps of cleaning do not know."""
    return replace(issue, document=document)
