"""The tables of a dossier. Records stand in them as the JSON of `model.codec`, beside the columns that queries need."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table

#: PRAGMA application_id of a dossier in a file ("PPLR"), and the version of the tables below.
APPLICATION = 0x50504C52
FORMAT = 3

#: In whatever language a server speaks, texts are in the order of their characters' numbers, as in a file.
Text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

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

#: Derived and disposable, like the five tables after it: worked out again where readings or judgements have changed.
#: made: what the entry was made of.
entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("made", Text, nullable=False),
    Column("start", Text),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("entries_by_kind", "kind"),
)
#: The order of the chronicle.
ORDER = (entries.c.start.is_(None), entries.c.start, entries.c.id)

members = Table(
    "members",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("entry", Text, ForeignKey("entries.id"), nullable=False),
    Index("members_by_entry", "entry"),
)

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
    Index("passages_by_entry", "entry"),
)

#: total, excluded, twice: what the next derivation needs of the judgement (see `model.chronicle.Link`).
links = Table(
    "links",
    metadata,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("total", Float, nullable=False),
    Column("excluded", Boolean, nullable=False),
    Column("twice", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index("links_by_right", "right"),
)

cards = Table("cards", metadata, Column("document", Text, ForeignKey("captures.id"), primary_key=True), Column("body", Text, nullable=False))

#: What linking keeps of each document, so that it need not be read again when others come.
traces = Table("traces", metadata, Column("document", Text, ForeignKey("captures.id"), primary_key=True), Column("body", LargeBinary, nullable=False))

#: The tables of the chronicle, those that refer to others first.
DERIVED = (members, passages, links, cards, traces, entries)
