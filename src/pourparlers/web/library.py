"""The dossiers that are served, each kept in memory as long as its file has not changed."""

import re
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from pourparlers.derivation import derive_chronicle
from pourparlers.errors import NotFoundError
from pourparlers.model.naming import fold
from pourparlers.store import Store
from pourparlers.web.scene import Scene

#: As many scenes are kept, the last ones used.
_KEPT = 8
_OTHER = re.compile(r"[^a-z0-9]+")


class Library:
    """Dossiers by their name in addresses: the name of the file, told apart by a number where two files have one name."""

    def __init__(self, paths: Iterable[Path]) -> None:
        """Raises DossierError when a file is not a dossier."""
        self._stores: dict[str, Store] = {}
        self._scenes: OrderedDict[tuple[str, str, str | None], Scene] = OrderedDict()
        self._lock = Lock()
        for path in paths:
            self._stores[_free(slug(path.stem), self._stores)] = Store.open(path)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the dossiers, in the order given."""
        return tuple(self._stores)

    def scene(self, name: str, as_of: str | None = None) -> Scene:
        """The dossier of that name, as it stands in its file now. Raises NotFoundError when there is none, DossierError when it cannot be read."""
        store = self._stores.get(name)
        if store is None:
            raise NotFoundError(f"there is no dossier {name!r} here")
        with self._lock:
            derive_chronicle(store)
            with store.view() as view:
                key = (name, view.meta("chronicle") or "", as_of)
                title = view.meta("title") or store.path.stem.replace("_", " ").replace("-", " ").capitalize()
            if key not in self._scenes:
                self._scenes[key] = Scene(name, title, store, as_of)
            self._scenes.move_to_end(key)
            while len(self._scenes) > _KEPT:
                self._scenes.popitem(last=False)
            return self._scenes[key]


def slug(text: str) -> str:
    """A name for addresses: "Pourparlers d'été" -> "pourparlers-d-ete"."""
    return _OTHER.sub("-", fold(text)).strip("-") or "dossier"


def _free(name: str, taken: Iterable[str]) -> str:
    names = set(taken)
    numbered = (f"{name}-{i}" for i in range(2, len(names) + 3))
    return name if name not in names else next(n for n in numbered if n not in names)
