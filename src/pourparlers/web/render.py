"""Templates into pages: everything is escaped, and what could turn text around or hide in it is taken out."""

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from pourparlers.web import days
from pourparlers.web.catalogue import Words

STATIC = Path(__file__).parent / "static"
#: Control characters but tabs and line ends, marks that change the direction of text or break its lines, lone surrogates, invisible tags.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_APOSTROPHE = re.compile(r"(?<=[^\W\d])'(?=[\w«“])")
_BOUND = re.compile(r"(?<=«) | (?=[»:;?!])|(?<=\d) (?=\d{3}(?!\d))")


def visible(text: str) -> str:
    """The text without what readers do not see but browsers obey."""
    return _HIDDEN.sub("", text)


def typeset(text: str) -> str:
    """Words of an article, or of ours about it, as French is printed: its apostrophe, and no line end inside guillemets, before high signs and
    between the thousands of a number. No letter comes or goes."""
    return _BOUND.sub("\u00a0", _APOSTROPHE.sub("’", text))


def web_address(text: str | None) -> str | None:
    """The address, when it is one of the web; None for `javascript:` and all others."""
    found = visible(text or "").strip()
    return found if re.match(r"https?://[^\s/]", found, re.IGNORECASE) else None


def render(template: str, words: Words, context: Mapping[str, Any]) -> str:
    """The page that a template makes of a context."""
    language = words.language
    return (
        _environment()
        .get_template(template)
        .render(
            {
                **context,
                "t": words,
                "lang": language,
                "day": functools.partial(days.day, language=language),
                "short_day": functools.partial(days.short, language=language),
                "span": functools.partial(days.span, language=language),
                "edtf": functools.partial(days.edtf, language=language),
            }
        )
    )


@functools.cache
def static_text(name: str) -> str:
    """A file of `static`, as text."""
    return (STATIC / name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("pourparlers.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["typeset"] = typeset
    return environment
