"""Handing out documents to a cluster, and taking in what was read."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pourparlers.cluster.address import cluster_of
from pourparlers.cluster.shard import read_shard
from pourparlers.errors import ClusterError, ModelError
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.version import reading_version
from pourparlers.workers import Manner, killed

try:
    import dask
    from distributed import Client, Future, KilledWorker, LocalCluster, as_completed
    from distributed.client import FutureCancelledError
except ModuleNotFoundError:
    raise ClusterError("reading on a cluster needs Dask: install it with `pip install 'pourparlers[cluster]'`") from None

Shard = tuple[Capture, ...]
Read = Future[tuple[Outcome, ...]]

#: A shard holds at most so many documents and, but for its first, bytes: some seconds of work, so that little is read again when a worker dies.
_DOCUMENTS, _BYTES = 4, 2_000_000
#: How many shards wait for each thread of the cluster.
_QUEUE = 2
#: Seconds to wait for a scheduler, and for its first worker.
_CONNECTING, _JOINING = 10, 60
#: Documents go through the scheduler, as they do here on purpose: no warning.
_SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1GB"}


def read_all(captures: Iterator[Capture], address: str, manner: Manner) -> Iterator[Outcome]:
    """The outcome of each capture, as they come.

    address: that of a scheduler ("tcp://HOST:8786"), or "local" or "local:N", as `cluster_of` tells. Raises ClusterError.
    """
    with dask.config.set(_SETTINGS), _quiet(), _client(address) as client:
        try:
            yield from _Field(client, manner).read(captures)
        except (FutureCancelledError, OSError) as error:  # a connection that closes and one that is not made are OSErrors
            raise _gone(address) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """What goes wrong becomes an error of ours: the client of Dask need not print it with its traceback."""
    logger = logging.getLogger("distributed.client")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A client of the cluster at that address, which has a worker."""
    named = cluster_of(address)
    if isinstance(named, str):
        with _connected(named) as client:
            yield client
        return
    settings = {"threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
    with LocalCluster(n_workers=named.workers, **settings) as cluster, Client(cluster) as client:
        yield client


def _connected(address: str) -> Client:
    try:
        client = Client(address, timeout=_CONNECTING)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no scheduler answers at {address}: start one with `dask scheduler`") from error
    try:
        client.wait_for_workers(1, timeout=_JOINING)
    except TimeoutError:
        client.close()
        raise ClusterError(f"the scheduler at {address} has no workers: start some with `dask worker {address} --nthreads 1`") from None
    except OSError as error:
        client.close()
        raise _gone(address) from error
    return client


def _gone(address: str) -> ClusterError:
    return ClusterError(f"the cluster at {address} went away: what was read is kept; run the same command again to go on")


class _Field:
    """Where documents are read: as many shards in flight as keep every worker busy."""

    def __init__(self, client: Client, manner: Manner) -> None:
        self._client, self._manner = client, manner
        self._sent: dict[str, Shard] = {}
        self._suspects: list[Capture] = []

    def read(self, captures: Iterator[Capture]) -> Iterator[Outcome]:
        shards = _shards(captures)
        flying = as_completed([])
        self._send(shards, flying)
        for future in flying:
            shard = self._sent.pop(str(future.key))
            try:
                yield from self._read(future)
            except KilledWorker:
                self._suspects.extend(shard)
            self._send(shards, flying)
        for capture in self._suspects:
            yield self._read_alone(capture)

    def _send(self, shards: Iterator[Shard], flying: Any) -> None:
        room = _QUEUE * max(1, sum(self._client.ncores().values()))
        while len(self._sent) < room and (shard := next(shards, None)) is not None:
            future = self._submit(shard)
            self._sent[str(future.key)] = shard
            flying.add(future)

    def _submit(self, shard: Shard) -> "Read":
        return self._client.submit(read_shard, shard, self._manner, pure=False)

    def _read_alone(self, capture: Capture) -> Outcome:
        """Reads a document of a shard whose workers died one after another, with nothing else in flight, so that the one at fault is known."""
        try:
            (outcome,) = self._read(self._submit((capture,)))
        except KilledWorker:
            return killed(capture)
        return outcome

    def _read(self, future: "Read") -> tuple[Outcome, ...]:
        """What came of a shard. Raises KilledWorker when several workers died of it, and ClusterError when workers are not set up for it."""
        try:
            outcomes: tuple[Outcome, ...] = future.result()
        except (ModelError, ImportError) as error:
            raise ClusterError(f"a worker of the cluster is not set up for reading: {error}. Install the same as here on all of them") from error
        for outcome in outcomes:
            if outcome.version != reading_version():
                raise ClusterError(
                    f"a worker of the cluster reads with another version ({outcome.version}) than is installed here ({reading_version()}):"
                    " install the same on all"
                )
        return outcomes


def _shards(captures: Iterator[Capture]) -> Iterator[Shard]:
    shard: list[Capture] = []
    held = 0
    for capture in captures:
        if shard and (len(shard) >= _DOCUMENTS or held + len(capture.content) > _BYTES):
            yield tuple(shard)
            shard, held = [], 0
        shard.append(capture)
        held += len(capture.content)
    if shard:
        yield tuple(shard)
