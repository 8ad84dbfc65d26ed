"""Plain text into lines: one a paragraph, also where an editor broke them at a fixed width."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pourparlers.cleaning.draft import Paragraph
from pourparlers.cleaning.traced import Traced

_FEED = re.compile(r"\n")

#: Lines broken at a fixed width are this long, give or take their last word.
_NARROWEST, _WIDEST = 45, 110

_STRAY_N = re.compile(r"n(?=[«\-–•]|\s?[A-ZÀ-Ý])")

_ENDS = tuple('.!?…:;»"”)')


def paragraphs(words: Traced) -> tuple[Paragraph, ...]:
    """The paragraphs of normalised text, without empty ones."""
    found: list[Paragraph] = []
    for group in _groups(words):
        lines = [replace(line, words=_without_stray_n(line.words)) for line in group]
        found.extend([_rejoined(lines)] if _is_wrapped(lines) else lines)
    return tuple(found)


def _groups(words: Traced) -> Iterator[list[Paragraph]]:
    """The lines between blank lines."""
    group: list[Paragraph] = []
    for line in words.split(_FEED):
        line = line.strip()
        if line.text:
            group.append(Paragraph(line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(group: list[Paragraph]) -> bool:
    """True for lines of much the same length most of which end in mid-sentence."""
    if len(group) < 3:
        return False
    body = [line.text for line in group[:-1]]
    if not all(_NARROWEST <= len(text) <= _WIDEST for text in body) or len(group[-1].text) > _WIDEST:
        return False
    running = sum(line.text[0].islower() for line in group[1:])
    return running * 2 > len(body) and sum(text.endswith(_ENDS) for text in body) * 2 < len(body)


def _rejoined(group: list[Paragraph]) -> Paragraph:
    """One paragraph of lines that were broken; spaces stand for the line feeds."""
    parts = [group[0].words]
    for line in group[1:]:
        parts.extend((Traced.put_in(" "), line.words))
    return Paragraph(Traced.join(parts))


def _without_stray_n(words: Traced) -> Traced:
    """Without the "n" that a bad export made of a line feed before a capital or a mark ("nLe président…")."""
    match = _STRAY_N.match(words.text)
    return words if match is None else words.cut(match.end(), len(words)).strip()
