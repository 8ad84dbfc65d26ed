"""Reading from a dossier."""

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Card, Entry, Judgement, Link, Remembered
from pourparlers.model.claim import Claim, Commitment, Event, Figure, Position, Reading, Statement
from pourparlers.model.codec import from_json
from pourparlers.model.text import Capture, Document, Metadata
from pourparlers.store import search, tables
from pourparlers.store.dialects import member

T = TypeVar("T")
C = TypeVar("C", bound=Claim)

#: Under which name the claims of each kind stand in a reading.
_FIELDS: dict[type[Claim], str] = {Event: "events", Statement: "statements", Position: "positions", Commitment: "commitments", Figure: "figures"}
#: Texts that are kept, since several passages of one are wanted one after the other.
_TEXTS = 256


class View:
    """One consistent state of a dossier; `Store.view()` makes it. Everything comes out in the order of ids unless said otherwise."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._kept = functools.lru_cache(_TEXTS)(self._text)

    def meta(self, key: str) -> str | None:
        """A property of the dossier, None when it has none of that name."""
        return self._connection.execute(sa.select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar()

    @functools.cached_property
    def version(self) -> str:
        """The version of the readings that are shown; empty in a dossier that nothing was read into."""
        return self.meta("reading") or ""

    def unread(self, version: str, everything: bool = False) -> tuple[str, ...]:
        """The ids of the captures that the program in that version has still to read: new ones, those that broke it, and, if `everything` is wanted,
        those whose claims were skipped."""
        states = ("read", "failed") if everything else ("read", "failed", "skipped")
        done = sa.select(tables.readings.c.document).where(tables.readings.c.version == version, tables.readings.c.state.in_(states))
        query = sa.select(tables.captures.c.id).where(tables.captures.c.id.not_in(done)).order_by(tables.captures.c.id)
        return tuple(self._connection.execute(query).scalars())

    def capture(self, capture: str) -> Capture:
        """The capture of that id. Raises KeyError when there is none."""
        row = self._connection.execute(sa.select(tables.captures).where(tables.captures.c.id == capture)).mappings().first()
        if row is None:
            raise KeyError(capture)
        return Capture(**{**row, "declared": parse(Metadata, row["declared"])})

    def names(self) -> dict[str, str]:
        """The name of each capture, by id, as its source gave it."""
        query = sa.select(tables.captures.c.id, tables.captures.c.name).order_by(tables.captures.c.id)
        return {row.id: row.name for row in self._connection.execute(query)}

    def document(self, document: str) -> Document:
        """The document of that id. Raises KeyError when there is none, or when it could not be read."""
        for found in self._documents(document):
            return found
        raise KeyError(document)

    def text(self, document: str) -> str:
        """The text of a document alone. Raises KeyError when there is none."""
        return self._kept(document)

    def _text(self, document: str) -> str:
        table = tables.documents
        query = sa.select(table.c.text).where(table.c.id == document, table.c.version == self.version)
        found: str | None = self._connection.execute(query).scalar()
        if found is None:
            raise KeyError(document)
        return found

    def documents(self) -> Iterator[Document]:
        """All documents."""
        return self._documents()

    def claims(self, kind: type[C]) -> Iterator[C]:
        """The claims of one kind of all readings: the rest of those is left as it stands."""
        table = tables.readings
        found = member(self._connection, table.c.body, _FIELDS[kind]).label("found")
        query = sa.select(found).where(table.c.version == self.version, found.is_not(None)).order_by(table.c.document)
        for body in self._many(query).scalars():
            yield from (from_json(kind, record) for record in json.loads(body))

    def reading(self, document: str) -> Reading:
        """The reading of a document. Raises KeyError when there is none."""
        for found in self._readings(document):
            return found
        raise KeyError(document)

    def readings(self) -> Iterator[Reading]:
        """All readings."""
        return self._readings()

    def digests(self) -> dict[str, str]:
        """What tells the reading of each document from any other of it, by document."""
        table = tables.readings
        query = sa.select(table.c.document, table.c.digest).where(table.c.version == self.version, table.c.digest.is_not(None))
        return {row.document: row.digest for row in self._connection.execute(query.order_by(table.c.document))}

    def issues(self) -> tuple[Issue, ...]:
        """All issues, sorted: of sources, and of documents in the version that is shown."""
        table = tables.issues
        shown = sa.or_(table.c.version.is_(None), table.c.version == self.version)
        return tuple(sorted((parse(Issue, body) for body in self._connection.execute(sa.select(table.c.body).where(shown)).scalars()), key=_place))

    def failures(self) -> dict[str, tuple[Issue, ...]]:
        """The fatal issues of each capture that could not be read, by its id."""
        found = {document: tuple(issue for issue in issues if issue.fatal) for document, issues in self._document_issues().items()}
        return {document: issues for document, issues in found.items() if issues}

    def judgements(self) -> tuple[Judgement, ...]:
        """The log of people's judgements, in its order: by time, then by id."""
        query = sa.select(tables.judgements.c.body).order_by(tables.judgements.c.time, tables.judgements.c.id)
        return tuple(parse(Judgement, body) for body in self._connection.execute(query).scalars())

    def entries(self, *kinds: str) -> Iterator[Entry]:
        """The entries of the chronicle, in its order; only those of some kinds, if any are given."""
        table = tables.entries
        query = sa.select(table.c.body).order_by(*tables.ORDER)
        for body in self._many(query.where(table.c.kind.in_(kinds)) if kinds else query).scalars():
            yield parse(Entry, body)

    def entry_of(self, claim: str) -> Entry | None:
        """The entry that holds a claim (an entry's own id is one of its claims'), None when none does."""
        query = sa.select(tables.entries.c.body).join(tables.members).where(tables.members.c.claim == claim)
        body = self._connection.execute(query).scalar()
        return None if body is None else parse(Entry, body)

    def entries_at(self, document: str, start: int, end: int) -> tuple[str, ...]:
        """The ids of the entries that have evidence in that range of a document's text, in the order of the chronicle."""
        table = tables.passages
        here = sa.and_(table.c.document == document, table.c.start < end, table.c.end > start)
        query = sa.select(tables.entries.c.id).join(table).where(here).group_by(tables.entries.c.id).order_by(*tables.ORDER)
        return tuple(self._connection.execute(query).scalars())

    def identifiers(self, prefix: str) -> tuple[str, ...]:
        """The ids of documents and claims that begin with `prefix`, or whose digits do ("1f0c" for "doc-1f0c9a…")."""
        prefix = prefix.lower()
        queries = []
        for column in (tables.members.c.claim, tables.captures.c.id):
            begins = sa.or_(column.startswith(prefix, autoescape=True), column.contains("-" + prefix, autoescape=True))
            queries.append(sa.select(column).where(begins))
        return tuple(sorted(self._connection.execute(sa.union(*queries)).scalars()))

    def links(self, *claims: str) -> tuple[Link, ...]:
        """The rules' judgements on some claims, each once."""
        table = tables.links
        query = sa.union(*(sa.select(table.c.body).where(side.in_(claims)) for side in (table.c.left, table.c.right)))
        return tuple(sorted(parse(Link, body) for body in self._connection.execute(query).scalars()))

    def remembered(self, program: str) -> Remembered:
        """What the program in that version kept of the last derivation; nothing of what another version did."""
        if self.meta("derived by") != program:
            return Remembered()
        run = self._connection.execute
        columns = tables.links.c
        links = run(sa.select(columns.left, columns.right, columns.verdict, columns.total, columns.excluded, columns.twice))
        return Remembered(
            {row.document: row.body for row in run(sa.select(tables.traces).order_by(tables.traces.c.document))},
            tuple(Link(left, right, verdict, 0.0, "", (), total, excluded, twice) for left, right, verdict, total, excluded, twice in links),
            {int(key): (words, number) for key, (words, number) in json.loads(self.meta("crowded") or "{}").items()},
            {row.id: row.made for row in run(sa.select(tables.entries.c.id, tables.entries.c.made))},
            tuple((answer, asked) for answer, asked in json.loads(self.meta("answers") or "[]")),
        )

    def ruled(self) -> tuple[tuple[str, ...], ...]:
        """The claims that rules hold to be one, as groups of several, whatever people have decided since."""
        query = sa.select(tables.links.c.left, tables.links.c.right).where(tables.links.c.verdict == "same")
        return connected((row.left, row.right) for row in self._connection.execute(query))

    def cards(self) -> dict[str, Card]:
        """What lists tell of the documents, by document."""
        query = sa.select(tables.cards.c.document, tables.cards.c.body).order_by(tables.cards.c.document)
        return {row.document: parse(Card, row.body) for row in self._connection.execute(query)}

    def search(self, text: str, limit: int) -> tuple[str, ...]:
        """The ids of the documents that hold all words of `text` (inflected as may be), the best first."""
        phrases = search.phrases(text)
        return search.index(self._connection).find(self.version, phrases, limit) if phrases else ()

    def state(self, program: str) -> str:
        """What a chronicle derived now, by the program in that version, would be derived from. It changes when readings or judgements do."""
        digest = hashlib.sha256(program.encode())
        for part in (self.version, *self.digests().values(), *(j.id for j in self.judgements())):
            digest.update(b"\0" + part.encode())
        return digest.hexdigest()

    def _documents(self, alone: str | None = None) -> Iterator[Document]:
        table = tables.documents
        query = sa.select(table).where(table.c.version == self.version).order_by(table.c.id)
        for row in self._many(query) if alone is None else self._connection.execute(query.where(table.c.id == alone)):
            yield replace(parse(Document, row.body), text=row.text)

    def _readings(self, alone: str | None = None) -> Iterator[Reading]:
        table = tables.readings
        query = sa.select(table).where(table.c.version == self.version, table.c.body.is_not(None)).order_by(table.c.document)
        issues = self._document_issues(alone)
        for row in self._many(query) if alone is None else self._connection.execute(query.where(table.c.document == alone)):
            yield replace(parse(Reading, row.body), issues=issues.get(row.document, ()))

    def _document_issues(self, alone: str | None = None) -> dict[str, tuple[Issue, ...]]:
        table = tables.issues
        found: dict[str, tuple[Issue, ...]] = {}
        query = sa.select(table).where(table.c.version == self.version).order_by(table.c.document, table.c.number)
        for row in self._connection.execute(query if alone is None else query.where(table.c.document == alone)):
            found[row.document] = (*found.get(row.document, ()), parse(Issue, row.body))
        return found

    def _many(self, query: sa.Select[Any]) -> sa.CursorResult[Any]:
        """Rows of which only some are held at a time, also where a server sends them."""
        return self._connection.execute(query, execution_options={"stream_results": True})


def connected(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The groups that pairs join, each sorted, sorted by their first."""
    group: dict[str, list[str]] = {}
    for left, right in pairs:
        small, large = sorted((group.setdefault(left, [left]), group.setdefault(right, [right])), key=len)
        if small is not large:
            large.extend(small)
            group.update(dict.fromkeys(small, large))
    return tuple(sorted(tuple(sorted(members)) for members in {id(members): members for members in group.values()}.values()))


def parse(shape: type[T], text: str) -> T:
    """The record that `writer.dump` wrote."""
    return from_json(shape, json.loads(text))


def _place(issue: Issue) -> tuple[Any, ...]:
    return issue.document, issue.start or 0, issue.stage, issue.kind, issue.message
