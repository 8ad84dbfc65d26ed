"""Feeds into a dossier: each is asked whether it has changed, and what is new in it is read like any source."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pourparlers.errors import SourceError
from pourparlers.fetching import Answer, Seen, fetch, is_address
from pourparlers.issues import Issue
from pourparlers.model.text import Capture
from pourparlers.reading import Options, Progress, Summary, read_into
from pourparlers.sources import feed as form
from pourparlers.sources.found import Found
from pourparlers.store import Store


def poll(store: Store, feeds: Iterable[str], options: Options, progress: Progress | None = None) -> Summary:
    """Reads into the dossier what is new in the feeds, and derives its chronicle.

    feeds: paths of files, or addresses of the web, which are fetched only when they have changed. What goes wrong with one is an issue of it.
    """
    got = {feed: found for feed in feeds if (found := _got(feed, _seen(store, feed))) is not None}
    summary = read_into(store, got, options, progress, lambda feed, horizon: _captures(feed, got, horizon))
    broken = {issue.document for issue in summary.failed}
    with store.writer() as writer:
        for feed, found in got.items():
            # What broke off is asked for again, changed or not.
            if isinstance(found, Answer) and found.seen != Seen() and feed not in broken:
                writer.meta(_key(feed), json.dumps([found.seen.etag, found.seen.modified]))
    return summary


def _got(feed: str, seen: Seen) -> Answer | SourceError | None:
    """What stands in the feed now, or what is wrong with it; None when nothing has changed."""
    try:
        return fetch(feed, seen, form.LIMIT) if is_address(feed) else Answer(_file(Path(feed)), Seen())
    except SourceError as error:
        return error


def _file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise SourceError(f"{path} is not a regular file" if path.exists() else f"{path}: there is no file of that name")
        if path.stat().st_size > form.LIMIT:
            raise SourceError(f"{path} is larger than {form.LIMIT // 1_000_000} MB")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be opened: {getattr(error, 'strerror', None) or error}") from None


def _captures(feed: str, got: Mapping[str, Answer | SourceError], horizon: str) -> Iterator[Capture | Issue]:
    found = got[feed]
    if isinstance(found, SourceError):
        raise found
    yield from form.read(Found(found.content, feed, feed, horizon))


def _key(feed: str) -> str:
    """Under what the state in which a feed was last read stands in the dossier."""
    return f"feed {feed}"


def _seen(store: Store, feed: str) -> Seen:
    with store.view() as view:
        told = view.meta(_key(feed))
    return Seen() if told is None else Seen(*json.loads(told))
