"""Writing to a dossier."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Entry, Judgement, Link, Renewal
from pourparlers.model.codec import to_json
from pourparlers.model.ids import content_id
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.store import search, tables
from pourparlers.store.dialects import insert_or

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
#: Under what the issues of the chronicle are kept: the name of no source.
_DERIVED = "<chronicle>"
#: The state of a reading that holds until the capture is read again.
STALE = "stale"


class Writer:
    """Writes to a dossier within one transaction; `Store.writer()` makes it."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def meta(self, key: str, value: str) -> None:
        """Sets a property of the dossier."""
        row = {"key": key, "value": value}
        self._connection.execute(insert_or(self._connection, tables.meta).values(row).on_conflict_do_update(index_elements=["key"], set_=row))

    def told(self, key: str) -> str | None:
        """A property of the dossier as it is now, None when it has none of that name."""
        return self._connection.execute(sa.select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar()

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
        insert = insert_or(self._connection, tables.captures).values(row).on_conflict_do_nothing()
        return self._connection.execute(insert.returning(tables.captures.c.id)).first() is not None

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
            self._insert(tables.documents, [row])
            search.index(self._connection).add(outcome.capture, outcome.version, search.stems(text))

    def settle(self, version: str) -> None:
        """Makes `version` the one that readers see, and drops the readings of all others."""
        self._forget(tables.readings.c.version != version)
        self.meta("reading", version)

    def judgement(self, judgement: Judgement) -> None:
        """Appends a person's judgement to the log. The same judgement twice is one."""
        row = {"id": judgement.id, "time": judgement.time, "body": dump(judgement)}
        self._connection.execute(insert_or(self._connection, tables.judgements).values(row).on_conflict_do_nothing())

    def chronicle(self, renewal: Renewal, program: str, state: str) -> None:
        """Brings the derived chronicle up to date. program: the version of what derived it; state: what from, as `View.state` tells it."""
        if renewal.whole:
            for table in tables.DERIVED:
                self._connection.execute(sa.delete(table))
        entries = [entry for _, entry in renewal.entries]
        self._drop_entries([*renewal.gone, *(entry.id for entry in entries)])
        self._insert(tables.entries, [_entry_row(made, entry) for made, entry in renewal.entries])
        self._insert(tables.members, [{"claim": claim, "entry": e.id} for e in entries for claim in e.members])
        passages = ({"document": item.document, "start": item.start, "end": item.end, "entry": e.id} for e in entries for item in e.evidence)
        self._insert(tables.passages, list(passages))
        pairs = [*renewal.unlinked, *((link.left, link.right) for link in renewal.links)]
        self._drop(tables.links, [{"left": left, "right": right} for left, right in pairs])
        self._insert(tables.links, [_link_row(link) for link in renewal.links])
        self._drop(tables.cards, [{"document": card.document} for card in renewal.cards])
        self._insert(tables.cards, [{"document": card.document, "body": dump(card)} for card in renewal.cards])
        self._drop(tables.traces, [{"document": document} for document in renewal.traces])
        self._insert(tables.traces, [{"document": document, "body": body} for document, body in renewal.traces.items()])
        self.source_issues(_DERIVED, renewal.issues)
        self.meta("crowded", json.dumps(renewal.crowded, ensure_ascii=False))
        self.meta("answers", json.dumps(renewal.answers))
        self.meta("derived by", program)
        self.meta("chronicle", state)

    def _drop_entries(self, ids: Sequence[str]) -> None:
        self._drop(tables.members, [{"entry": id_} for id_ in ids])
        self._drop(tables.passages, [{"entry": id_} for id_ in ids])
        self._drop(tables.entries, [{"id": id_} for id_ in ids])

    def _drop(self, table: sa.Table, rows: Sequence[dict[str, str]]) -> None:
        """Deletes the rows that have these values."""
        if rows:
            here = sa.and_(*(table.c[name] == sa.bindparam(f"the_{name}") for name in rows[0]))
            self._connection.execute(sa.delete(table).where(here), [{f"the_{name}": value for name, value in row.items()} for row in rows])

    def _forget(self, which: sa.ColumnElement[bool]) -> None:
        """Drops readings, with the documents, issues and words in the index that came of them."""
        keys = self._connection.execute(sa.select(tables.readings.c.document, tables.readings.c.version).where(which)).all()
        for document, version in keys:
            here = sa.and_(tables.documents.c.id == document, tables.documents.c.version == version)
            search.index(self._connection).remove(document, version)
            self._connection.execute(sa.delete(tables.documents).where(here))
            table = tables.issues
            self._connection.execute(sa.delete(table).where(table.c.document == document, table.c.version == version))
        self._connection.execute(sa.delete(tables.readings).where(which))

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(sa.insert(table), rows)


def _entry_row(made: str, entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "made": made, "start": entry.start, "kind": entry.kind, "type": entry.type, "body": dump(entry)}


def _link_row(link: Link) -> dict[str, Any]:
    columns = {"left": link.left, "right": link.right, "verdict": link.verdict, "total": link.total, "excluded": link.excluded, "twice": link.twice}
    return {**columns, "body": dump(link)}


def dump(record: Any) -> str:
    """A record as one line of JSON."""
    return storable(json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":")))


def storable(text: str) -> str:
    """The text, of the same length, with U+FFFD for what hostile names and records may hold: lone surrogates, which UTF-8 cannot write, and NUL,
    which PostgreSQL does not."""
    return _UNSTORABLE.sub("\ufffd", text)
