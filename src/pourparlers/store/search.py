"""Full-text search over the documents: words are folded (case, accents) and stemmed as French before they are indexed.

Both engines index the same stems, ask for the same phrases and rank by the same formula (BM25), so that they find the same.
"""

import functools
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

import sqlalchemy as sa

_WORD = re.compile(r"\w+")
_PART = re.compile(r"[^\W_]+")
#: Words whose stems are kept: most words of a language are few.
_WORDS = 50_000
#: Characters of a word that count: no index takes words of any length.
_LONGEST = 100
#: Of the ranking by BM25, as SQLite has it: how soon a word more counts less, how far long texts count less, and what a word is worth that most have.
_SATURATION, _LENGTH, _LEAST = 1.2, 0.75, 1e-6

Phrase = Sequence[str]


class Index(Protocol):
    """The index of one engine, within one transaction. A document is in it by id and version."""

    def make(self) -> None:
        """Makes it, empty."""

    def add(self, document: str, version: str, words: Iterable[str]) -> None:
        """Adds a document that stands in the table of documents."""

    def remove(self, document: str, version: str) -> None:
        """Takes a document out, while it still stands in the table of documents."""

    def find(self, version: str, phrases: Sequence[Phrase], limit: int) -> tuple[str, ...]:
        """The ids of the documents of that version that hold all phrases, the best first, then by id."""


def index(connection: sa.Connection) -> Index:
    """The index of the dossier that the connection leads to."""
    return _Fts5(connection) if connection.dialect.name == "sqlite" else _Spelt(connection)


def phrases(text: str) -> list[Phrase]:
    """What a question as people type it asks for ("cessez-le-feu immédiat"): stems that must follow one another, as parts of one word must, and words
    in quotation marks. Empty when it holds no word."""
    found: list[Phrase] = []
    for quoted, bare in re.findall(r'["«“]([^"»”]*)["»”]?|([^"«“]+)', text):
        found.extend(stems(chunk) for chunk in ([quoted] if quoted else bare.split()))
    return [phrase for phrase in found if phrase]


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order: "Les négociations" gives ["le", "negoci"]."""
    return [part for word in _WORD.findall(text.lower()) for part in _stems(word)]


def fold(text: str) -> str:
    """Lower-cased, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@functools.lru_cache(_WORDS)
def _stems(word: str) -> tuple[str, ...]:
    stem = fold(_stemmer().stemWord(word[:_LONGEST]))
    return (stem,) if stem.isalnum() else tuple(_PART.findall(stem))


@functools.cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    return Stemmer("french")


class _Fts5:
    """SQLite's own index. Its rows are those of the table of documents."""

    _ADD = "INSERT INTO search (rowid, stems) SELECT rowid, :stems FROM documents WHERE id = :document AND version = :version"
    _REMOVE = "DELETE FROM search WHERE rowid IN (SELECT rowid FROM documents WHERE id = :document AND version = :version)"
    _FIND = (
        "SELECT documents.id FROM search JOIN documents ON documents.rowid = search.rowid"
        " WHERE search MATCH :question AND +documents.version = :version ORDER BY bm25(search), documents.id LIMIT :limit"
    )

    def __init__(self, connection: sa.Connection) -> None:
        self._run = connection.execute

    def make(self) -> None:
        self._run(sa.text("CREATE VIRTUAL TABLE search USING fts5(stems, tokenize = 'unicode61')"))

    def add(self, document: str, version: str, words: Iterable[str]) -> None:
        self._run(sa.text(self._ADD), {"document": document, "version": version, "stems": " ".join(words)})

    def remove(self, document: str, version: str) -> None:
        self._run(sa.text(self._REMOVE), {"document": document, "version": version})

    def find(self, version: str, phrases: Sequence[Phrase], limit: int) -> tuple[str, ...]:
        question = " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
        return tuple(self._run(sa.text(self._FIND), {"question": question, "version": version, "limit": limit}).scalars())


