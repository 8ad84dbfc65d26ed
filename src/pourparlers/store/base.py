"""What a dossier asks of whatever holds it."""

from contextlib import AbstractContextManager
from enum import Enum
from typing import Protocol

import sqlalchemy as sa

from pourparlers.store.place import Place

#: Seconds to wait for another program that writes to the same dossier.
PATIENCE = 10.0


class Purpose(Enum):
    """What a transaction is for. make: the tables."""

    read = "read"
    write = "write"
    make = "make"


class Base(Protocol):
    """A file or a schema on a server. Its methods raise DossierError or SQLAlchemy's DBAPIError, which `explain` puts into words."""

    @property
    def place(self) -> Place:
        """Where it is, as it was named."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def writable(self) -> bool:
        """True when this program may write to it."""

    @property
    def stamp(self) -> tuple[int, ...]:
        """Changes whenever something is written."""

    def transaction(self, purpose: Purpose) -> AbstractContextManager[sa.Connection]:
        """One transaction: one consistent state to read; all or nothing to write, one writer at a time."""

    def alone(self) -> AbstractContextManager[None]:
        """Within it, no other program that asks for the same derives the chronicle. Where programs find out afterwards, it does nothing."""

    def make(self, connection: sa.Connection) -> None:
        """Makes the tables where there is nothing yet."""

    def check(self, connection: sa.Connection) -> None:
        """Raises DossierError unless this is a dossier of our format."""

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """The cause of a failure in words that tell what to do."""


def differs(place: Place, form: object, ours: int) -> str:
    """The complaint about a dossier of another format than ours."""
    return f"{place} is a dossier of format {form}; this version reads format {ours}: read its sources into a new dossier"
