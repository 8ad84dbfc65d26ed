"""What `show`, `explain` and `search` print of a dossier that was made by hand."""

import csv
import dataclasses
import io
import json

import pytest

import tiny
from pourparlers.cli.columns import COLUMNS
from pourparlers.store import Store
from pourparlers.views.talks import TalksRow

TIMELINE = """\
MAI 2031 ───────────────────────────────────────────────────────────────────────────────────────────
mar. 13       ● Pourparlers entre le Valdor et la Morénie à Port-Sérène             tenu · 2 sources
                « … se sont rencontrées mardi à Port-Sérène » — Le Sud républicain, 14 mai 2031 · 1a

mar. 20       ○ Nouvelle rencontre                                                             prévu
                « Un nouveau rendez-vous est prévu le 20 mai » — Courrier du Nord, 15 mai 2031 · 2b

SANS DATE ──────────────────────────────────────────────────────────────────────────────────────────
              × Attaque                                                           démenti · contesté
                Valdor
                « Le Valdor dément toute attaque » — muet.txt · selon Valdor · 3a

"""
TABLES = {
    "talks": """\
Jour         Quoi         Où           Participants     Statut  Sources  Id
───────────────────────────────────────────────────────────────────────────
13 mai 2031  pourparlers  Port-Sérène  Valdor, Morénie  tenu    2        1a
20 mai 2031  rencontre    –                             prévu   1        2b
""",
    "positions": """\
Enjeu          Partie           Quoi                       Jour              Id
───────────────────────────────────────────────────────────────────────────────
cessez-le-feu  Valdor  demande  un cessez-le-feu immédiat  art. 14 mai 2031  1a
""",
    "commitments": """\
Jour  Quoi           Parties          Vie                Échéance  Passage                       Id
───────────────────────────────────────────────────────────────────────────────────────────────────
–     cessez-le-feu  Valdor, Morénie  annoncé (sans                se sont engagés à une trêve   3a
                                      date)                        de dix jours
""",
    "statements": """\
Jour         Qui                  Quoi                                        Source              Id
────────────────────────────────────────────────────────────────────────────────────────────────────
13 mai 2031  Anton Brisk          « Nous voulons un cessez-le-feu immédiat »  Le Sud républicain  1a
             (Valdor)
""",
    "figures": """\
Mesure  Nombre  De quoi  Jour              Selon             État      Source              Id
─────────────────────────────────────────────────────────────────────────────────────────────
tués    12      soldats  art. 14 mai 2031  armée morénienne  rapporté  Le Sud républicain  1a
""",
    "disagreements": """\
Objet                       Version  Selon              Passage                         Source    Id
────────────────────────────────────────────────────────────────────────────────────────────────────
affirmé ou démenti :        démenti  d'après l'article  Le Valdor dément toute attaque  muet.txt  3a
Attaque
""",
    "actors": """\
Qui               Nature        Part              Titres              Articles  Faits
─────────────────────────────────────────────────────────────────────────────────────
Valdor            État          partie                                1         2
Agence du Delta   organisation  tiers                                 1         1
Anton Brisk       personne      partie : Valdor   ministre valdorien  1         1
Morénie           État          partie                                1         1
armée morénienne  organisation  partie : Morénie                      1         1
""",
    "scope": """\
Processus         Parties                                          Médiation  Articles du     Nombre
────────────────────────────────────────────────────────────────────────────────────────────────────
Valdor – Morénie  Valdor (Anton Brisk) ; Morénie (armée                       14–15 mai 2031  3
                  morénienne)
""",
    "places": """\
Lieu         Pays    Nature  Coordonnées  Jours        Faits  Lesquels
───────────────────────────────────────────────────────────────────────
Port-Sérène  Valdor  ville   12.50 -3.25  13 mai 2031  1      rencontre
""",
    "issues": """\
Document    Étape                     Message
────────────────────────────────────────────────────────────────────────────
absent.txt  sources: missing  non lu  there is no such file
muet.txt    dating: no-day            no day could be found for this article
""",
}


def test_the_timeline(run, tiny_dossier):
    assert run("show", "timeline", "--dossier", tiny_dossier).out == TIMELINE


@pytest.mark.parametrize("what", sorted(TABLES))
def test_tables(run, tiny_dossier, what):
    assert run("show", what, "--dossier", tiny_dossier).out == TABLES[what]


