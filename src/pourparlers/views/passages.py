"""A passage within its sentence, or with a sentence before and after that."""

import re
from dataclasses import dataclass

#: Where a sentence ends: a mark of the end, perhaps closed quotation marks, and white space; or a line break.
_END = re.compile(r"[.!?…]+[\s  ]*[»”\"’)]*\s+(?=[\"«“(\[—–-]?\s*[A-ZÀ-ÖØ-Þ0-9]|$)|\n+")
_REACH = 600


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, and what stands around them: the rest of their sentence, perhaps with one more on either side."""

    before: str
    words: str
    after: str


def passage(text: str, start: int, end: int, around: int = 1) -> Passage:
    """The passage [start, end) of a text with the rest of its sentence. around: how many sentences more on either side."""
    head, tail = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    cuts = [match.end() for match in _END.finditer(head)]
    first = cuts[-1 - around] if len(cuts) > around else 0
    ends = [match.end() for match in _END.finditer(tail)]
    last = ends[around] if len(ends) > around else len(tail)
    return Passage(head[first:], text[start:end], tail[:last])
