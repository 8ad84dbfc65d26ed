"""HTML source as a stream of tags and texts, each with its place in the source. Linear in the source, whatever it holds.

Extraction libraries give text without places; this reader gives every character its place, so that their choice can be mapped back.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Elements whose content is no text; noscript and template repeat what the page shows elsewhere.
RAW = frozenset({"script", "style", "noscript", "template", "textarea", "svg", "iframe", "object", "math", "select"})

#: Elements without an end tag.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"})

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"([^\s=/>\"'<]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
#: So many tags may swallow the rest of the page in quotation marks before those marks are no longer believed.
_PATIENCE = 20

_QUOTE_OR_END = re.compile(r"[>\"']")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag. name: lower-case. attributes: as written in the source from `start` to `end`, read on demand."""

    name: str
    closing: bool
    source: str
    start: int
    end: int

    def attributes(self) -> dict[str, str]:
        """Lower-case names and their values, entities read; the first of a repeated one counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, self.start + 1 + len(self.name), self.end - 1):
            value = next((v for v in match.groups()[1:] if v is not None), "")
            found.setdefault(match[1].lower(), html.unescape(value))
        return found


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text. raw: the name of the element when it is one whose content is no text (a script)."""

    start: int
    end: int
    raw: str = ""


class _Finder:
    """str.find that remembers what is not there any more, so that a source full of openings without ends is read in linear time."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._gone: dict[str, int] = {}
        self.misquoted = 0

    def find(self, what: str, start: int) -> int:
        """The first place of `what` from `start` on; -1 when there is none."""
        if start >= self._gone.get(what, len(self._source) + 1):
            return -1
        place = self._source.find(what, start)
        if place < 0:
            self._gone[what] = start
        return place


def scan(source: str) -> Iterator[Tag | Text]:
    """The tags and texts of HTML source, in order; comments and declarations are left out."""
    finder, place, start = _Finder(source), 0, 0
    lower: str | None = None
    while (place := finder.find("<", place)) >= 0:
        skipped = _skip(source, place, finder)
        if skipped is not None:
            yield from _text(start, place)
            place = start = skipped
            continue
        tag = _tag(source, place, finder)
        if tag is None:
            place += 1
            continue
        yield from _text(start, place)
        yield tag
        place = start = tag.end
        if tag.name in RAW and not tag.closing and source[tag.end - 2] != "/":
            lower = source.lower() if lower is None and source.isascii() else lower or _lower(source)
            close = _close(lower, tag.name, place)
            yield from _text(place, close, tag.name)
            place = start = close
    yield from _text(start, len(source))


def _lower(source: str) -> str:
    """Lower-case, of the same length ("İ".lower() has two characters)."""
    lower = source.lower()
    return lower if len(lower) == len(source) else "".join(char.lower() if len(char.lower()) == 1 else char for char in source)


def _text(start: int, end: int, raw: str = "") -> Iterator[Text]:
    if start < end:
        yield Text(start, end, raw)


def _skip(source: str, place: int, finder: _Finder) -> int | None:
    """The end of the comment, declaration or instruction at `place`; None when there is none."""
    if source.startswith("<!--", place):
        end = finder.find("-->", place + 4)
        return len(source) if end < 0 else end + 3
    if source.startswith(("<!", "<?"), place):
        end = finder.find(">", place)
        return len(source) if end < 0 else end + 1
    return None


def _tag(source: str, place: int, finder: _Finder) -> Tag | None:
    closing = source.startswith("</", place)
    name = _NAME.match(source, place + 1 + closing)
    if name is None:
        return None
    end = _tag_end(source, name.end(), finder)
    return None if end is None else Tag(name[0].lower(), closing, source, place + closing, end)


def _tag_end(source: str, place: int, finder: _Finder) -> int | None:
    """The end of a tag, None when no ">" follows. One within quotation marks does not end it, unless no other does."""
    first = finder.find(">", place)
    if first < 0:
        return None
    if finder.misquoted < _PATIENCE:
        while (match := _QUOTE_OR_END.search(source, place)) is not None:
            if match[0] == ">":
                return match.end()
            close = finder.find(match[0], match.end())
            place = match.end() if close < 0 else close + 1
        finder.misquoted += 1
    return first + 1


def _close(lower: str, name: str, place: int) -> int:
    close = lower.find(f"</{name}", place)
    return len(lower) if close < 0 else close
