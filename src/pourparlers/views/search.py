"""Search: the documents that hold some words, each with its best passage."""

import re
from dataclasses import dataclass

from pourparlers.store import View
from pourparlers.store.search import stems
from pourparlers.views.shown import Shown

_WORD = re.compile(r"\w+")
#: Characters of a snippet on either side of the words found.
_AROUND = 140


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words. snippet: its passage that holds most of them; marks: where in the snippet they stand.
    entries: ids of the entries of the chronicle whose evidence lies in the passage."""

    document: str
    name: str
    outlet: str
    published: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    entries: tuple[str, ...]


def search(view: View, shown: Shown, text: str, limit: int = 20) -> list[Hit]:
    """The documents that hold all words of `text`, inflected as may be, the best first."""
    wanted = frozenset(stems(text))
    return [_hit(view, shown, document, wanted) for document in view.search(text, limit) if document in shown.cards]


def _hit(view: View, shown: Shown, document: str, wanted: frozenset[str]) -> Hit:
    text = view.text(document)
    found = [(match.span(), stem) for match in _WORD.finditer(text) for stem in stems(match.group())[:1] if stem in wanted]
    start, end = _densest(found, text)
    marks = tuple((a - start, b - start) for (a, b), _ in found if start <= a and b <= end)
    entries = shown.entries_at(document, start, end)
    return Hit(document, shown.names[document], shown.outlet(document), shown.told_on(document), text[start:end], marks, entries)


def _densest(found: list[tuple[tuple[int, int], str]], text: str) -> tuple[int, int]:
    """The stretch of text around the words found that holds most different ones; the first of several."""
    best, place = 0, 0
    for i, ((start, _), _) in enumerate(found):
        near = {stem for (a, _), stem in found[i : i + 20] if a < start + 2 * _AROUND}
        if len(near) > best:
            best, place = len(near), start
    first, last = max(0, place - _AROUND), min(len(text), place + 2 * _AROUND)
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return first, last
