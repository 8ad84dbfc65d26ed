"""Full-text search over the documents: words are folded (case, accents) and stemmed as French before they are indexed."""

import functools
import re
import unicodedata
from typing import Any

import sqlalchemy as sa

_WORD = re.compile(r"\w+")
#: Words whose stems are kept: most words of a language are few.
_WORDS = 50_000


def make(connection: sa.Connection) -> None:
    """Makes the index. Its rows are those of the table of documents."""
    connection.exec_driver_sql("CREATE VIRTUAL TABLE search USING fts5(stems, tokenize = 'unicode61')")


def add(connection: sa.Connection, row: int, text: str) -> None:
    """Indexes the text of the document in that row."""
    connection.execute(sa.text("INSERT INTO search (rowid, stems) VALUES (:row, :stems)"), {"row": row, "stems": " ".join(stems(text))})


def remove(connection: sa.Connection, rows: sa.ScalarSelect[Any]) -> None:
    """Takes documents out of the index. rows: a query for their row numbers."""
    connection.execute(sa.delete(_SEARCH).where(_SEARCH.c.rowid.in_(rows)))


def query(text: str) -> str:
    """A question as people type it ("cessez-le-feu immédiat") in the language of the index; words in quotation marks must follow one another.

    Empty when it holds no word.
    """
    phrases = []
    for quoted, bare in re.findall(r'["«“]([^"»”]*)["»”]?|([^"«“]+)', text):
        if quoted:
            phrases.append(stems(quoted))
        else:
            phrases.extend(stems(chunk) for chunk in bare.split())
    return " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases if phrase)


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order: "Les négociations" gives ["le", "negoci"]."""
    return [_stem(word) for word in _WORD.findall(text.lower())]


def fold(text: str) -> str:
    """Lower-cased, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@functools.lru_cache(_WORDS)
def _stem(word: str) -> str:
    return fold(_stemmer().stemWord(word))


_SEARCH = sa.table("search", sa.column("rowid"), sa.column("stems"))


@functools.cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    return Stemmer("french")
