"""The tables of a dossier. Records stand in them as the JSON of `model.codec`, beside the columns that queries need."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

#: PRAGMA application_id of a dossier ("PPLR"), and the version of the tables below (PRAGMA user_version).
APPLICATION = 0x50504C52
FORMAT = 2

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("horizon", Text, nullable=False),
    Column("encoding", Text),
    Column("declared", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, ForeignKey("captures.id"), primary_key=True),
    Column("version", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
)

#: One row for each capture that was read in a version. state: one of `model.outcome.STATES`, or "stale" when it is to be read again.
#: body is NULL when there is no reading, and so is digest, which changes when the reading does.
readings = Table(
    "readings",
    metadata,
    Column("document", Text, ForeignKey("captures.id"), primary_key=True),
    Column("version", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("digest", Text),
    Column("body", Text),
)

#: document: the capture it concerns, NULL for a source that could not be captured; source: then the source as the user named it.
issues = Table(
    "issues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("captures.id")),
    Column("version", Text),
    Column("source", Text),
    Column("body", Text, nullable=False),
    Index("issues_by_document", "document", "version"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("time", Text, nullable=False),
    Column("body", Text, nullable=False),
)

#: Derived and disposable, like the four tables after it: rebuilt whenever readings or judgements have changed.
entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("entries_by_kind", "kind", "position"),
)

members = Table("members", metadata, Column("claim", Text, primary_key=True), Column("entry", Text, ForeignKey("entries.id"), nullable=False))

#: Where the evidence of entries lies.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, ForeignKey("captures.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("entry", Text, ForeignKey("entries.id"), nullable=False),
    Index("passages_by_document", "document", "start"),
)

links = Table(
    "links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("links_by_left", "left"),
    Index("links_by_right", "right"),
)

cards = Table("cards", metadata, Column("document", Text, ForeignKey("captures.id"), primary_key=True), Column("body", Text, nullable=False))
