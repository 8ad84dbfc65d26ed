"""Opening and making dossiers, wherever they lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from pourparlers.errors import DossierError
from pourparlers.store.base import Base, Purpose
from pourparlers.store.place import Address, Place, place_of
from pourparlers.store.sqlite import File
from pourparlers.store.view import View
from pourparlers.store.writer import Writer


class Store:
    """A dossier. `view()` reads from it, `writer()` writes to it; both are context managers.

    Store.open(place) for one that exists, Store.create(place) to make it when it does not; a place is the path of a file, or the address of a
    database: postgresql://USER@HOST/DATABASE, with ?schema=NAME where the database holds several dossiers.
    """

    def __init__(self, base: Base) -> None:
        self._base = base

    @classmethod
    def open(cls, place: str | Place) -> "Store":
        """The dossier at a place. Raises DossierError when there is none, or when something else is there."""
        store = cls(_base(place_of(place), new=False))
        with store._connection(Purpose.read) as connection:
            store._base.check(connection)
        return store

    @classmethod
    def create(cls, place: str | Place) -> "Store":
        """The dossier at a place, made new when nothing is there. Raises DossierError when it cannot be made or written."""
        store = cls(_base(place_of(place), new=True))
        with store._connection(Purpose.make) as connection:
            store._base.make(connection)
            store._base.check(connection)
        if not store.writable:
            raise DossierError(f"{store.place} cannot be written by this user: ask its owner for the right to")
        return store

    @property
    def place(self) -> Place:
        """Where it is. The place can be opened again, and printed: its password does not show."""
        return self._base.place

    @property
    def name(self) -> str:
        """What people call it: the name of its file without the ending, of its schema or of its database."""
        return self._base.name

    @property
    def title(self) -> str:
        """Its name as a title: "geneve_2031" -> "Geneve 2031"."""
        return self.name.replace("_", " ").replace("-", " ").capitalize()

    @property
    def stamp(self) -> tuple[int, ...]:
        """Changes whenever something is written to the dossier. Raises DossierError when it can no longer be reached."""
        with self._explained():
            return self._base.stamp

    @property
    def writable(self) -> bool:
        """True when this program may write to it."""
        return self._base.writable

    @contextmanager
    def view(self) -> Iterator[View]:
        """Reads from one consistent state of the dossier."""
        with self._connection(Purpose.read) as connection:
            yield View(connection)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Writes in one transaction: all of it when the block ends, nothing of it when the block raises."""
        with self._connection(Purpose.write) as connection:
            yield Writer(connection)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """For whoever derives the chronicle: on a server, others who want to wait until the block ends."""
        with self._explained(), self._base.alone():
            yield

    @contextmanager
    def _connection(self, purpose: Purpose) -> Iterator[sa.Connection]:
        with self._explained(), self._base.transaction(purpose) as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise DossierError(f"{self.place}: {self._base.explain(error)}") from error
        except sa.exc.TimeoutError as error:
            raise DossierError(f"{self.place}: too many ask for it at once; try again in a moment") from error


def _base(place: Place, new: bool) -> Base:
    if isinstance(place, Path):
        return File(place, new)
    return _schema(place)


def _schema(address: Address) -> Base:
    """Raises DossierError where the client of PostgreSQL is not installed."""
    try:
        from pourparlers.store.postgres import Schema

        return Schema(address)
    except ModuleNotFoundError:
        raise DossierError("a dossier on a PostgreSQL server needs its client: install it with `pip install 'pourparlers[postgres]'`") from None
