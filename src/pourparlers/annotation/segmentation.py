"""Where sentences end. Rules do it better than the parser on news, where quotations, initials and abbreviations abound."""

import re
from collections.abc import Iterator

from pourparlers.lexicon import read_yaml
from pourparlers.model.text import Span

_END = re.compile(r"[.!?…]+")
_CLOSERS = frozenset(")]»”’")
_OPENERS = frozenset("([«“‘\"'—–-")
_LAST_WORD = re.compile(r"[\w°'-]+$")
#: A longer stretch without an end is cut at a space, so that a page without full stops cannot exhaust the memory.
LONGEST = 3000


def find_sentences(text: str, line: Span, closing: frozenset[int]) -> tuple[Span, ...]:
    """The sentences of a line, without the white space around them. closing: offsets of closing quotation marks."""
    found: list[Span] = []
    start = line.start
    for end in [*_ends(text, line, closing), line.end]:
        found += _trimmed(text, start, end)
        start = end
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
        words = text[start:stop]
        inner = words.strip()
        if inner:
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(inner))
        start = stop


def _ends(text: str, line: Span, closing: frozenset[int]) -> Iterator[int]:
    """Offsets just after the last character of each sentence but the last."""
    for match in _END.finditer(text, line.start, line.end):
        end = match.end()
        while end < line.end and (text[end] in _CLOSERS or end in closing or (text[end] == " " and _closes_after_space(text, end, line, closing))):
            end += 1
        if end < line.end and text[end] == " " and _begins(text, end, line.end) and not _abbreviates(text, match, line.start, end):
            yield end


def _closes_after_space(text: str, at: int, line: Span, closing: frozenset[int]) -> bool:
    """French sets a space before », so that one space may stand between the full stop and the closing mark."""
    return at + 1 < line.end and (at + 1 in closing or text[at + 1] == "»")


def _begins(text: str, at: int, stop: int) -> bool:
    """True when a sentence may begin after the white space at `at`: a capital, a digit or an opening mark before one."""
    while at < stop and (text[at] == " " or text[at] in _OPENERS):
        at += 1
    return at < stop and (text[at].isupper() or text[at].isdigit())


def _abbreviates(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """True when the stop at `match` belongs to a word ("M.", "George W.", "J.-C.") rather than ending a sentence."""
    if match.group() != "." or end != match.end():
        return False
    word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    if word is None:
        return False
    last = word.group().rpartition("'")[2]
    return last.lower() in _abbreviations() or (len(last) == 1 and last.isupper() and not _is_network(text, word))


def _is_network(text: str, word: re.Match[str]) -> bool:
    """True for the X of "a-t-il écrit sur X. Selon lui": no initial stands behind a word in small letters but a title."""
    before = text[max(0, word.start() - 8) : word.start()].split()
    return word.group() == "X" and before[-1:] in (["sur"], ["social"], ["réseau"])


def _abbreviations() -> frozenset[str]:
    return frozenset(entry["form"] for entry in read_yaml("fr/abbreviations")["entries"])
