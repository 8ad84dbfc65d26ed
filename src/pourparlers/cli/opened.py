"""A dossier opened to be shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pourparlers.derivation import derive_chronicle
from pourparlers.store import Store, View
from pourparlers.views.shown import Shown, shown


@contextmanager
def opened(dossier: Path, as_of: str | None) -> Iterator[tuple[View, Shown]]:
    """The dossier at a path, with its chronicle as of now or as of an ISO day, derived again if need be. Raises DossierError."""
    store = Store.open(dossier)
    derive_chronicle(store)
    with store.view() as view:
        yield view, shown(view, as_of)
