"""An article with every passage marked that the chronicle rests on; only those and what stands beside them, unless its owner asks for all."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pourparlers.model.chronicle import Entry
from pourparlers.views.passages import passage
from pourparlers.views.reasons import reason_in
from pourparlers.views.versions import changed
from pourparlers.web.render import web_address
from pourparlers.web.scene import Scene


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. entries: what rests on it; begins: of those, the ones that begin here, and nowhere before in the article."""

    text: str
    entries: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article. gap: text before it is left out. notes: the entries that begin in it."""

    runs: tuple[Run, ...]
    notes: tuple[Entry, ...]
    gap: bool


def page(scene: Scene, document: str, full: bool, language: str) -> dict[str, Any]:
    """What the page of an article shows. full: the whole text. language: of the reasons for its day, "fr" or "en".

    Raises KeyError when there is no such document.
    """
    card = scene.shown.cards[document]
    with scene.view() as view:
        text = view.text(document)
    entries = scene.shown.entries_in(document)
    spans = sorted({(e.start, e.end, entry.id) for entry in entries for e in entry.evidence if e.document == document})
    family = [other for other, its in scene.shown.cards.items() if its.family == card.family and other != document]
    return {
        "card": card,
        "why_day": [reason_in(language, reason) for reason in card.together.reasons],
        "name": scene.shown.names[document],
        "outlet": scene.shown.outlet(document),
        "address": web_address(card.metadata.url),
        "paragraphs": list(_paragraphs(text, spans, {entry.id: entry for entry in entries}, full)),
        "full": full,
        "entries": entries,
        "family": [(other, scene.shown.outlet(other), scene.shown.told_on(other)) for other in family],
        "changed": changed(scene.shown, document),
    }


def _paragraphs(text: str, spans: list[tuple[int, int, str]], entries: dict[str, Entry], full: bool) -> Iterator[Paragraph]:
    windows = [(0, len(text))] if full else list(_windows(text, spans))
    seen: set[str] = set()
    for first, last in windows:
        gap = first > 0
        start = first
        for line in text[first:last].splitlines(keepends=True):
            end = start + len(line)
            if line.strip():
                runs = tuple(_runs(text, start, end, [s for s in spans if s[0] < end and s[1] > start], seen))
                yield Paragraph(runs, tuple(entries[identifier] for run in runs for identifier in run.begins), gap)
                gap = False
            start = end


def _windows(text: str, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """The passages with a sentence on either side, those that touch joined."""
    open_: tuple[int, int] | None = None
    for start, end, _ in spans:
        around = passage(text, start, end)
        first, last = start - len(around.before), end + len(around.after)
        if open_ is not None and first <= open_[1]:
            open_ = (open_[0], max(open_[1], last))
            continue
        if open_ is not None:
            yield open_
        open_ = (first, last)
    if open_ is not None:
        yield open_


def _runs(text: str, start: int, end: int, spans: list[tuple[int, int, str]], seen: set[str]) -> Iterator[Run]:
    """A line cut where passages begin and end. seen: the entries that began before; those that begin in it are added."""
    cuts = sorted({start, end, *(max(start, s[0]) for s in spans), *(min(end, s[1]) for s in spans)})
    for first, last in itertools.pairwise(cuts):
        over = [s for s in spans if s[0] <= first and s[1] >= last]
        begun = tuple(dict.fromkeys(s[2] for s in over if max(s[0], start) == first and s[2] not in seen))
        seen.update(begun)
        yield Run(text[first:last].rstrip("\n"), tuple(dict.fromkeys(s[2] for s in over)), begun)
