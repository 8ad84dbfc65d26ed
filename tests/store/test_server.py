"""A dossier on a server: its address, who may do what with it, and what goes wrong."""

import sys
import threading

import pytest

import tiny
from pourparlers.derivation import derive_chronicle
from pourparlers.errors import DossierError
from pourparlers.model.chronicle import Judgement
from pourparlers.store import Store
from pourparlers.store.place import Address, place_of

ARTICLE = "Les délégations du Valdor et de la Morénie se sont rencontrées le 3 mai 2031 à Port-Sérène pour des pourparlers de paix."


@pytest.mark.parametrize(
    ("text", "shown", "name"),
    [
        ("postgresql://ada@db.example/talks", "postgresql://ada@db.example/talks", "talks"),
        ("postgres://ada:s%40cret@db.example:5433/talks", "postgresql://ada@db.example:5433/talks", "talks"),
        ("postgresql://db.example/talks?schema=geneve", "postgresql://db.example/talks?schema=geneve", "geneve"),
        ("postgresql:///talks?host=/run/x&schema=geneve", "postgresql:///talks?host=/run/x&schema=geneve", "geneve"),
    ],
)
def test_an_address_is_shown_without_its_password_and_leads_there_again(text, shown, name):
    place = place_of(text)
    assert isinstance(place, Address)
    assert (str(place).replace("%2F", "/"), place.name) == (shown, name)
    assert place_of(str(place)).schema == place.schema
    assert "s@cret" not in f"{place} {place!r}"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql:talks",
        "postgresql://ada@db.example",
        "postgresql://ada@db.example:port/talks",
        "postgresql://ada:s@cret@db.example/talks",
        "postgresql://ada:s/cret@db.example/t@lks",
        "postgresql://db.example/talks?schema=pg_catalog",
        "postgresql://db.example/talks?schema=Genève",
        "postgresql://db.example/talks?schema=a&schema=b",
    ],
)
def test_an_address_that_is_none_is_refused_without_being_repeated(text):
    with pytest.raises(DossierError) as refused:
        place_of(text)
    assert "cret" not in str(refused.value)


def test_anything_else_is_a_path():
    assert place_of("postgresql.db").name == "postgresql.db"


@pytest.mark.parametrize("text", ["mysql://ada:s@cret@db.example/talks", "sqlite:///talks.db", "HTTP://db.example/talks"])
def test_an_address_of_something_else_is_not_taken_for_a_path(text):
    with pytest.raises(DossierError, match="name a file by its path") as refused:
        place_of(text)
    assert "cret" not in str(refused.value)


@pytest.mark.parametrize("name", ["password", "sslpassword"])
def test_a_password_behind_the_question_mark_does_not_show_either(name):
    place = place_of(f"postgresql://db.example/talks?{name}=s%40cret&sslmode=require&schema=geneve")
    assert str(place) == "postgresql://db.example/talks?sslmode=require&schema=geneve"
    assert "cret" not in repr(place)
    assert place.secrets == ("s@cret",)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("authentification par mot de passe échouée pour l'utilisateur « ada »", "the server refuses the password of ada"),
        ("la base de données « talks » n'existe pas", "there is no database talks there"),
        ("le rôle « ada » n'existe pas", "the server knows no user ada"),
        ("aucune entrée dans pg_hba.conf pour l'hôte « 192.0.2.1 »", "the server does not let ada in from here"),
        ("tout autre motif avec s@cret", "tout autre motif avec ***"),
    ],
)
def test_a_server_that_speaks_french_is_understood(said, told):
    failures = pytest.importorskip("pourparlers.store.failures")
    error = failures.psycopg.OperationalError(f'connection failed: connection to server at "192.0.2.1", port 5432 failed: FATAL:  {said}')
    assert told in failures.words_for(error, place_of("postgresql://ada:s%40cret@192.0.2.1/talks"))


def test_a_schema_may_bear_a_word_of_sql(server):
    for schema in ("select", "user"):
        tiny.make(server.address(schema))
        with Store.open(server.address(schema)).view() as view:
            assert len(view.names()) == 3
    assert server.run("SELECT count(*) FROM pg_namespace WHERE nspname IN ('select', 'user')") == "2\n"


def test_who_may_make_no_schema_is_told_to_name_one(server):
    with pytest.raises(DossierError, match=r"name one with \?schema=NAME"):
        Store.create(server.address("beyond_reach", user="reader"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"user": "nobody_here"}, "knows no user nobody_here"),
        ({"database": "nowhere"}, "there is no database nowhere"),
        ({"user": "locked", "password": "open%20barley"}, "refuses the password of locked"),
        ({"user": "locked"}, "wants a password for locked"),
    ],
)
def test_who_is_not_let_in_is_told_why(server, change, message):
    with pytest.raises(DossierError, match=message) as refused:
        Store.open(server.address("some", **change))
    assert "barley" not in str(refused.value)


