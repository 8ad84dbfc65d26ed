"""Sources into a dossier: captures are stored first, then read, and what was read is stored as it comes.

What is read is what the dossier holds: a run that was interrupted is simply run again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from pourparlers.derivation import derive_chronicle
from pourparlers.errors import PourparlersError, SourceError
from pourparlers.issues import Issue
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.patience import PATIENCE
from pourparlers.sources import capture
from pourparlers.store import Store
from pourparlers.version import reading_version
from pourparlers.workers import Manner, available_workers, read_all

#: A batch is stored when it holds that many documents, or when it is that old (seconds): what a killed run loses at most.
_BATCH = 50
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. read: documents read now. known: those of the sources that were read before.
    failed: what of the sources could not be read, now or before. earlier: documents that stay dated by an earlier horizon than the one named now.
    left_out: how much else of the sources was not used (days that are none, files of other kinds…); it stands among the issues."""

    read: int
    known: int
    failed: tuple[Issue, ...]
    earlier: int = 0
    left_out: int = 0


#: Called with the numbers of documents done and in all: first (0, n), then as each one is done.
Progress = Callable[[int, int], None]
#: Gives the captures of a source that are known by a horizon, and an issue for whatever of it cannot be captured. May raise SourceError.
Capturing = Callable[[str, str], Iterator[Capture | Issue]]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read. horizon: the ISO day by which the documents were known. everything: also the claims of documents about no peace process.
    workers: number of processes, None to choose. patience: seconds that one document may take. assumed: nobody named the horizon, it is only the
    day of the run: it changes nothing that the dossier has recorded already. cluster: where to read instead, as `cluster.engine` takes it."""

    horizon: str
    everything: bool = False
    workers: int | None = None
    patience: float = PATIENCE
    assumed: bool = False
    cluster: str | None = None


def read_into(store: Store, sources: Iterable[str], options: Options, progress: Progress | None = None, capturing: Capturing = capture) -> Summary:
    """Reads all documents of the sources into the dossier, and derives its chronicle.

    sources: paths of files and folders, or "-" for standard input; or whatever else `capturing` takes. progress: called with the numbers of
    documents done and in all, as it goes.
    """
    version = reading_version()
    captured, issues, earlier = collect(store, sources, options, capturing)
    unread = _begin(store, version, options.everything)
    outcomes = _outcomes(_captures(store, unread), len(unread), options)
    _keep(store, _of_version(version, outcomes), len(unread), progress or _silent)
    with store.writer() as writer:
        writer.settle(version)
    derive_chronicle(store)
    with store.view() as view:
        failures = view.failures()
    attempted = captured.union(unread)
    missed = tuple(issue for issue in issues if issue.fatal)
    failed = (*missed, *(issue for document in sorted(attempted.intersection(failures)) for issue in failures[document]))
    known = captured.difference(unread, failures)
    return Summary(len(set(unread).difference(failures)), len(known), failed, earlier, left_out=len(issues) - len(missed))


def _outcomes(captures: Iterator[Capture], number: int, options: Options) -> Iterator[Outcome]:
    """What comes of that many captures, read here or on a cluster."""
    manner = Manner(options.everything, options.patience)
    if options.cluster is None:
        return read_all(captures, options.workers or available_workers(number), manner)
    from pourparlers.cluster import engine

    return engine.read_all(captures, options.cluster, manner) if number else iter(())


def _silent(_done: int, _total: int) -> None:
    """Tells nobody."""


def collect(store: Store, sources: Iterable[str], options: Options, capturing: Capturing = capture) -> tuple[frozenset[str], tuple[Issue, ...], int]:
    """Stores the captures of the sources. Returns their ids, what was wrong with them, and how many stay dated by an earlier horizon.

    What was known by one day and is now said to have been known by an earlier one is read again; so the order of reading changes nothing.
    """
    ids: set[str] = set()
    complaints: list[Issue] = []
    earlier: set[str] = set()
    for source in sources:
        issues: list[Issue] = []
        found = _captured(source, options.horizon, capturing)
        while batch := list(islice(found, _BATCH)):
            issues.extend(item for item in batch if isinstance(item, Issue))
            captures = [item for item in batch if isinstance(item, Capture)]
            ids.update(item.id for item in captures)
            with store.writer() as writer:
                for item in captures:
                    if not writer.capture(item) and not options.assumed and not writer.known_by(item.id, item.horizon):
                        earlier.add(item.id)
        with store.writer() as writer:
            writer.source_issues(source, issues)
        complaints.extend(issues)
    return frozenset(ids), tuple(complaints), len(earlier)


def _captured(source: str, horizon: str, capturing: Capturing) -> Iterator[Capture | Issue]:
    """The captures of a source; whatever goes wrong while capturing becomes a fatal issue, and the next source is taken."""
    try:
        yield from capturing(source, horizon)
    except SourceError as error:
        yield Issue(source, "sources", "unreadable", str(error), fatal=True)
    except Exception as error:
        yield Issue(source, "sources", "crash", f"capturing it failed with {type(error).__name__}: {error}", fatal=True)


def _begin(store: Store, version: str, everything: bool) -> tuple[str, ...]:
    """The ids of the captures to read. In a new dossier, what is read shows at once; in one read by an older version, once all is read again."""
    with store.view() as view:
        fresh, unread = view.version == "", view.unread(version, everything)
    if fresh:
        with store.writer() as writer:
            writer.settle(version)
    return unread


def _captures(store: Store, ids: Iterable[str]) -> Iterator[Capture]:
    remaining = iter(ids)
    while chunk := tuple(islice(remaining, _BATCH)):
        with store.view() as view:
            found = [view.capture(item) for item in chunk]
        yield from found


def _keep(store: Store, outcomes: Iterator[Outcome], total: int, progress: Progress) -> None:
    """Stores outcomes batch by batch; the last one too when the run is interrupted."""
    batch: list[Outcome] = []
    since = monotonic()
    done = 0
    progress(done, total)
    try:
        for outcome in outcomes:
            batch.append(outcome)
            done += 1
            progress(done, total)
            if len(batch) >= _BATCH or monotonic() - since >= _PATIENCE:
                _store(store, batch)
                since = monotonic()
    finally:
        _store(store, batch)


def _store(store: Store, batch: list[Outcome]) -> None:
    """Stores a batch, and empties it."""
    with store.writer() as writer:
        for outcome in batch:
            writer.outcome(outcome)
    batch.clear()


def _of_version(version: str, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes. Raises PourparlersError when one was read by another version, as after an upgrade during a run."""
    for outcome in outcomes:
        if outcome.version != version:
            raise PourparlersError("the program was changed while it ran: run it again")
        yield outcome
