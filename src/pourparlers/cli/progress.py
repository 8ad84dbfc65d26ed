"""Progress on standard error: a bar on a terminal, nothing else elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pourparlers.reading import Progress


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A function to call with the numbers of documents done and in all; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance
