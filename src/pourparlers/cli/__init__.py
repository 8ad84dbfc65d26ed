"""The command line: one command a module. Modules that are heavy to import are imported by the commands that need them."""

import errno
import os
import sys

#: What the system says when there is no room for what is written.
_FULL = (errno.ENOSPC, errno.EDQUOT)


def main() -> None:
    """Runs the command line and exits: 0; 1 when some input failed; 2 for wrong usage; 130 when interrupted."""
    from pourparlers.cli.app import app
    from pourparlers.cli.output import write_no_more
    from pourparlers.errors import PourparlersError

    _open_closed()
    try:
        app(prog_name="pourparlers")
    except PourparlersError as error:
        print(f"pourparlers: {error}", file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        write_no_more()
        print(f"pourparlers: {error.filename or 'standard output'} cannot be written: {error.strerror}", file=sys.stderr)
        sys.exit(1)


def _open_closed() -> None:
    """Lets the streams that were closed for us (`>&-`) lead nowhere: Python has none in their stead, and the next file would take their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
