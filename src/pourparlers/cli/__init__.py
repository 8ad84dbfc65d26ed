"""The command line: one command a module. Modules that are heavy to import are imported by the commands that need them."""

import os
import sys


def main() -> None:
    """Runs the command line and exits: 0; 1 when some input failed; 2 for wrong usage; 130 when interrupted."""
    from pourparlers.cli.app import app
    from pourparlers.errors import PourparlersError

    try:
        app(prog_name="pourparlers")
    except PourparlersError as error:
        print(f"pourparlers: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
