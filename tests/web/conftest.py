"""A server in a thread, a browser, and the dossiers that they show."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

import hostile
import many
from pourparlers.web import create_app


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address at which the application answers meanwhile."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session", name="serving")
def serving_fixture() -> Callable[[FastAPI], AbstractContextManager[str]]:
    return serving


@pytest.fixture(scope="session")
def hostile_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.make(tmp_path_factory.mktemp("hostile") / "hostile.db")


@pytest.fixture(scope="session")
def big_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many.make(tmp_path_factory.mktemp("many") / "many.db", 260)


@pytest.fixture(scope="session")
def site(tiny_dossier: Path, hostile_dossier: Path, big_dossier: Path) -> Iterator[str]:
    """The address of a server of all three dossiers."""
    with serving(create_app([tiny_dossier, hostile_dossier, big_dossier])) as address:
        yield address


@pytest.fixture(scope="session")
def connection(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site) as found:
        yield found


@pytest.fixture
def client(connection: httpx.Client) -> httpx.Client:
    """Asks the server without a browser, as somebody whom it has not seen before."""
    connection.cookies.clear()
    return connection


@pytest.fixture
def guarded(tiny_dossier: Path) -> Iterator[httpx.Client]:
    """Asks a server that answers to one more name, and wants a token."""
    app = create_app([tiny_dossier], hosts=("10.0.0.5",), token="s3cret")
    with serving(app) as address, httpx.Client(base_url=address, headers={"host": "10.0.0.5"}) as found:
        yield found


@pytest.fixture
def open_page(browser, site) -> Iterator[Callable]:
    """A function that opens an address of the site in a fresh page; the page must neither fail nor break its own policy."""
    contexts, complaints = [], []

    def open_(path: str, **options: object):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", "locale": "fr-FR", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
