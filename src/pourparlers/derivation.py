"""The chronicle of a dossier: derived from all its readings and judgements, kept in it, and derived again when they change."""

from pourparlers.store import Store
from pourparlers.version import chronicle_version


def derive_chronicle(store: Store) -> None:
    """Derives the chronicle again, if readings, judgements or the program have changed since it was last derived.

    A dossier that cannot be written keeps the chronicle that it has.
    """
    with store.view() as view:
        state = view.state(chronicle_version())
        if view.meta("chronicle") == state or not store.writable:
            return
        readings, judgements = tuple(view.readings()), view.judgements()
    from pourparlers.pipeline import derive

    derived = derive(readings, judgements)
    with store.writer() as writer:
        writer.chronicle(derived.entries, derived.links, derived.cards, state, derived.issues)
