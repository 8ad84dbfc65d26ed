"""The visible text of a page as blocks (paragraphs, headings, captions…), each traced to the source, with the elements it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparlers.cleaning.markup import RAW, VOID, Tag, Text
from pourparlers.cleaning.traced import Traced
from pourparlers.cleaning.typography import entity, normalise

#: Elements that break a line of text. All others run on within it.
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    )
)

#: A paragraph ends where one of these begins, whether or not its end tag was written.
_ENDS_PARAGRAPH = _BLOCKS - {"br"}

#: Shown whatever their style says: pages hide them until their scripts have run.
_SHOWN = frozenset({"html", "body", "main", "article"})

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_WHITE = re.compile(r"[ \t\r\n\f]+")

#: Deeper nesting than this is no page that somebody wrote; what is deeper counts as standing here.
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class Element:
    """An open element. number: its order in the source, which tells two apart. names: its id and classes, lower-case."""

    tag: str
    number: int
    names: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A line of visible text, white space folded. path: the elements that it stands in, outermost first."""

    words: Traced
    path: tuple[Element, ...]

    @property
    def tag(self) -> str:
        """The nearest element that makes a block."""
        return next((element.tag for element in reversed(self.path) if element.tag in _BLOCKS), "")

    @property
    def parent(self) -> int:
        """The number of the element around the nearest block element; -1 for none."""
        numbers = [element.number for element in self.path if element.tag in _BLOCKS]
        return numbers[-2] if len(numbers) > 1 else -1

    def inside(self, tags: frozenset[str]) -> bool:
        """True when it stands in an element of one of these tags."""
        return any(element.tag in tags for element in self.path)


@dataclass(slots=True)
class _Reader:
    """The state of reading a page: open elements, and the text of the block that is being read."""

    source: str
    stack: list[Element]
    parts: list[Traced]
    path: tuple[Element, ...] = ()
    opened: int = 0

    def flush(self) -> Iterator[Block]:
        if self.parts:
            words = normalise(Traced.join(self.parts).sub(_WHITE, " ")).strip()
            self.parts = []
            if words.text:
                yield Block(words, self.path)

    def read_tag(self, tag: Tag) -> Iterator[Block]:
        if tag.name in _BLOCKS:
            yield from self.flush()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in VOID:
            if tag.name in _ENDS_PARAGRAPH:
                self._close("p", within=_BLOCKS)
            self._open(tag)

    def read_text(self, text: Text) -> None:
        if any(element.hidden for element in self.stack):
            return
        words = Traced.of(self.source[text.start : text.end], text.start)
        if "&" in words.text:
            words = words.sub(_ENTITY, entity)
        if not self.parts:
            self.path = tuple(self.stack)
        self.parts.append(words)

    def _open(self, tag: Tag) -> None:
        if len(self.stack) >= _DEEPEST:
            return
        attributes = tag.attributes()
        names = f"{attributes.get('id', '')} {attributes.get('class', '')}".lower().strip()
        style = attributes.get("style", "").replace(" ", "").lower()
        hidden = tag.name not in _SHOWN and ("hidden" in attributes or "display:none" in style)
        self.opened += 1
        self.stack.append(Element(tag.name, self.opened, names, hidden))

    def _close(self, name: str, within: frozenset[str] = frozenset()) -> None:
        """Close the nearest open element of that name, and all in it; with `within`, only if no other of those is open inside it."""
        for i in range(len(self.stack) - 1, -1, -1):
            if self.stack[i].tag == name:
                del self.stack[i:]
                return
            if self.stack[i].tag in within:
                return


def blocks(source: str, items: Iterable[Tag | Text]) -> tuple[Block, ...]:
    """The blocks of visible text in HTML source (with its tags and texts), in order.

    The content of scripts and styles, hidden elements and `<title>` are none.
    """
    reader = _Reader(source, [], [])
    found: list[Block] = []
    for item in items:
        if isinstance(item, Tag):
            found.extend(reader.read_tag(item))
        elif item.raw not in RAW:
            reader.read_text(item)
    found.extend(reader.flush())
    return tuple(block for block in found if block.tag not in ("title", "head"))
