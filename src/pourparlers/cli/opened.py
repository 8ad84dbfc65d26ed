"""A dossier opened to be shown."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from pourparlers.derivation import derive_chronicle
from pourparlers.store import Store, View
from pourparlers.views.redacted import redacted
from pourparlers.views.shown import Shown, shown


@contextmanager
def opened(dossier: str, as_of: str | None, redact: Sequence[str] = ()) -> Iterator[tuple[View, Shown]]:
    """The dossier at a place, with its chronicle as of now or as of an ISO day, derived again if need be. redact: names to hide in all that is read
    from it; a complaint goes to standard error for each that no article holds. Raises DossierError."""
    store = Store.open(dossier)
    derive_chronicle(store)
    with store.view() as view:
        found = shown(view, as_of)
        if redact:
            view, found, absent = redacted(view, found, redact)
            for name in absent:
                typer.echo(f"no article names {name!r}: nothing was hidden for it, check how it is written", err=True)
        yield view, found
