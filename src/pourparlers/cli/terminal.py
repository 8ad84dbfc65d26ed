"""Where results are printed: colours and the terminal's width on a terminal, plain text of 100 columns elsewhere."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100


@contextmanager
def page() -> Iterator["Console"]:
    """What results are printed on. Nothing in a text is taken for markup or for an emoji; plain text has no space at the ends of lines."""
    from rich.console import Console

    if sys.stdout.isatty():
        yield Console(markup=False, emoji=False, highlight=False)
        return
    written = io.StringIO()
    yield Console(file=written, width=WIDTH, markup=False, emoji=False, highlight=False, no_color=True)
    text = "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
