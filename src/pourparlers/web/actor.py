"""Somebody who acts or speaks: what they ask for through time and what is answered, whom they meet, what they say and what is told of them."""

from dataclasses import dataclass
from typing import Any

from pourparlers.errors import NotFoundError
from pourparlers.model.chronicle import Entry
from pourparlers.views.actors import ActorRow, actors
from pourparlers.views.contacts import contacts
from pourparlers.views.positions import PositionRow, positions
from pourparlers.web.disagreements import has_voice_in_one
from pourparlers.web.scene import Item, Scene

#: Rows of a list that stand on the page, before all of them are asked for.
_FEW = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A position of somebody. told: ISO prefix of the day of its article. to: what it answers; replies: what answers it."""

    row: PositionRow
    told: str | None
    to: tuple[Entry, ...]
    replies: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What somebody asks for on an issue, in the order of time: the last of it, where it is much. total: how many positions that are."""

    name: str
    asked: tuple[Asked, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the chronicle about somebody. name: of the text that heads them. query: of the address of all of them. total: how many that are."""

    name: str
    items: tuple[Item, ...]
    query: dict[str, str]
    total: int


def page(scene: Scene, name: str) -> dict[str, Any]:
    """What the page of an actor shows. name: any name of theirs. Raises NotFoundError when nobody is called so."""
    row = scene.actors.get(name)
    if row is None:
        raise NotFoundError(name)
    return {**portrait(scene, row), "name": "actors"}


def portrait(scene: Scene, row: ActorRow) -> dict[str, Any]:
    """What is known of an actor."""
    return {
        "actor": row,
        "followers": [other for other in scene.rows(actors) if other.side == row.name and other.name != row.name],
        "issues": _asked(scene, row),
        "met": [met for met in scene.rows(contacts) if row.name in (met.one, met.other)],
        "parts": [part for part in _parts(scene, row) if part.items],
        "differing": has_voice_in_one(scene, row.name),
    }


def _asked(scene: Scene, actor: ActorRow) -> list[Issue]:
    """Their positions and those of whoever acts for them, by issue, each in the order of time."""
    found: dict[str, list[Asked]] = {}
    own = [_told(scene, row) for row in scene.rows(positions) if actor.name in _names(scene, row)]
    for one in sorted(own, key=lambda one: (one.row.said_on or one.told or "9999", one.row.id)):
        found.setdefault(one.row.issue, []).append(one)
    issues = (Issue(name, tuple(asked[-_FEW:]), len(asked)) for name, asked in found.items())
    return sorted(issues, key=lambda issue: (issue.name == "other", -issue.total, issue.name))


def _told(scene: Scene, row: PositionRow) -> Asked:
    told = scene.shown.told_on(scene.shown.claims[row.id].evidence.document)
    to = tuple(entry for entry in map(scene.shown.entry_of, row.answers) if entry is not None)
    return Asked(row, told, to, tuple(scene.answered.get(row.id, ())))


def _names(scene: Scene, row: PositionRow) -> tuple[str | None, ...]:
    """Whose position it is: the fullest name, and whom they act for."""
    known = scene.actors.get(row.party)
    return (row.party if known is None else known.name, row.camp or row.side)


def _parts(scene: Scene, actor: ActorRow) -> list[Part]:
    """What they do as anybody tells it, what they claim, and what they say; the newest first."""
    about = [item for item in scene.items if actor.name in item.who]
    own = {actor.name, *(name for name, row in scene.actors.items() if actor.name in (row.name, row.side))}
    said = [item for item in about if item.lane == "statements"]
    claimed = [item for item in about if item.lane != "statements" and not own.isdisjoint(item.claimants)]
    done = [item for item in about if item.lane != "statements" and own.isdisjoint(item.claimants)]
    return [
        Part("actor.claimed", tuple(claimed[:_FEW]), {"who": actor.name}, len(claimed)),
        Part("actor.done", tuple(done[:_FEW]), {"who": actor.name}, len(done)),
        Part("actor.said", tuple(said[:_FEW]), {"who": actor.name, "kind": "statements"}, len(said)),
    ]
