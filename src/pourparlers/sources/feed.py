"""A feed, RSS or Atom: one article an entry, as far as the entry itself tells it. Addresses in it are kept and never followed."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.sources.found import Found, doubtful, unreadable
from pourparlers.sources.record import capture_record
from pourparlers.sources.syndication import Entry, parse

SUFFIXES = (".rss", ".atom", ".xml")
LIMIT = 20_000_000

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&#?\w+;")


def read(found: Found) -> Iterator[Capture | Issue]:
    """The captures of the entries, in their order. A feed that breaks off is read as far as it goes."""
    feed = parse(found.content)
    if feed is None:
        yield unreadable(found.origin, "no-feed", f"{found.origin} is no RSS or Atom feed")
        return
    # Many feeds bear the language of the software that writes them: only if it is ours is it believed, else the text tells.
    language = feed.known.get("language", "").lower()
    about = {"outlet": _flat(feed.known.get("title", "")), "language": language if language.startswith("fr") else ""}
    for number, entry in enumerate(feed.entries, start=1):
        yield from _captured(entry, about, f"{found.origin}, entry {number}", found.horizon)
    if feed.fault is not None:
        yield unreadable(found.origin, "broken-feed", f"{found.origin} breaks off: {feed.fault}; {len(feed.entries)} entries before that were read")


def _captured(entry: Entry, about: dict[str, str], origin: str, horizon: str) -> Iterator[Capture | Issue]:
    text, plain = entry.value("text")
    title, url = _flat(entry.value("title")[0]), entry.value("url")[0]
    name = entry.value("id")[0] or url or title
    if not text or not name:
        yield doubtful(name or origin, "empty", f"{origin} tells no article, only {'a title' if title else 'nothing'}; it was left out")
        return
    record = {"id": name, "text": text, "title": title, "url": url, "published": _day(entry.value("published")[0]), **about}
    markup = not plain and _MARKUP.search(text) is not None
    for item in capture_record(record, origin, horizon):
        yield replace(item, media_type="text/html") if markup and isinstance(item, Capture) else item


def _flat(text: str) -> str:
    """A title without the markup that some put into it."""
    return " ".join(html.unescape(_TAG.sub("", html.unescape(text))).split())


def _day(text: str) -> str:
    """A date and time of RSS (RFC 822) or of Atom (ISO 8601) in ISO 8601; anything else as it stands, to be complained of."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return text
