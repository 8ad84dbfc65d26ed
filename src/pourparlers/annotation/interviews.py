"""Answers of interviews that are printed without quotation marks: "Awa Sow : Nous irons.", "R. – Non.", each after a line that asks.

A label is held to answer when it opens two lines at least, most of them right after a line that asks, and few of its own lines ask.
"""

import re
from collections.abc import Sequence

from pourparlers.model.annotated import Answer
from pourparlers.model.text import Span

#: A name, a letter or a word with a capital, and the mark that parts it from what is said.
_LABEL = re.compile(
    r"\s*(?:[—–-]\s+)?(?P<label>[A-ZÀ-Ý][\w'’.-]*(?: (?:[A-ZÀ-Ý][\w'’.-]*|d[eu]|des|la|le|el|al|ben|van|von|di|da)){0,5})"
    r"(?P<mark> ?:|\.? ?[–—]|\.-)(?=\s+\S)"
)
_FEWEST = 2


def find_answers(text: str, lines: Sequence[Span]) -> dict[int, Answer]:
    """Number of a line -> what it answers, of the interviews among the paragraphs of a text; empty for other texts."""
    labels = [_LABEL.match(text, line.start, line.end) for line in lines]
    asks = [text[line.start : line.end].rstrip(" \xa0»").endswith("?") for line in lines]
    opened: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        if label is not None:
            opened.setdefault(_folded(label), []).append(number)
    answering = {name for name, numbers in opened.items() if _answers(numbers, asks)}
    return {
        number: _answer(text, Span(label.end(), lines[number].end), Span(label.start("label"), label.end("label")))
        for number, label in enumerate(labels)
        if label is not None and _folded(label) in answering and not asks[number]
    }


def _folded(label: re.Match[str]) -> str:
    return label["label"].rstrip(".").casefold()


def _answers(numbers: Sequence[int], asks: Sequence[bool]) -> bool:
    """True for a label whose lines follow questions and are none."""
    after = sum(number > 0 and asks[number - 1] for number in numbers)
    own = sum(asks[number] for number in numbers)
    return after >= _FEWEST and 2 * after > len(numbers) and 2 * own < len(numbers)


def _answer(text: str, said: Span, label: Span) -> Answer:
    words = text[said.start : said.end]
    start = said.start + len(words) - len(words.lstrip())
    inner = Span(start, start + len(words.strip()))
    return Answer(outer=inner, inner=inner, label=label)
