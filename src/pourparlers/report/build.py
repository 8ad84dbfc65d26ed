"""One file of the templates of the site: its pages are chapters, its addresses anchors, its style and script stand in it."""

import base64
import hashlib
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from pourparlers import __version__
from pourparlers.model.chronicle import Entry
from pourparlers.store import View
from pourparlers.views.actors import ActorRow, actors
from pourparlers.views.positions import positions
from pourparlers.views.shown import Shown
from pourparlers.web import actor, article, event, sections
from pourparlers.web.catalogue import Words
from pourparlers.web.filters import Filters
from pourparlers.web.links import ReportLinks
from pourparlers.web.loaded import Loaded
from pourparlers.web.render import STATIC, render, static_text
from pourparlers.web.scene import Scene

#: Chapters after the chronicle. Of more entries than MOST_CITED only some carry their sources. Of more than MOST_DRAWN, long lists and the sources
#: stand as text, which browsers with script draw when they are wanted, so that a report opens at once.
CHAPTERS = ("talks", "map", "actors", "positions", "commitments", "statements", "figures", "disagreements", "sources", "issues")
MOST_CITED, MOST_DRAWN = 2000, 300
#: Actors of whom all is told below their list: those of most articles who take positions or are parties.
MOST_PORTRAYED = 30
_FONT = re.compile(r'url\("/static/([a-z]+\.woff2)"\)')


class Cited(StrEnum):
    """Whose sources a report carries: of all entries, of events and disputed ones, or of none."""

    all = "all"
    events = "events"
    none = "none"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a report carries. cited: whose sources; None for all, or those of events where there are many entries. full_text: with whole articles."""

    cited: Cited | None = None
    full_text: bool = False


def build_report(view: View, shown: Shown, title: str, language: str, *, as_of: str | None = None, contents: Contents | None = None) -> str:
    """The report of a dossier as HTML. view, shown: of it, open while it is written. language: "fr" or "en". as_of: the ISO day
    as of which it is shown. contents: None for the usual ones. Raises DossierError when the dossier cannot be read."""
    return _written(Scene("report", title, Loaded(shown, None), lambda: nullcontext(view), as_of), Words(language), contents or Contents())


def _written(scene: Scene, words: Words, contents: Contents) -> str:
    which = contents.cited or (Cited.all if len(scene.shown.entries()) <= MOST_CITED else Cited.events)
    entries = [entry for entry in scene.shown.entries() if _carried(entry, which)]
    carried = frozenset(entry.id for entry in entries)
    told = {entry.id: entry.evidence[0].document for entry in scene.shown.entries() if entry.evidence and entry.id not in carried}
    frame = {
        "scene": scene,
        "links": ReportLinks(carried, told, [row.name for row in scene.rows(actors)]),
        "report": True,
        "excerpts": which is not Cited.none,
        "lazy": len(scene.shown.entries()) > MOST_DRAWN,
        "as_of": scene.as_of,
        "version": __version__,
    }
    main = sections.chronicle(scene, Filters(), words.language, paged=False)
    chapters = [_part("hero", words, frame), _part("chronicle", words, {**frame, **main})]
    frame["portraits"] = {row.name: _part("portrait", words, {**frame, **actor.portrait(scene, row)}) for row in _portrayed(scene)}
    chapters += [_part(name, words, {**frame, **sections.PAGES[name](scene, {"all": ""})}) for name in CHAPTERS]
    style = _with_fonts(static_text("fonts.css")) + static_text("style.css") + main["marks_css"]
    script, theme = static_text("app.js") + static_text("report.js"), static_text("theme.js")
    context = {
        **frame,
        "chapters": chapters,
        "entries": [(entry.id, _part("event", words, {**frame, **event.page(scene, entry, words.language)})) for entry in entries],
        "articles": list(_articles(scene, words, frame)) if contents.full_text else [],
        "left_out": len(scene.shown.entries()) - len(entries),
        "menu": ("chronicle", *CHAPTERS),
        "style": Markup(style),
        "script": Markup(script),
        "theme": Markup(theme),
        "icon": base64.b64encode((STATIC / "favicon.svg").read_bytes()).decode(),
        "policy": policy(style, (theme, script)),
    }
    return render("report.html", words, context)


def policy(style: str, scripts: tuple[str, ...]) -> str:
    """The Content-Security-Policy of a report: its own style and scripts, named by their digests, and nothing from anywhere."""
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src {allowed}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _part(name: str, words: Words, context: dict[str, Any]) -> Markup:
    """A part of a template, whose own escaping has been done."""
    return Markup(render(f"parts/{name}.html", words, context))


def _portrayed(scene: Scene) -> list[ActorRow]:
    """Those of whom more is told than a row: who holds a position, or is a party."""
    holding = {scene.actors[row.party].name for row in scene.rows(positions) if row.party in scene.actors}
    return [row for row in scene.rows(actors) if row.name in holding or (row.part == "party" and row.side == row.name)][:MOST_PORTRAYED]


def _articles(scene: Scene, words: Words, frame: dict[str, Any]) -> Iterator[tuple[str, Markup]]:
    for document in scene.shown.cards:
        yield document, _part("article", words, {**frame, **article.page(scene, document, True, words.language)})


def _carried(entry: Entry, which: Cited) -> bool:
    return which is Cited.all or (which is Cited.events and (entry.kind in ("event", "commitment") or bool(entry.contradicts)))


def _with_fonts(css: str) -> str:
    """The style sheet of fonts with the fonts in it."""
    return _FONT.sub(lambda match: f'url("data:font/woff2;base64,{base64.b64encode((STATIC / match[1]).read_bytes()).decode()}")', css)
