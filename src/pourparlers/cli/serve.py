"""`pourparlers serve`."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from pourparlers.cli.options import DEFAULT_DOSSIER


def serve(
    dossiers: Annotated[list[str] | None, typer.Option("--dossier", metavar="FILE", help="A dossier; may be given several times.")] = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; others than this machine need a token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="The port.")] = 8000,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="HOST", help="A further name that the server answers to.")] = None,
    create: Annotated[bool, typer.Option("--create", help="Make the dossiers that do not exist yet, empty.")] = False,
    full_text: Annotated[bool, typer.Option("--full-text", help="Show whole articles rather than excerpts.")] = False,
) -> None:
    """Show dossiers as pages in a browser.

    To look, search and download, to decide about entries, and to read more articles.

    Only this machine can reach them unless --host says otherwise; then a token is needed, which is printed.
    """
    import secrets

    import uvicorn

    from pourparlers.store import Store
    from pourparlers.web import create_app
    from pourparlers.web.security import is_loopback

    token = None if is_loopback(host) else secrets.token_urlsafe(24)
    paths = dossiers or [DEFAULT_DOSSIER]
    for path in paths if create else ():
        Store.create(path)
    app = create_app(paths, full_text=full_text, hosts=(host, *(name or ())), token=token)
    with _listening(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"http://{shown}:{listening.getsockname()[1]}/{'' if token is None else f'?token={token}'}", err=True)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any that is free. Exits with 1 where that cannot be."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (while")[0]  # what follows names the address once more
        typer.echo(f"pourparlers: nothing can be served at {host}, port {port} ({reason}): name another --port or --host", err=True)
        raise typer.Exit(1) from None
