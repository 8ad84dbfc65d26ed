"""Which of a page's blocks are the article: trafilatura chooses, and its words are found again in the blocks.

Trafilatura gives text without places. Its lines and the blocks are compared without white space, invisible characters and accents, so that each
line leads back to a run of the source. A line that cannot be found so keeps its words and loses its places: it is `unaligned`.
"""

import functools
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from pourparlers.cleaning.blocks import Block
from pourparlers.lexicon import load

_FURNITURE = frozenset(
    {"nav", "header", "footer", "aside", "form", "button", "menu", "dialog", "figure", "figcaption", "table", "li", "option", "legend"}
)
_SENTENCE_END = re.compile(r"(?<=[.!?…»\"”])\s+")
_NAME_WORD = re.compile(r"[a-z]+")

#: Fewer letters than this in common are no proof that a line stands at a place.
_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class PartName:
    """A word in the ids and classes of elements: see data/world/page_parts.yaml."""

    word: str
    part: str
    example: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The article's blocks by index, and the lines of it that were found in no block, each with the index of the block it comes after (or -1)."""

    blocks: tuple[int, ...]
    unaligned: tuple[tuple[int, str], ...] = ()


@functools.cache
def _parts() -> dict[str, str]:
    return {entry.word: entry.part for entry in load("world/page_parts", PartName)}


def part_of(block: Block, levels: int = 2) -> str:
    """What the names of the innermost elements around a block say it is: "lead", "caption", "clutter", or "" for nothing."""
    for element in reversed(block.path[-levels:]):
        for word in _NAME_WORD.findall(element.names):
            part = _parts().get(word)
            if part is not None:
                return part
    return ""


def choose(source: str, blocks: tuple[Block, ...]) -> Chosen:
    """The blocks of the article in a page's source. Empty when no article is found."""
    for precise in (True, False):
        text = _extract(source, precise)
        if text.strip():
            found = _located(text.split("\n"), blocks)
            if found.blocks:
                return replace(found, blocks=_with_siblings(found.blocks, blocks))
    return Chosen(_paragraphs(blocks))


def _extract(source: str, precise: bool) -> str:
    """Trafilatura's choice of the main text, "" when it makes none."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(source, favor_precision=precise, favor_recall=not precise, include_comments=False, include_tables=False)
    except Exception:  # whatever a library raises on a hostile page, our own choice of paragraphs still reads it
        return ""
    return text or ""


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Our own choice: paragraphs and headings outside of all furniture."""
    return tuple(
        i
        for i, block in enumerate(blocks)
        if block.tag in ("p", "h1", "h2", "h3", "blockquote", "article", "main") and not block.inside(_FURNITURE) and part_of(block) != "clutter"
    )


def _with_siblings(chosen: tuple[int, ...], blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The chosen, and the paragraphs and headings between them that stand in the same element as several of them."""
    parents = Counter(blocks[i].parent for i in chosen if blocks[i].tag == "p")
    home = {parent for parent, count in parents.items() if count > 1}
    kept = set(chosen)
    for i in range(chosen[0], chosen[-1]):
        block = blocks[i]
        if block.parent in home and block.tag in ("p", "h2", "h3", "blockquote") and not part_of(block) and not block.inside(_FURNITURE):
            kept.add(i)
    return tuple(sorted(kept))


@functools.cache
def _letter(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isprintable() and not base.isspace() and not unicodedata.combining(base) else ""


def _squashed(text: str) -> str:
    return "".join(map(_letter, text))


@dataclass(frozen=True, slots=True)
class _Places:
    """All blocks' letters in one string, where each block begins in it, and the place of the first block of just these letters."""

    letters: str
    starts: tuple[int, ...]
    whole: dict[str, tuple[int, int]]

    def blocks(self, start: int, end: int) -> range:
        """The blocks that hold the letters [start, end)."""
        return range(bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1))


def _places(blocks: tuple[Block, ...]) -> _Places:
    starts, total = [], 0
    whole: dict[str, tuple[int, int]] = {}
    parts = [_squashed(block.words.text) for block in blocks]
    for letters in parts:
        starts.append(total)
        total += len(letters)
        whole.setdefault(letters, (starts[-1], total))
    return _Places("".join(parts), tuple(starts), whole)


def _located(lines: list[str], blocks: tuple[Block, ...]) -> Chosen:
    places, cursor, last = _places(blocks), 0, -1
    chosen: set[int] = set()
    lost: list[tuple[int, str]] = []
    for line in lines:
        line = line.strip().removeprefix("- ")
        runs = _runs(places, line, cursor)
        if not runs and _squashed(line):
            lost.append((last, line))
        for start, end in runs:
            held = places.blocks(start, end)
            chosen.update(held)
            cursor, last = max(cursor, start), max(last, held[-1])
    return Chosen(tuple(sorted(chosen)), tuple(lost))


def _runs(places: _Places, line: str, cursor: int) -> list[tuple[int, int]]:
    """Where a line stands, in one piece; else where its sentences do."""
    whole = _find(places, _squashed(line), cursor)
    if whole is not None:
        return [whole] if whole[0] < whole[1] else []
    pieces = (_find(places, _squashed(piece), cursor) for piece in _SENTENCE_END.split(line))
    return [run for run in pieces if run is not None]


def _find(places: _Places, letters: str, cursor: int) -> tuple[int, int] | None:
    """Where these letters stand: after the cursor, else anywhere. Short ones must make up a block."""
    if len(letters) < _SHORTEST:
        return places.whole.get(letters)
    place = places.letters.find(letters, cursor)
    if place < 0:
        place = places.letters.find(letters)
    return None if place < 0 else (place, place + len(letters))
