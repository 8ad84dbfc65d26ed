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
_OTHER = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
#: What may stand after the "?" of an address and is nobody's business.
_SECRETS = ("password", "sslpassword")


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """A dossier on a server. url: how its database is reached, maybe with a password, which nothing prints; schema: the dossier within it."""

    url: sa.URL
    schema: str

    def __str__(self) -> str:
        """As it may be printed."""
        shown = self.url._replace(drivername="postgresql", password=None).difference_update_query(_SECRETS)
        bare = shown.render_as_string()
        return bare if self.schema == SCHEMA else f"{bare}{'&' if shown.query else '?'}schema={self.schema}"

    def __repr__(self) -> str:
        return f"Address({self})"

    @property
    def secrets(self) -> tuple[str, ...]:
        """The passwords in it, the longest first."""
        told = (self.url.password, *(self.url.query.get(name) for name in _SECRETS))
        return tuple(sorted((str(secret) for secret in told if secret), key=len, reverse=True))

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
    if _SERVER.match(text):
        return _address(text)
    if _OTHER.match(text):
        raise DossierError(f"the address of the dossier is not understood: name a file by its path, or write {_SHAPE}")
    return Path(text)


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
