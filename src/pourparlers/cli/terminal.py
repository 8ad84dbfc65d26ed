"""What results are printed with: colours and the terminal's width on a terminal, plain text of 100 columns elsewhere."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 100


def console() -> "Console":
    """Where results go. Nothing in a text is taken for markup or for an emoji."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else WIDTH, markup=False, emoji=False, highlight=False)