@pytest.mark.parametrize("address", ["postgresql://ada:barley@127.0.0.1:1/talks", "postgresql:///talks?host=/nowhere/at/all"])
def test_a_server_that_does_not_answer_is_named(address):
    with pytest.raises(DossierError, match=r"no PostgreSQL server answers at (127\.0\.0\.1:1|/nowhere)") as refused:
        Store.open(address)
    assert "barley" not in str(refused.value)


def test_a_password_lets_in(server):
    server.run("CREATE SCHEMA behind AUTHORIZATION locked")
    place = server.address("behind", user="locked", password="S%C3%A9same%2C%20ouvre-toi")
    tiny.make(place)
    with Store.open(place).view() as view:
        assert len(view.names()) == 3


def test_what_is_no_dossier_is_refused(server):
    server.run("CREATE SCHEMA other; CREATE TABLE other.meta (name text); GRANT ALL ON SCHEMA other TO ada; CREATE SCHEMA bare; CREATE SCHEMA shut")
    server.run("GRANT USAGE ON SCHEMA bare TO ada; CREATE TABLE shut.meta (key text, value text)")
    told = {"absent": "there is no dossier", "bare": "there is no dossier", "other": "not a dossier", "shut": "may not be read"}
    for schema, message in told.items():
        with pytest.raises(DossierError, match=message):
            Store.open(server.address(schema))
    with pytest.raises(DossierError, match="not a dossier"):
        Store.create(server.address("other"))
    with pytest.raises(DossierError, match="has not the right"):
        Store.create(server.address("bare"))


def test_a_dossier_of_a_newer_version_is_refused(server):
    place = server.address("newer")
    Store.create(place)
    server.run("UPDATE newer.meta SET value = '99' WHERE key = 'format'")
    with pytest.raises(DossierError, match="is a dossier of format 99; this version reads"):
        Store.open(place)


def test_who_may_only_read_reads(server):
    tiny.make(server.address("shown"))
    place = server.address("shown", user="reader")
    with pytest.raises(DossierError, match="may not be read"):
        Store.open(place)
    server.run("GRANT USAGE ON SCHEMA shown TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA shown TO reader")
    store = Store.open(place)
    assert not store.writable
    derive_chronicle(store)
    with store.view() as view:
        assert len(view.names()) == 3
    with pytest.raises(DossierError, match="has not the right"), store.writer() as writer:
        writer.meta("title", "x")
    with pytest.raises(DossierError, match="cannot be written"):
        Store.create(place)


def test_two_who_make_a_dossier_at_once_make_one(server):
    place = server.fresh()
    made = [threading.Thread(target=Store.create, args=(place,)) for _ in range(3)]
    for one in made:
        one.start()
    for one in made:
        one.join()
    with Store.open(place).view() as view:
        assert view.names() == {}


def test_the_chronicle_is_derived_by_one_at_a_time(server, monkeypatch):
    place = server.fresh()
    store = tiny.make(place)
    with store.writer() as writer:
        writer.judgement(Judgement("2031-06-01", "j-1", "Ada", "confirm", "vu", ("event-1a",)))
    derived = []
    from pourparlers import pipeline

    renew = pipeline.renew
    monkeypatch.setattr(pipeline, "renew", lambda *given: derived.append(threading.get_ident()) or renew(*given))
    with store.alone():
        others = [threading.Thread(target=derive_chronicle, args=(Store.open(place),)) for _ in range(3)]
        for one in others:
            one.start()
        for one in others:
            one.join(0.1)
        assert derived == []
    for one in others:
        one.join()
    assert len(derived) == 1


def test_a_server_that_went_away_is_told(server):
    store = Store.create(server.address("lost"))
    end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'pourparlers'"
    with pytest.raises(DossierError, match="run the same command again"), store.view() as view:
        server.run(end)
        view.names()
    with store.view() as view:
        assert view.names() == {}


def test_without_its_client_what_to_install_is_told(monkeypatch):
    monkeypatch.delitem(sys.modules, "pourparlers.store.postgres", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DossierError, match=r"pip install 'pourparlers\[postgres\]'"):
        Store.open("postgresql://db.example/talks")


def test_commands_take_an_address(server, run, tmp_path):
    place = server.address("commands")
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("read", article, "--all", "--workers", 1, "--known-by", "2031-06-01", "--dossier", place).err == "1 read, 0 already known\n"
    assert "Port-Sérène" in run("show", "timeline", "--dossier", place).out
    assert "a.txt" in run("search", "rencontre", "--dossier", place).out
    assert "2031-05-03" in run("export", "--format", "chronicle", "--dossier", place).out
    report = tmp_path / "report.html"
    assert run("report", "-o", report, "--dossier", place).status == 0
    assert "<title>Commands" in report.read_text(encoding="utf-8")
    refused = run("show", "timeline", "--dossier", server.address("absent_too", user="locked", password="barley"))
    assert (refused.status, "refuses the password" in refused.err, "barley" in refused.err) == (1, True, False)
