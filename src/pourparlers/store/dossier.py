"""Opening and making dossiers: one SQLite file, in WAL mode, recognised by its application id."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from pourparlers.errors import DossierError
from pourparlers.store import search, tables
from pourparlers.store.view import View
from pourparlers.store.writer import Writer

#: Milliseconds to wait for another program that writes to the same dossier.
_PATIENCE = 10_000
_APPEND_ONLY = """CREATE TRIGGER judgements_{verb} BEFORE {verb} ON judgements
BEGIN SELECT raise(ABORT, 'the log of judgements is append-only'); END"""


class Store:
    """A dossier. `view()` reads from it, `writer()` writes to it; both are context managers.

    Store.open(path) for one that exists, Store.create(path) to make it when it does not.
    """

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path) -> "Store":
        """The dossier at `path`. Raises DossierError when there is none, or when the file is something else."""
        path = Path(path)
        if not path.exists():
            raise DossierError(f"there is no dossier at {path}: make one with `pourparlers read SOURCE --dossier {path}`")
        _check_head(path)
        store = cls(path, _engine(path, _writable(path)))
        with store._connection() as connection:
            _check_format(path, connection)
        return store

    @classmethod
    def create(cls, path: str | Path) -> "Store":
        """The dossier at `path`, made new when nothing is there. Raises DossierError when it cannot be made or written."""
        path = Path(path)
        if path.exists():
            if path.is_dir() or path.stat().st_size > 0:
                _check_head(path)
            if not _writable(path):
                raise DossierError(f"{path} cannot be written: check its permissions, or copy it elsewhere")
        elif not path.parent.is_dir():
            raise DossierError(f"{path} cannot be made: there is no folder {path.parent}")
        store = cls(path, _engine(path, writable=True))
        with store._connection(writing=True) as connection:
            _make(connection)
            _check_format(path, connection)
        return store

    @property
    def stamp(self) -> tuple[int, ...]:
        """Changes whenever something is written to the dossier: the times and sizes of its file and of the journal beside it."""
        found = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            with suppress(FileNotFoundError):
                about = path.stat()
                found += [about.st_mtime_ns, about.st_size] if about.st_size else []
        return tuple(found)

    @property
    def writable(self) -> bool:
        """True when this program may write to it."""
        return _writable(self.path)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Reads from one consistent state of the dossier."""
        with self._connection() as connection:
            yield View(connection)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Writes in one transaction: all of it when the block ends, nothing of it when the block raises."""
        with self._connection(writing=True) as connection:
            yield Writer(connection)

    @contextmanager
    def _connection(self, writing: bool = False) -> Iterator[sa.Connection]:
        try:
            with self._engine.execution_options(writing=writing).begin() as connection:
                yield connection
        except sa.exc.DBAPIError as error:
            raise DossierError(f"{self.path}: {_explain(error)}") from error


def _check_head(path: Path) -> None:
    """Raises DossierError unless `path` is an SQLite database."""
    if path.is_dir():
        raise DossierError(f"{path} is a folder, not a dossier")
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise DossierError(f"{path} cannot be read: {error.strerror}") from error
    if head != b"SQLite format 3\0":
        raise DossierError(f"{path} is not a dossier: name a file that `pourparlers read` made")


def _check_format(path: Path, connection: sa.Connection) -> None:
    """Raises DossierError unless the database is a dossier of our format."""
    form = connection.exec_driver_sql("PRAGMA user_version").scalar()
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != tables.APPLICATION:
        raise DossierError(f"{path} is an SQLite database, but not a dossier")
    if form != tables.FORMAT:
        raise DossierError(f"{path} is a dossier of format {form}; this version reads format {tables.FORMAT}: read its sources into a new dossier")


def _writable(path: Path) -> bool:
    """True when SQLite may write the file and its journal beside it."""

    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _engine(path: Path, writable: bool) -> sa.Engine:
    mode = "rwc" if writable else "ro&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=_PATIENCE / 1000, isolation_level=None)

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=NullPool)
    sa.event.listen(engine, "connect", _configure if writable else _configure_immutable)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    """A writer takes its lock at once: a transaction that only later asks for it could be refused in its midst."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _configure(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _configure_immutable(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")


def _make(connection: sa.Connection) -> None:
    """Makes the tables in a database that holds nothing yet."""
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
        return
    tables.metadata.create_all(connection)
    search.make(connection)
    for verb in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(_APPEND_ONLY.format(verb=verb))
    connection.exec_driver_sql(f"PRAGMA application_id={tables.APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version={tables.FORMAT}")


def _explain(error: sa.exc.DBAPIError) -> str:
    """The cause of a failure of SQLite in words that tell what to do."""
    cause = str(error.orig)
    if "locked" in cause:
        return "another program is writing to this dossier: try again when it has ended"
    if "unable to open" in cause or "readonly" in cause:
        return "cannot be written: check the permissions of the file and of its folder"
    if "malformed" in cause or "not a database" in cause:
        return "is damaged: read its sources into a new dossier"
    return cause