class _Spelt:
    """For PostgreSQL: the stems of each document as one text, with an index of the words in it.

    Its own kind of index (tsvector) tells no places after the 16383rd word, and ranks by another formula.
    """

    # The function is told to be dear, since the server would else rather take every text apart than ask the index.
    _INDEX = (
        """CREATE FUNCTION words_of(stems text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000
        AS $$ BEGIN RETURN string_to_array(btrim(stems), '  '); END $$""",
        "CREATE INDEX search_by_word ON search USING gin (words_of(stems))",
    )
    _TABLE = sa.table("search", *(sa.column(name) for name in ("document", "version", "stems")), sa.column("length", sa.Integer))

    def __init__(self, connection: sa.Connection) -> None:
        self._run = connection.execute

    def make(self) -> None:
        self._run(
            sa.text(
                'CREATE TABLE search (document text COLLATE "C" NOT NULL, version text COLLATE "C" NOT NULL, stems text COLLATE "C" NOT NULL,'
                " length integer NOT NULL, PRIMARY KEY (document, version))"
            )
        )
        for statement in self._INDEX:
            self._run(sa.text(statement))

    def add(self, document: str, version: str, words: Iterable[str]) -> None:
        listed = list(words)
        row = {"document": document, "version": version, "stems": _spelt(listed), "length": len(listed)}
        self._run(sa.insert(self._TABLE), row)

    def remove(self, document: str, version: str) -> None:
        table = self._TABLE.c
        self._run(sa.delete(self._TABLE).where(table.document == document, table.version == version))

    def find(self, version: str, phrases: Sequence[Phrase], limit: int) -> tuple[str, ...]:
        table = self._TABLE.c
        total, words = self._run(sa.select(sa.func.count(), sa.func.sum(table.length))).one()
        worth = [_worth(total, self._holding(phrase)) for phrase in phrases]
        counts = [self._count(phrase) for phrase in phrases]
        query = sa.select(table.document, table.length, *counts).where(table.version == version, *(self._holds(phrase) for phrase in phrases))
        found = [(-_score(worth, told, length * total / words), document) for document, length, *told in self._run(query)]
        return tuple(document for _, document in sorted(found)[:limit])

    def _holding(self, phrase: Phrase) -> int:
        """How many documents hold a phrase."""
        return self._run(sa.select(sa.func.count()).where(self._holds(phrase))).scalar_one()

    def _holds(self, phrase: Phrase) -> sa.ColumnElement[bool]:
        """All its words, which the index finds, and in this order."""
        stems = self._TABLE.c.stems
        held = sa.func.words_of(stems).bool_op("@>")(sa.func.string_to_array(" ".join(phrase), " "))
        return held if len(phrase) == 1 else sa.and_(held, sa.func.strpos(stems, _spelt(phrase)) > 0)

    def _count(self, phrase: Phrase) -> sa.ColumnElement[Any]:
        """How often a document holds it."""
        return sa.func.cardinality(sa.func.string_to_array(self._TABLE.c.stems, _spelt(phrase))) - 1


def _spelt(words: Iterable[str]) -> str:
    """Words as one text, in which each stands between two spaces of its own: none is found within another, and neighbours share nothing."""
    return "".join(f" {word} " for word in words)


def _worth(total: int, holding: int) -> float:
    """What a phrase tells that so many of all documents hold."""
    return max(math.log((total - holding + 0.5) / (holding + 0.5)), _LEAST)


def _score(worth: Iterable[float], counts: Iterable[int], length: float) -> float:
    """How well a document answers. length: in average documents."""
    return sum(_terms(worth, counts, _SATURATION * (1 - _LENGTH + _LENGTH * length)))


def _terms(worth: Iterable[float], counts: Iterable[int], damping: float) -> Iterator[float]:
    for value, count in zip(worth, counts, strict=True):
        yield value * (count * (_SATURATION + 1)) / (count + damping)
