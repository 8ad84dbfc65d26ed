"""The site of a dossier on a server: what stands there now, and 503 when nothing does."""

import httpx

import servers
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


def test_no_password_shows_anywhere(server, serving, caplog):
    place, usual = server.address("secret_talks", password="Sesame"), server.address(password="Sesame")
    for one in (place, usual):
        tiny.make(one)
    with serving(create_app([place, usual])) as address, httpx.Client(base_url=address, headers={"accept-language": "fr"}) as client:
        for path in ("/", "/imports", "/d/secret-talks", "/d/secret-talks/review", f"/d/{servers.DATABASE}", "/api/dossiers"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert "Sesame" not in answer.text and "postgresql" not in answer.text
        assert "Secret talks" in client.get("/").text
        server.run("DROP SCHEMA secret_talks CASCADE")
        assert "Ne peut pas être lu maintenant" in client.get("/").text
    server.run("DROP SCHEMA pourparlers CASCADE")
    assert "secret_talks" in caplog.text and "Sesame" not in caplog.text
