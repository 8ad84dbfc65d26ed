"""Sentences that lost the space between them: "La séance est terminée.Le président est parti."

Only where nothing else can be meant: two small letters (or a closing mark) before the full stop, a capital and another letter after it, and neither
an address, an address of mail, a hashtag nor a domain around it.
"""

import re

from pourparlers.cleaning.traced import Traced

_SEAM = re.compile(r"(?:(?<=[a-zà-ÿ]{2})|(?<=[»”)]))(?:[.!?…]+|[.!?]+[»”])(?=(?:[«“] ?)?[A-ZÀ-Ý](?:[a-zà-ÿ]|['’ ][A-ZÀ-Ýa-zà-ÿ]))")
_QUOTED_SEAM = re.compile(r"(?<=[a-zà-ÿ]{2}[.!?])\"(?=[A-ZÀ-Ý](?:[a-zà-ÿ]|['’][A-ZÀ-Ýa-zà-ÿ]))")
_ADDRESS = re.compile(r"[@#/_\\]|www\.|\.(?:com|fr|org|net|info|cd|be|ch|ca|eu|io)\b", re.IGNORECASE)


def unglued(words: Traced) -> Traced:
    """The same words with a space put in at each seam."""
    text = words.text
    cuts = [(match.end(), " ") for match in _SEAM.finditer(text) if not _in_address(text, match.start())]
    for match in _QUOTED_SEAM.finditer(text):
        # An odd number of straight marks before this one: it closes; even: it opens.
        closes = text.count('"', 0, match.start()) % 2 == 1
        cuts.append((match.end() if closes else match.start(), " "))
    if not cuts:
        return words
    parts: list[Traced] = []
    last = 0
    for place, space in sorted(cuts):
        parts.extend((words.cut(last, place), Traced.put_in(space)))
        last = place
    parts.append(words.cut(last, len(text)))
    return Traced.join(parts)


def _in_address(text: str, place: int) -> bool:
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return _ADDRESS.search(text[start : len(text) if end < 0 else end]) is not None
