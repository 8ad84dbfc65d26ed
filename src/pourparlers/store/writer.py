"""Writing to a dossier."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Card, Entry, Judgement, Link
from pourparlers.model.codec import to_json
from pourparlers.model.ids import content_id
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.store import search, tables

_SURROGATE = re.compile("[\ud800-\udfff]")
#: Under what the issues of the chronicle are kept: the name of no source.
_DERIVED = "<chronicle>"
#: The state of a reading that holds until the capture is read again.
STALE = "stale"
_ROW_NUMBER: sa.ColumnClause[int] = sa.literal_column("rowid", sa.Integer)


class Writer:
    """Writes to a dossier within one transaction; `Store.writer()` makes it."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def meta(self, key: str, value: str) -> None:
        """Sets a property of the dossier."""
        row = {"key": key, "value": value}
        self._connection.execute(insert(tables.meta).values(row).on_conflict_do_update(index_elements=["key"], set_=row))

    def capture(self, capture: Capture) -> bool:
        """Keeps a capture; one that is known already stays as it is. True when it is new."""
        row = {
            "id": capture.id,
            "name": storable(capture.name),
            "media_type": capture.media_type,
            "origin": storable(capture.origin),
            "horizon": capture.horizon,
            "encoding": capture.encoding,
            "declared": dump(capture.declared),
            "content": capture.content,
        }
        return self._connection.execute(insert(tables.captures).values(row).on_conflict_do_nothing()).rowcount == 1

    def known_by(self, capture: str, horizon: str) -> bool:
        """Records that a capture was known by an earlier day than so far; it is then to be read again. False when an earlier day is recorded."""
        table = tables.captures
        changed = self._connection.execute(sa.update(table).where(table.c.id == capture, table.c.horizon > horizon).values(horizon=horizon))
        if changed.rowcount:
            self._connection.execute(sa.update(tables.readings).where(tables.readings.c.document == capture).values(state=STALE))
        return self._connection.execute(sa.select(table.c.horizon).where(table.c.id == capture)).scalar() == horizon

    def source_issues(self, source: str, found: Iterable[Issue]) -> None:
        """Records what could not be captured of a source, in place of what an earlier run recorded for it."""
        table = tables.issues
        self._connection.execute(sa.delete(table).where(table.c.source == storable(source)))
        self._insert(table, [{"source": storable(source), "body": dump(issue)} for issue in found])

    def outcome(self, outcome: Outcome) -> None:
        """Keeps what came of reading a capture, in place of what the same version had made of it."""
        key = {"document": outcome.capture, "version": outcome.version}
        self._forget(sa.and_(tables.readings.c.document == outcome.capture, tables.readings.c.version == outcome.version))
        self._insert(tables.issues, [{**key, "body": dump(issue)} for issue in outcome.issues])
        body = None if outcome.reading is None else dump(replace(outcome.reading, issues=()))
        digest = None if body is None else content_id("reading", body, [dump(issue) for issue in outcome.issues])
        self._insert(tables.readings, [{**key, "state": outcome.state, "body": body, "digest": digest}])
        if outcome.document is not None:
            text = storable(outcome.document.text)
            row = {"id": outcome.capture, "version": outcome.version, "text": text, "body": dump(replace(outcome.document, text=""))}
            number: int = self._connection.execute(sa.insert(tables.documents).values(row).returning(_ROW_NUMBER)).scalar_one()
            search.add(self._connection, number, text)

    def settle(self, version: str) -> None:
        """Makes `version` the one that readers see, and drops the readings of all others."""
        self._forget(tables.readings.c.version != version)
        self.meta("reading", version)

    def judgement(self, judgement: Judgement) -> None:
        """Appends a person's judgement to the log. The same judgement twice is one."""
        row = {"id": judgement.id, "time": judgement.time, "body": dump(judgement)}
        self._connection.execute(insert(tables.judgements).values(row).on_conflict_do_nothing())

    def chronicle(self, entries: Sequence[Entry], links: Iterable[Link], cards: Iterable[Card], state: str, issues: Iterable[Issue] = ()) -> None:
        """Replaces the derived chronicle. state: what it was derived from, as `View.state` tells it. issues: what deriving it left out."""
        for table in (tables.members, tables.passages, tables.links, tables.cards, tables.entries):
            self._connection.execute(sa.delete(table))
        rows = ({"id": e.id, "position": i, "kind": e.kind, "type": e.type, "body": dump(e)} for i, e in enumerate(entries))
        self._insert(tables.entries, list(rows))
        self._insert(tables.members, [{"claim": claim, "entry": e.id} for e in entries for claim in e.members])
        passages = ({"document": item.document, "start": item.start, "end": item.end, "entry": e.id} for e in entries for item in e.evidence)
        self._insert(tables.passages, list(passages))
        self._insert(tables.links, [{"left": link.left, "right": link.right, "verdict": link.verdict, "body": dump(link)} for link in links])
        self._insert(tables.cards, [{"document": card.document, "body": dump(card)} for card in cards])
        self.source_issues(_DERIVED, issues)
        self.meta("chronicle", state)

    def _forget(self, which: sa.ColumnElement[bool]) -> None:
        """Drops readings, with the documents, issues and words in the index that came of them."""
        keys = self._connection.execute(sa.select(tables.readings.c.document, tables.readings.c.version).where(which)).all()
        for document, version in keys:
            here = sa.and_(tables.documents.c.id == document, tables.documents.c.version == version)
            search.remove(self._connection, sa.select(_ROW_NUMBER).select_from(tables.documents).where(here).scalar_subquery())
            self._connection.execute(sa.delete(tables.documents).where(here))
            table = tables.issues
            self._connection.execute(sa.delete(table).where(table.c.document == document, table.c.version == version))
        self._connection.execute(sa.delete(tables.readings).where(which))

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(sa.insert(table), rows)


def dump(record: Any) -> str:
    """A record as one line of JSON."""
    return storable(json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":")))


def storable(text: str) -> str:
    """The text, of the same length, with U+FFFD for the lone surrogates that hostile names and records may hold: UTF-8 cannot write them."""
    return _SURROGATE.sub("\ufffd", text)
