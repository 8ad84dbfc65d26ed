"""A dossier on a PostgreSQL server: the tables of a schema. What it does alike to a file, `tests/store` holds it to.

A schema rather than a database: a team needs no right to make databases, keeps several dossiers beside one another, and grants, backs up
(`pg_dump --schema`) and drops each by itself. In `meta`, the row "format" tells that it is a dossier, and of which format. The row "writes" counts
its writers: each adds one at its start, so that the next waits for its end, and readers see that something was written.
"""

import shlex
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import sqlalchemy as sa

from pourparlers.errors import DossierError
from pourparlers.store import base, search, tables
from pourparlers.store.base import Purpose
from pourparlers.store.failures import words_for
from pourparlers.store.place import Address

#: Seconds to wait for a server that does not answer.
_CONNECTING = 10
#: Connections that are kept open for the next who asks.
_KEPT = 2
_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_TURN = "UPDATE meta SET value = CAST(CAST(value AS bigint) + 1 AS text) WHERE key = 'writes'"
_APPEND_ONLY = (
    """CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log of judgements is append-only'; END $$""",
    "CREATE TRIGGER judgements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)
#: What is asked of the catalogue of the server about the schema and its table `meta`.
_ABOUT = """WITH meta AS (SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace(:schema) AND relname = 'meta')
    SELECT to_regnamespace(:schema) IS NOT NULL AS there,
    (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace(:schema)) AS things,
    (SELECT count(*) FROM pg_attribute, meta WHERE attrelid = meta.oid AND attname IN ('key', 'value')) = 2 AS ours,
    coalesce(has_schema_privilege(to_regnamespace(:schema), 'USAGE') AND has_table_privilege((SELECT oid FROM meta), 'SELECT'), false) AS readable,
    coalesce(has_table_privilege((SELECT oid FROM meta), 'UPDATE'), false) AND NOT pg_is_in_recovery() AS writable"""


class Schema:
    """A dossier in a schema of a database."""

    def __init__(self, address: Address) -> None:
        self.place, self.name = address, address.name
        self.writable = True
        self._quoted = f'"{address.schema}"'  # its name holds no quotation mark, and may be a word of SQL
        about = {"connect_timeout": _CONNECTING, "application_name": "pourparlers"}
        # A page of the site asks several times, and letting somebody in takes a server longer than an answer.
        self._engine = sa.create_engine(address.url, pool_size=_KEPT, pool_pre_ping=True, connect_args=about)
        weakref.finalize(self, self._engine.dispose)

    @property
    def stamp(self) -> tuple[int, ...]:
        """How many writers there have been."""
        with self.transaction(Purpose.read) as connection:
            return (int(connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'writes'").scalar_one()),)

    @contextmanager
    def transaction(self, purpose: Purpose) -> Iterator[sa.Connection]:
        options = _READING if purpose is Purpose.read else {}
        with self._engine.execution_options(**options).begin() as connection:
            self._settle(connection, base.PATIENCE)
            if purpose is Purpose.write:
                connection.exec_driver_sql(_TURN)
            elif purpose is Purpose.make:
                self._lock(connection, "make")
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """However long the one before takes, who holds a lock of the schema until the block ends."""
        with self._engine.begin() as connection:
            self._settle(connection, 0)
            self._lock(connection, "derive")
            yield

    def make(self, connection: sa.Connection) -> None:
        about = self._about(connection)
        if about.things:
            return
        if not about.there:
            connection.exec_driver_sql(f"CREATE SCHEMA {self._quoted}")
        tables.metadata.create_all(connection, checkfirst=False)
        search.index(connection).make()
        for statement in _APPEND_ONLY:
            connection.exec_driver_sql(statement)
        connection.execute(sa.insert(tables.meta), [{"key": "format", "value": str(tables.FORMAT)}, {"key": "writes", "value": "0"}])

    def check(self, connection: sa.Connection) -> None:
        about = self._about(connection)
        if not about.things:
            place = shlex.quote(str(self.place))  # "?" and "&" mean something to shells
            raise DossierError(f"there is no dossier at {self.place}: make one with `pourparlers read SOURCE --dossier {place}`")
        if about.ours and not about.readable:
            raise DossierError(f"{self.place} may not be read by this user: ask its owner for the right to")
        form = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'format'").scalar() if about.ours else None
        if form is None:
            raise DossierError(f"{self.place} leads to a schema that is not a dossier: name another with ?schema=NAME")
        if form != str(tables.FORMAT):
            raise DossierError(base.differs(self.place, form, tables.FORMAT))
        self.writable = about.writable

    def explain(self, error: sa.exc.DBAPIError) -> str:
        return words_for(error.orig if isinstance(error.orig, psycopg.Error) else None, self.place)

    def _settle(self, connection: sa.Connection, patience: float) -> None:
        """Makes the schema that of the transaction. patience: seconds to wait for others, 0 for ever."""
        settings = {"search_path": self._quoted, "lock_timeout": round(patience * 1000), "idle_in_transaction_session_timeout": 0, "jit": "off"}
        connection.exec_driver_sql("; ".join(f"SET LOCAL {name} = {value}" for name, value in settings.items()))

    def _lock(self, connection: sa.Connection, what: str) -> None:
        """Waits until nobody else does that with the dossier; nobody does until the transaction ends."""
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))"), {"what": f"pourparlers {what} {self.place.schema}"})

    def _about(self, connection: sa.Connection) -> sa.Row[tuple[bool, int, bool, bool, bool]]:
        return connection.execute(sa.text(_ABOUT), {"schema": self.place.schema}).one()
