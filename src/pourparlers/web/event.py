"""An entry with all its evidence: who says what of it, where, and why the program holds it for so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pourparlers.model.chronicle import Entry, Value
from pourparlers.model.claim import Attribution
from pourparlers.store import View
from pourparlers.views.agents import names_of
from pourparlers.views.explain import reasons
from pourparlers.views.passages import Passage, passage
from pourparlers.views.timeline import state
from pourparlers.web.disagreements import is_in_one
from pourparlers.web.render import web_address
from pourparlers.web.scene import Scene


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that an entry rests on. tellers: outermost first, empty for the article's own voice. cited: the passage as a citation."""

    document: str
    name: str
    outlet: str
    title: str | None
    published: str | None
    address: str | None
    passage: Passage
    rule: str
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a field. tellers: for each claimant its chain of names, innermost first; an empty chain for the articles' own voice."""

    value: Value
    tellers: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]


def sources(scene: Scene, view: View, entry: Entry) -> list[Source]:
    """The passages of an entry, the best first."""
    chains = {(c.evidence.document, c.evidence.start, c.evidence.end): c.attribution for c in _claims(scene, entry)}
    found = []
    for item in entry.evidence:
        metadata = scene.shown.cards[item.document].metadata
        found.append(
            Source(
                document=item.document,
                name=scene.shown.names[item.document],
                outlet=scene.shown.outlet(item.document),
                title=metadata.title,
                published=scene.shown.told_on(item.document),
                address=web_address(metadata.url),
                passage=passage(view.text(item.document), item.start, item.end),
                rule=item.rule,
                tellers=_names(chains.get((item.document, item.start, item.end), ())),
            )
        )
    return found


def page(scene: Scene, entry: Entry, language: str) -> dict[str, Any]:
    """What the page of an entry shows. language: of the reasons, "fr" or "en"."""
    with scene.view() as view:
        quoted = sources(scene, view, entry)
        reasoning = reasons(view, scene.shown, entry, language)
    return {
        "entry": entry,
        "state": state(entry),
        "sources": quoted,
        "values": [_said(scene, value) for value in entry.values],
        "history": [(step, _tellers(step.attribution), _outlets(scene, step.documents)) for step in entry.history],
        "differing": is_in_one(scene, entry.id),
        "contradicts": _others(scene, entry.contradicts),
        "answers": _others(scene, entry.answers),
        "answered_by": scene.answered.get(entry.id, []),
        "reasons": reasoning,
    }


def _claims(scene: Scene, entry: Entry) -> Iterator[Any]:
    return (claim for claim in map(scene.shown.claims.get, entry.members) if claim is not None)


def _said(scene: Scene, value: Value) -> Said:
    return Said(value, _tellers(value.attribution), _outlets(scene, value.documents))


def _tellers(chains: tuple[tuple[Attribution, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The names of each chain, innermost first; chains of the same names once."""
    return tuple(dict.fromkeys(map(_names, chains)))


def _names(chain: tuple[Attribution, ...]) -> tuple[str, ...]:
    return tuple(", ".join(names_of(link.agents)) for link in reversed(chain))


def _outlets(scene: Scene, documents: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.shown.outlet(document) for document in documents))


def _others(scene: Scene, ids: tuple[str, ...]) -> list[Entry]:
    return [entry for entry in map(scene.shown.entry_of, ids) if entry is not None]
