"""The chronicle of a dossier: derived from all its readings and judgements, kept in it, and brought up to date when they change."""

from collections.abc import Mapping
from functools import lru_cache

from pourparlers.store import Store, View
from pourparlers.version import chronicle_version

#: Readings that are held at a time.
_HELD = 2048


class _Shelves:
    """The readings of a dossier as a library. Few are held at a time."""

    def __init__(self, view: View) -> None:
        self.digests: Mapping[str, str] = view.digests()
        self.reading = lru_cache(maxsize=_HELD)(view.reading)


def derive_chronicle(store: Store) -> None:
    """Brings the chronicle up to date, if readings, judgements or the program have changed since it was last derived.

    What has not changed is not worked out again. A dossier that cannot be written keeps the chronicle that it has.
    """
    if _up_to_date(store):
        return
    with store.alone():
        while not _derived(store):
            pass  # another program has derived it meanwhile


def _up_to_date(store: Store) -> bool:
    with store.view() as view:
        return not store.writable or view.meta("chronicle") == view.state(chronicle_version())


def _derived(store: Store) -> bool:
    """False when the chronicle that was to be brought up to date has become another one."""
    program = chronicle_version()
    with store.view() as view:
        before, state = view.meta("chronicle"), view.state(program)
        if before == state:
            return True
        from pourparlers.pipeline import renew

        renewal = renew(_Shelves(view), view.judgements(), view.remembered(program))
    with store.writer() as writer:
        if writer.told("chronicle") != before:
            return False
        writer.chronicle(renewal, program, state)
    return True
