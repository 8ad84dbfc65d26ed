"""Sentences and clauses that lost the space between them: "La séance est terminée.Le président est parti,puis revenu."

Only where nothing else can be meant: two small letters (or a closing mark) before the full stop, a capital and another letter after it; letters on
both sides of the comma or the colon; and neither an address, an address of mail, a hashtag nor a domain around it.
"""

import re
from collections.abc import Iterator

from pourparlers.cleaning.traced import Traced

_SEAM = re.compile(r"(?:(?<=[a-zà-ÿ]{2})|(?<=[»”)]))(?:[.!?…]+|[.!?]+[»”])(?=(?:[«“] ?)?[A-ZÀ-Ý](?:[a-zà-ÿ]|['’ ][A-ZÀ-Ýa-zà-ÿ]))")
_QUOTED_SEAM = re.compile(r"(?<=[a-zà-ÿ]{2}[.!?])\"(?=[A-ZÀ-Ý](?:[a-zà-ÿ]|['’][A-ZÀ-Ýa-zà-ÿ]))")
_CLOSED_SEAM = re.compile(r"(?<=[a-zà-ÿ]{2})\"[.!?…]+(?=(?:[«“] ?)?[A-ZÀ-Ý](?:[a-zà-ÿ]|['’ ][A-ZÀ-Ýa-zà-ÿ]))")
_COMMA = re.compile(r"(?:(?<=[^\W\d_]{2})[,;:]|(?<=[»”)]),|(?<= ):)(?=[^\W\d_]{2}|[dlnsjmtcà]['’ ]|«)")
_ADDRESS = re.compile(r"[@#/_\\]|www\.|\.(?:com|fr|org|net|info|cd|be|ch|ca|eu|io)\b", re.IGNORECASE)

#: An address is looked for this far on either side of a seam.
_ADDRESS_REACH = 60


def unglued(words: Traced) -> Traced:
    """The same words with a space put in at each seam."""
    cuts = sorted({*_seams(_SEAM, words.text), *_seams(_CLOSED_SEAM, words.text), *_seams(_COMMA, words.text), *_quoted_seams(words.text)})
    if not cuts:
        return words
    parts: list[Traced] = []
    last = 0
    for place in cuts:
        parts.extend((words.cut(last, place), Traced.put_in(" ")))
        last = place
    parts.append(words.cut(last, len(words)))
    return Traced.join(parts)


def _seams(seam: re.Pattern[str], text: str) -> Iterator[int]:
    """Where a space is missing behind a mark."""
    for match in seam.finditer(text):
        before = text[max(0, match.start() - _ADDRESS_REACH) : match.start()].rpartition(" ")[2]
        after = text[match.start() : match.end() + _ADDRESS_REACH].partition(" ")[0]
        if _ADDRESS.search(before + after) is None:
            yield match.end()


def _quoted_seams(text: str) -> Iterator[int]:
    """Where a space is missing on either side of a straight quotation mark behind a full stop."""
    marks, last = 0, 0
    for match in _QUOTED_SEAM.finditer(text):
        marks += text.count('"', last, match.start())
        last = match.start()
        # An odd number of marks before this one: it closes; even: it opens.
        yield match.end() if marks % 2 == 1 else match.start()
