"""What the head of a page, its embedded data and its `time` elements declare: title, outlet, address, language, days."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pourparlers.cleaning.markup import Tag, Text

_ARTICLE_TYPES = re.compile(r"(?:news|reportage|analysis|backgroundnews|opinion|blog)?(?:article|posting)|report", re.IGNORECASE)

#: Where pages declare a thing, best first: names of `meta` elements, or keys of embedded data after "ld:".
_PUBLISHED = (
    "article:published_time",
    "ld:datePublished",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
)
_MODIFIED = ("article:modified_time", "ld:dateModified", "og:updated_time", "datemodified", "last-modified")
_TITLE = ("og:title", "ld:headline", "twitter:title", "dc.title", "title")
_OUTLET = ("og:site_name", "ld:publisher", "application-name", "dc.publisher")
_URL = ("canonical", "og:url", "ld:url")

#: Embedded data nests; whoever nests deeper than this means no article.
_DEEPEST, _MOST = 6, 2_000


@dataclass(frozen=True, slots=True)
class Declaration:
    """A value and where it was declared: the name of the field and its run in the source."""

    value: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageMeta:
    """All that a page declares about itself, in the order of the source; times: the `datetime` of `time` elements."""

    language: str | None
    fields: tuple[Declaration, ...]
    times: tuple[Declaration, ...]

    def first(self, names: tuple[str, ...]) -> Declaration | None:
        """The declaration under the best of these names, None when there is none."""
        for name in names:
            for declaration in self.fields:
                if declaration.field == name:
                    return declaration
        return None

    @property
    def title(self) -> str | None:
        return _value(self.first(_TITLE))

    @property
    def outlet(self) -> str | None:
        return _value(self.first(_OUTLET))

    @property
    def url(self) -> str | None:
        return _value(self.first(_URL))

    @property
    def published(self) -> Declaration | None:
        return self.first(_PUBLISHED)

    @property
    def modified(self) -> Declaration | None:
        return self.first(_MODIFIED)


def _value(declaration: Declaration | None) -> str | None:
    return None if declaration is None else declaration.value


def page_meta(source: str, items: Iterable[Tag | Text]) -> PageMeta:
    """The declarations in HTML source (with its tags and texts)."""
    found: list[Declaration] = []
    within = ""
    for item in items:
        if isinstance(item, Tag):
            within = _content_of(item)
            found.extend(_told_by(item))
        elif within == "title" and not item.raw:
            found.append(Declaration(_squeezed(html.unescape(source[item.start : item.end])), "title", item.start, item.end))
        elif within == "data" and item.raw == "script":
            found.extend(_embedded(source, item))
    language = next((language for held in found if held.field == "lang" and (language := _language(held.value)) is not None), None)
    times = tuple(held for held in found if held.field == "time")
    return PageMeta(language, tuple(held for held in found if held.field not in ("lang", "time")), times)


def _content_of(tag: Tag) -> str:
    """What the text behind a tag tells: "title", "data" (JSON-LD), or "" for nothing."""
    if tag.closing:
        return ""
    if tag.name == "script":
        return "data" if tag.attributes().get("type", "").strip().lower() == "application/ld+json" else ""
    return "title" if tag.name == "title" else ""


def _told_by(tag: Tag) -> Iterator[Declaration]:
    """The declaration that a tag's own attributes make, if they make one."""
    if tag.closing or tag.name not in ("html", "link", "meta", "time"):
        return
    attributes = tag.attributes()
    if tag.name == "html":
        yield from _declared(tag, "lang", attributes.get("lang") or attributes.get("xml:lang"))
    elif tag.name == "time":
        yield from _declared(tag, "time", attributes.get("datetime"))
    elif tag.name == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        yield from _declared(tag, name.strip().lower(), attributes.get("content"))
    elif "canonical" in attributes.get("rel", "").lower().split():
        yield from _declared(tag, "canonical", attributes.get("href"))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _declared(tag: Tag, field: str, value: str | None) -> Iterator[Declaration]:
    if field and value is not None and value.strip():
        yield Declaration(_squeezed(value), field, tag.start, tag.end)


def _language(value: str) -> str | None:
    match = re.match(r"([a-zA-Z]{2})(?![a-zA-Z])", value)
    return match[1].lower() if match else None


def _embedded(source: str, text: Text) -> Iterator[Declaration]:
    """The declarations of an article in embedded data (JSON-LD)."""
    try:
        data = json.loads(source[text.start : text.end], strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(data):
        if not _is_article(thing.get("@type")):
            continue
        for key in ("datePublished", "dateModified", "headline", "publisher", "url"):
            value = _name(thing.get(key))
            if value is not None:
                yield Declaration(_squeezed(value), f"ld:{key}", text.start, text.end)


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE_TYPES.fullmatch(k) for k in kinds)


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _things(data: object) -> Iterator[dict[str, object]]:
    """The objects in embedded data, outermost first, as many and as deep as a page needs."""
    level: list[object] = [data]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for thing in level[:_MOST]:
            if isinstance(thing, dict):
                yield thing
                below.extend(thing.values())
            elif isinstance(thing, list):
                below.extend(thing)
        level = below
