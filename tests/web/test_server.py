"""The site of a dossier on a server: what stands there now, and 503 when nothing does."""

import httpx

import tiny
from pourparlers.web import create_app


def test_the_site_shows_what_stands_on_a_server_now(server, serving, caplog):
    place = server.address("site")
    tiny.make(place)
    with serving(create_app([place])) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}, follow_redirects=True) as client:
        assert "Site" in client.get("/").text
        assert client.get("/d/site").status_code == 200
        server.run("ALTER SCHEMA site RENAME TO elsewhere")
        assert client.get("/d/site").status_code == 503
        assert "the dossier is no longer there" in caplog.text
