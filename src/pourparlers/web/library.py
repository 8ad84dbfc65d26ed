"""The dossiers that are served, each kept in memory as long as nothing is written to it."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from threading import Lock

from pourparlers.derivation import derive_chronicle
from pourparlers.errors import NotFoundError
from pourparlers.model.chronicle import Judgement
from pourparlers.model.naming import fold
from pourparlers.store import Place, Store
from pourparlers.web.loaded import load
from pourparlers.web.scene import Scene

#: As many scenes are kept of each dossier, the last ones used: that of now, and those of some days.
_KEPT = 4
_OTHER = re.compile(r"[^a-z0-9]+")


class Library:
    """Dossiers by their name in addresses: that of the file or schema, told apart by a number where two have one name."""

    def __init__(self, places: Iterable[str | Place]) -> None:
        """Raises DossierError where there is no dossier."""
        self._shelves: dict[str, _Shelf] = {}
        for place in places:
            store = Store.open(place)
            name = _free(slug(store.name), self._shelves)
            self._shelves[name] = _Shelf(name, store)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the dossiers, in the order given."""
        return tuple(self._shelves)

    def store(self, name: str) -> Store:
        """The dossier of that name. Raises NotFoundError when there is none."""
        return self._shelf(name).store

    def scene(self, name: str, as_of: str | None = None) -> Scene:
        """The dossier of that name, as it stands now. Raises NotFoundError when there is none, DossierError when it cannot be read."""
        return self._shelf(name).scene(as_of)

    def judge(self, name: str, judgements: Sequence[Judgement]) -> None:
        """Appends people's judgements to the log of a dossier. Raises NotFoundError, and DossierError when it cannot be written."""
        with self._shelf(name).store.writer() as writer:
            for judgement in judgements:
                writer.judgement(judgement)

    def hold(self, name: str, held: bool) -> None:
        """held: articles are being read into the dossier; until that is over, its pages show the chronicle that it has, and derive none."""
        self._shelf(name).held = held

    def _shelf(self, name: str) -> "_Shelf":
        found = self._shelves.get(name)
        if found is None:
            raise NotFoundError(f"there is no dossier {name!r} here")
        return found


class _Shelf:
    """A dossier with its scenes. One request at a time looks whether they are still true."""

    def __init__(self, name: str, store: Store) -> None:
        self.name, self.store, self.held = name, store, False
        self._scenes: OrderedDict[tuple[str, str, str | None], Scene] = OrderedDict()
        self._stamp: tuple[int, ...] | None = None
        self._state = self._title = ""
        self._lock = Lock()

    def scene(self, as_of: str | None) -> Scene:
        with self._lock:
            if self._stamp is None or self._stamp != self.store.stamp:
                self._look()
            key = (self._state, self._title, as_of)
            if key not in self._scenes:
                self._scenes[key] = Scene(self.name, self._title, load(self.store, as_of), self.store.view, as_of, self.store.writable)
            self._scenes.move_to_end(key)
            while len(self._scenes) > _KEPT:
                self._scenes.popitem(last=False)
            return self._scenes[key]

    def _look(self) -> None:
        """Derives the chronicle if need be, and notes from what, until something is written to the dossier."""
        if not self.held:
            derive_chronicle(self.store)
        stamp = None if self.held else self.store.stamp
        with self.store.view() as view:
            self._state = view.meta("chronicle") or ""
            self._title = view.meta("title") or self.store.title
        self._stamp = stamp


def slug(text: str) -> str:
    """A name for addresses: "Pourparlers d'été" -> "pourparlers-d-ete"."""
    return _OTHER.sub("-", fold(text)).strip("-") or "dossier"


def _free(name: str, taken: Iterable[str]) -> str:
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
