"""Where a dossier lies: a file, or a schema of a database on a PostgreSQL server."""

import re
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from pourparlers.errors import DossierError

#: The schema of a dossier whose address names none.
SCHEMA = "pourparlers"
_SERVER = re.compile(r"postgres(ql)?(\+psycopg)?:", re.IGNORECASE)
_SCHEMA_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_SHAPE = "postgresql://USER@HOST/DATABASE"


@dataclass(frozen=True, slots=True)
class Address:
    """A dossier on a server. url: how its database is reached, maybe with a password, which nothing prints; schema: the dossier within it."""

    url: sa.URL
    schema: str

    def __str__(self) -> str:
        """As it may be printed."""
        bare = self.url._replace(drivername="postgresql", password=None).render_as_string()
        return bare if self.schema == SCHEMA else f"{bare}{'&' if self.url.query else '?'}schema={self.schema}"

    @property
    def name(self) -> str:
        """What people call the dossier: the name of its schema, or of its database when that is the usual schema."""
        return self.url.database or "dossier" if self.schema == SCHEMA else self.schema

    @property
    def host(self) -> str:
        """The server, as people name it."""
        host = self.url.host or self.url.query.get("host") or "this machine"
        return f"{host if isinstance(host, str) else ', '.join(host)}{'' if self.url.port is None else f':{self.url.port}'}"


Place = Path | Address


def place_of(text: str | Path | Address) -> Place:
    """The place that people wrote: a path, or the address of a database. Raises DossierError, without repeating it, for an address that is none."""
    if not isinstance(text, str):
        return text
    return _address(text) if _SERVER.match(text) else Path(text)


def _address(text: str) -> Address:
    _, scheme, rest = text.partition("://")
    if not scheme or rest.partition("?")[0].count("@") > 1:
        raise DossierError(f"the address of the dossier is not understood: write {_SHAPE}, with %40 for @, %2F for / and %3A for : in a password")
    try:
        url = sa.make_url("postgresql+psycopg://" + rest)
    except (sa.exc.ArgumentError, ValueError):
        raise DossierError(f"the address of the dossier is not understood: write {_SHAPE}") from None
    if not url.database:
        raise DossierError(f"the address of the dossier names no database: write {_SHAPE}")
    schema = url.query.get("schema", SCHEMA)
    if not isinstance(schema, str) or _SCHEMA_NAME.fullmatch(schema) is None or schema.startswith("pg_"):
        raise DossierError("the schema of a dossier is named by small letters, digits and _, for instance ?schema=geneve_2031")
    return Address(url.difference_update_query(["schema"]), schema)
