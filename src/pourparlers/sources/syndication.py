"""RSS and Atom as XML: what a feed says of itself, and its entries, as far as it is well-formed.

The parser is that of the standard library (expat): nothing but text and elements is wanted, and it tells where a feed breaks, so that what stands
before is read. A feed is hostile: it may define no entities, nothing outside it is ever loaded, and no address in it is followed.
"""

import html
from dataclasses import dataclass, field
from xml.parsers import expat

#: Elements of one entry, in RSS and in Atom.
_ENTRIES = frozenset({"item", "entry"})
#: What is kept of an entry, in the order in which one stands in for another.
_FIELDS = {
    "title": ("title",),
    "url": ("link",),
    "id": ("guid", "id", "identifier"),
    "text": ("encoded", "content", "description", "summary"),
    "published": ("pubDate", "published", "date", "issued", "updated"),
}
_KEPT = frozenset(name for names in _FIELDS.values() for name in names)
_CHANNEL = frozenset({"title", "language"})
#: Spaces of names whose elements bear the same names as others and mean something else (pictures, podcasts).
_OTHERS = ("http://search.yahoo.com/mrss", "http://www.itunes.com/dtds")
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(slots=True)
class Entry:
    """What stands in an entry, by the name of the element; of several of one name, the first. plain: the elements whose text is surely no HTML."""

    found: dict[str, str] = field(default_factory=dict)
    plain: set[str] = field(default_factory=set)

    def value(self, what: str) -> tuple[str, bool]:
        """A field of the entry ("title", "url", "id", "text", "published"), empty when it is not there, and whether it is surely no HTML."""
        name = next((name for name in _FIELDS[what] if self.found.get(name)), "")
        return self.found.get(name, ""), name in self.plain


@dataclass(slots=True)
class Feed:
    """What a feed says. fault: why the rest of it could not be read, None when all was."""

    known: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    fault: str | None = None


def parse(content: bytes) -> Feed | None:
    """The feed in these bytes, None when they are none."""
    parser = _Parser()
    fault = parser.run(content)
    if not (parser.is_feed or parser.is_hostile):
        return None
    parser.feed.fault = fault
    return parser.feed


class _HostileError(Exception):
    """The feed does what no feed needs to."""


class _Parser:
    """Elements that are open, and the field that is being read."""

    def __init__(self) -> None:
        self.feed = Feed()
        self.is_feed = False
        self.is_hostile = False
        self._open: list[str] = []
        self._entry: Entry | None = None
        self._name, self._depth, self._escaped = "", 0, False
        self._text: list[str] = []

    def run(self, content: bytes) -> str | None:
        """Reads everything. Returns why it could not go on, if it could not."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.EntityDeclHandler = self._characters, self._refuse
        parser.UseForeignDTD(True)  # none is loaded: so entities of HTML, which feeds use unasked, are told instead of ending it
        parser.SkippedEntityHandler = self._skipped
        try:
            parser.Parse(content.lstrip(), True)
        except expat.ExpatError as error:
            return f"line {error.lineno}: {expat.ErrorString(error.code)}"
        except _HostileError:
            return "it defines entities, which no feed needs to"
        except (LookupError, ValueError):
            return "its encoding is not known"
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open:
            self.is_feed = local in ("rss", "RDF", "feed")
            self.feed.known["language"] = attributes.get(_LANGUAGE, "")
        self._open.append(local)
        if self._name:
            self._text.append(f"<{local}>" if self._escaped else "")
        elif local in _ENTRIES:
            self._entry = Entry()
        elif not space.startswith(_OTHERS) and self._wanted(local):
            self._begin(local, attributes)

    def _wanted(self, local: str) -> bool:
        """True for a field of the entry, or of the feed, whose own stand right within it or its channel."""
        if self._entry is not None:
            return local in _KEPT and self._open[-2] in _ENTRIES
        return local in _CHANNEL and self._open[-2:-1] in (["channel"], ["feed"])

    def _begin(self, local: str, attributes: dict[str, str]) -> None:
        self._name, self._depth = local, len(self._open)
        kind = attributes.get("type", "")
        self._escaped = kind == "xhtml"
        self._text = []
        if self._entry is None:
            return
        if local == "link" and "href" in attributes and attributes.get("rel", "alternate") == "alternate":
            self._entry.found.setdefault("link", attributes["href"])
        if kind in ("text", "text/plain") or (local in ("content", "summary") and not kind):
            self._entry.plain.add(local)

    def _end(self, _name: str) -> None:
        local = self._open.pop()
        if self._name and len(self._open) + 1 == self._depth:
            target = self.feed.known if self._entry is None else self._entry.found
            value = "".join(self._text).strip()
            if value and not target.get(local):
                target[local] = value
            self._name = ""
        elif self._name:
            self._text.append(f"</{local}>" if self._escaped else "")
        elif local in _ENTRIES and self._entry is not None:
            self.feed.entries.append(self._entry)
            self._entry = None

    def _characters(self, text: str) -> None:
        if self._name:
            self._text.append(html.escape(text, quote=False) if self._escaped else text)

    def _skipped(self, name: str, _parameter: bool) -> None:
        self._characters(html.unescape(f"&{name};"))

    def _refuse(self, *_declaration: object) -> None:
        self.is_hostile = True
        raise _HostileError
