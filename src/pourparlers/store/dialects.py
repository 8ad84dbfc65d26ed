"""The little that SQL does not say alike in SQLite and in PostgreSQL."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite


def insert_or(connection: sa.Connection, table: sa.Table) -> Any:
    """An INSERT that can be told what to do where the row is there already."""
    return sqlite.insert(table) if _is_sqlite(connection) else postgresql.insert(table)


def member(connection: sa.Connection, column: sa.ColumnElement[str], name: str) -> sa.ColumnElement[str]:
    """The value of that name in a column of JSON, as JSON; NULL where there is none."""
    if _is_sqlite(connection):
        return sa.func.json_extract(column, f"$.{name}")
    return sa.cast(sa.func.json_extract_path(sa.cast(column, postgresql.JSON), name), sa.Text)


def _is_sqlite(connection: sa.Connection) -> bool:
    return connection.dialect.name == "sqlite"
