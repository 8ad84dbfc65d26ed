"""Where things are found: at addresses of the site, or at anchors of the report."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import quote, urlencode


class Links(Protocol):
    """Addresses, as the templates need them. query: further parameters, "" for none."""

    def page(self, name: str, query: str = "", /) -> str: ...
    def entry(self, entry: str, /) -> str: ...
    def article(self, document: str, entry: str = "", /) -> str: ...
    def actor(self, name: str, /) -> str: ...


class SiteLinks:
    """Addresses of the site. keep: what every address keeps of the present one (`as-of`)."""

    def __init__(self, dossier: str, keep: dict[str, str]) -> None:
        self._root, self._keep = f"/d/{quote(dossier, safe='')}", urlencode(keep)

    def page(self, name: str, query: str = "") -> str:
        """A page of the dossier; "" is the chronicle."""
        return self._with(f"{self._root}/{name}" if name else self._root, query)

    def entry(self, entry: str) -> str:
        """The page of an entry."""
        return self._with(f"{self._root}/e/{quote(entry, safe='')}", "")

    def article(self, document: str, entry: str = "") -> str:
        """The page of an article, at the passage of an entry if one is given."""
        return self._with(f"{self._root}/a/{quote(document, safe='')}", "") + (f"#c-{quote(entry, safe='')}" if entry else "")

    def actor(self, name: str) -> str:
        """The page of somebody who acts or speaks."""
        return self._with(f"{self._root}/actors/{quote(name, safe='', errors='replace')}", "")

    def _with(self, path: str, query: str) -> str:
        asked = "&".join(part for part in (query, self._keep) if part)
        return f"{path}?{asked}" if asked else path


class ReportLinks:
    """Anchors of the report. carried: the ids of the entries whose sources stand in it. told: of the others, the document that tells each best.
    actors: the names of those who act or speak, in their order."""

    def __init__(self, carried: frozenset[str], told: Mapping[str, str], actors: Iterable[str]) -> None:
        self._carried, self._told = carried, told
        self._actors = {name: f"#w-{number}" for number, name in enumerate(actors, 1)}

    def page(self, name: str, _query: str = "") -> str:
        """A chapter; "" is the chronicle."""
        return f"#{name or 'chronicle'}"

    def entry(self, entry: str) -> str:
        """The sources of an entry; its article in the list, where they are left out."""
        return f"#e-{entry}" if entry in self._carried else self.article(self._told[entry]) if entry in self._told else "#chronicle"

    def actor(self, name: str) -> str:
        """What is known of somebody: nobody has a page of their own here."""
        return self._actors.get(name, "#actors")

    def article(self, document: str, _entry: str = "") -> str:
        """An article in the list of sources."""
        return f"#a-{document}"
