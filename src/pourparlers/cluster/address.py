"""How people name a cluster."""

import re
from dataclasses import dataclass

from pourparlers.errors import ClusterError

_LOCAL = re.compile(r"local(?::([1-9][0-9]{0,3}))?")
_SCHEDULER = re.compile(r"(tcp|tls|ws|wss)://[^/]+")


@dataclass(frozen=True, slots=True)
class Local:
    """A cluster of so many processes on this machine, None for one a core, that is started for the while."""

    workers: int | None


def cluster_of(text: str) -> Local | str:
    """The cluster that "local", "local:4" or the address of a scheduler ("tcp://HOST:8786") names. Raises ClusterError for anything else."""
    local = _LOCAL.fullmatch(text)
    if local is not None:
        return Local(None if local[1] is None else int(local[1]))
    if _SCHEDULER.fullmatch(text) is None:
        raise ClusterError(f"{text!r} is no cluster: write tcp://SCHEDULER:8786, local or local:N")
    return text
