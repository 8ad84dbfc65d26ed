"""Quotation marks of a passage that may have been cut in two."""

_BLANKS = " \u00a0\u202f"
#: Marks that open and close, and the blank inside them.
_PAIRS = (("«", "»", "\u00a0"), ("“", "”", ""))
_ANY = '«»“”"'


def balanced(text: str) -> str:
    """A passage without marks around all of it; a quotation that the passage cuts in two is opened or closed at its edge, or its mark dropped where
    that stands at the edge itself."""
    line = text.strip(_BLANKS)
    if len(line) > 1 and line[0] in '«“"' and line[-1] in '»”"' and not any(mark in line[1:-1] for mark in _ANY):
        return line[1:-1].strip(_BLANKS)
    for opening, closing, blank in _PAIRS:
        line = _closed(_opened(line, opening, closing, blank), opening, closing, blank)
    return _evened(line)


def _opened(line: str, opening: str, closing: str, blank: str) -> str:
    """The line with a mark for the quotation of which it only has the end."""
    first = next((mark for mark in line if mark in (opening, closing)), "")
    if first != closing:
        return line
    return line[:-1].rstrip(_BLANKS) if line.index(closing) == len(line) - 1 else f"{opening}{blank}{line}"


def _closed(line: str, opening: str, closing: str, blank: str) -> str:
    """The line with a mark for the quotation of which it only has the beginning."""
    last = next((mark for mark in reversed(line) if mark in (opening, closing)), "")
    if last != opening:
        return line
    return line[1:].lstrip(_BLANKS) if line.rindex(opening) == 0 else f"{line}{blank}{closing}"


def _evened(line: str) -> str:
    """The same for straight marks, which tell by the blank beside them whether they open or close."""
    if line.count('"') % 2 == 0:
        return line
    if line[0] == '"' or line[-1] == '"':
        return line.removeprefix('"') if line[0] == '"' else line.removesuffix('"')
    at = line.rindex('"')
    return f'{line}"' if line[at - 1] in _BLANKS + "('’" else f'"{line}'