def test_sources(run, tiny_dossier):
    lines = run("show", "sources", "--dossier", tiny_dossier).out.splitlines()
    assert [line.split("  ")[0] for line in lines[2:]] == ["14 mai 2031", "15 mai 2031", "inconnu"]
    assert [line.split()[-3] for line in lines[2:]] == ["2", "2", "–"]


@pytest.mark.parametrize("what", ["timeline", "sources", *sorted(TABLES)])
def test_rows_for_programs(run, tiny_dossier, what):
    rows = json.loads(run("show", what, "--dossier", tiny_dossier, "--format", "json").out)
    table = list(csv.DictReader(io.StringIO(run("show", what, "--dossier", tiny_dossier, "--format", "csv").out)))
    assert [list(row) for row in rows] == [list(row) for row in table]
    assert len(rows) >= 1


def test_nothing_to_show(run, tmp_path):
    Store.create(tmp_path / "x.db")
    ran = run("show", "timeline", "--dossier", tmp_path / "x.db")
    assert (ran.status, ran.out) == (0, "nothing to show\n")
    assert run("show", "timeline", "--dossier", tmp_path / "x.db", "--format", "json").out == "[\n]\n"


def test_what_stands_beside_the_process_may_be_left_out(run, tiny_dossier):
    ran = run("show", "timeline", "--dossier", tiny_dossier, "--main")
    assert ran.out == TIMELINE.partition("\n\n")[0] + "\n\n"
    assert ran.err == "2 beside the process left out: without --main they are shown\n"


def test_undated_documents_are_left_out_as_of_a_day(run, tiny_dossier):
    ran = run("show", "sources", "--dossier", tiny_dossier, "--as-of", "2031-05-14", "--format", "json")
    assert [row["document"] for row in json.loads(ran.out)] == ["sud.txt"]
    assert "left out, since their day is not known: muet.txt" in ran.err


HOSTILE = "\x1b[31mRouge\x1b[0m \u202eàl-sap\u202c\x07\u2028=1+1 fin"


@pytest.fixture
def hostile_dossier(tmp_path, monkeypatch):
    """The tiny dossier with an article whose name and words want to be obeyed."""
    entries = tiny.entries()
    bad = dataclasses.replace(entries[0], summary=HOSTILE, evidence=(dataclasses.replace(entries[0].evidence[0], quote=HOSTILE),))
    position = dataclasses.replace(tiny.VALDOR, name="=cmd|' /C calc'!A0")
    monkeypatch.setattr(tiny, "entries", lambda: (bad, dataclasses.replace(entries[2], participants=(position,)), *entries[3:]))
    tiny.make(tmp_path / "hostile.db")
    return tmp_path / "hostile.db"


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_nothing_in_a_text_is_obeyed(run, hostile_dossier, form):
    out = run("show", "timeline", "--dossier", hostile_dossier, "--format", form).out
    assert not set(out) & set("\x1b\x07\u202e\u202c\u2028")
    assert "Rouge" in out


def test_json_loses_nothing(run, hostile_dossier):
    rows = json.loads(run("show", "timeline", "--dossier", hostile_dossier, "--format", "json").out)
    assert rows[0]["what"] == HOSTILE
    record = json.loads(run("export", "--format", "chronicle", "--dossier", hostile_dossier).out.splitlines()[0])
    assert record["evidence"][0]["quote"] == HOSTILE


def test_cells_are_no_formulas(run, hostile_dossier):
    rows = list(csv.DictReader(io.StringIO(run("show", "timeline", "--dossier", hostile_dossier, "--format", "csv").out)))
    assert rows[1]["participants"] == "'=cmd|' /C calc'!A0"


@pytest.mark.parametrize("view", ["figures", "positions", "statements", "talks"])
def test_a_year_that_is_only_supposed_is_marked(view):
    day = next(column for column in COLUMNS[view] if column.heading == "Jour")
    row = TalksRow("event-1", "12 mai 2022", "2022-05-12", "2022-05-12", "rencontre", None, None, (), (), "occurred", "tenu", (), 1, True)
    assert day.text(row) == "12 mai 2022 ?"
    assert day.text(dataclasses.replace(row, year_guessed=False)) == "12 mai 2022"
    assert day.text(dataclasses.replace(row, day="")) == "–"
