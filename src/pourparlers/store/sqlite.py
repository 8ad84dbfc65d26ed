"""A dossier in a file: SQLite in WAL mode, recognised by its application id."""

import os
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from pourparlers.errors import DossierError
from pourparlers.store import base, search, tables
from pourparlers.store.base import Purpose

_APPEND_ONLY = """CREATE TRIGGER judgements_{verb} BEFORE {verb} ON judgements
BEGIN SELECT raise(ABORT, 'the log of judgements is append-only'); END"""


class File:
    """A dossier in a file. new: it may be made, or written to by us; its path must lead to nothing, to an empty file or to a database."""

    def __init__(self, path: Path, new: bool = False) -> None:
        """Raises DossierError when the path leads to anything else."""
        if new:
            _check_place(path)
        else:
            _check_there(path)
        self.place, self.name = path, path.stem
        self._path = path.absolute()
        self._engine = _engine(self._path, new or self.writable)

    @property
    def writable(self) -> bool:
        """True when SQLite may write the file and its journal beside it."""
        return _writable(self._path)

    @property
    def stamp(self) -> tuple[int, ...]:
        """The times and sizes of the file and of the journal beside it."""
        found = []
        for path in (self._path, self._path.with_name(f"{self._path.name}-wal")):
            with suppress(FileNotFoundError):
                about = path.stat()
                found += [about.st_mtime_ns, about.st_size] if about.st_size else []
        return tuple(found)

    @contextmanager
    def transaction(self, purpose: Purpose) -> Iterator[sa.Connection]:
        with self._engine.execution_options(writing=purpose is not Purpose.read).begin() as connection:
            yield connection

    def alone(self) -> AbstractContextManager[None]:
        return nullcontext()

    def make(self, connection: sa.Connection) -> None:
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
            return
        tables.metadata.create_all(connection)
        search.index(connection).make()
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(_APPEND_ONLY.format(verb=verb))
        connection.exec_driver_sql(f"PRAGMA application_id={tables.APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version={tables.FORMAT}")

    def check(self, connection: sa.Connection) -> None:
        form = connection.exec_driver_sql("PRAGMA user_version").scalar()
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != tables.APPLICATION:
            raise DossierError(f"{self.place} is an SQLite database, but not a dossier")
        if form != tables.FORMAT:
            raise DossierError(base.differs(self.place, form, tables.FORMAT))

    def explain(self, error: sa.exc.DBAPIError) -> str:
        cause = str(error.orig)
        if "locked" in cause:
            return "another program is writing to this dossier: try again when it has ended"
        if "unable to open" in cause or "readonly" in cause:
            return "cannot be written: check the permissions of the file and of its folder"
        if "is full" in cause:
            return "the disk is full: make room and run the same command again, what was read is kept"
        if "malformed" in cause or "not a database" in cause:
            return "is damaged: read its sources into a new dossier"
        return cause


def _check_there(path: Path) -> None:
    """Raises DossierError unless there is an SQLite database at `path`."""
    if not path.exists():
        raise DossierError(f"there is no dossier at {path}: make one with `pourparlers read SOURCE --dossier {shlex.quote(str(path))}`")
    _check_head(path)


def _check_place(path: Path) -> None:
    """Raises DossierError unless a dossier is at `path`, or can be made there."""
    if path.exists():
        if path.is_dir() or path.stat().st_size > 0:
            _check_head(path)
        if not _writable(path):
            raise DossierError(f"{path} cannot be written: check its permissions, or copy it elsewhere")
    elif not path.parent.is_dir():
        raise DossierError(f"{path} cannot be made: there is no folder {path.parent}")


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


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _engine(path: Path, writable: bool) -> sa.Engine:
    mode = "rwc" if writable else "ro&immutable=1"
    uri = f"{path.as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=base.PATIENCE, isolation_level=None)

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
