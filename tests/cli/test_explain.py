"""`explain` tells why; `search` finds."""

import json

import pytest

import tiny

ENTRY = """\
Pourparlers entre le Valdor et la Morénie à Port-Sérène — 13 mai 2031 — tenu
event-1a

Passages
  sud.txt (Le Sud républicain, 14 mai 2031), 43–82, règle test.rule
  Les délégations du Valdor et de la Morénie [se sont rencontrées mardi à Port-Sérène]. « Nous
  voulons un cessez-le-feu immédiat », a déclaré le ministre valdorien Anton Brisk.

  nord.txt (Courrier du Nord, 15 mai 2031), 25–78, règle test.rule
  Selon l'Agence du Delta, [la rencontre de mardi à Port-Sérène a duré six heures]. Un nouveau
  rendez-vous est prévu le 20 mai.

Valeurs
  statut : tenu (établi) — les articles, de leur propre voix [nord.txt, sud.txt]
  début : 13 mai 2031 (établi) — les articles, de leur propre voix [nord.txt, sud.txt]

Histoire
  14 mai 2031 : tenu [nord.txt, sud.txt]

Dates
  sud.txt, « mardi » : 13 mai 2031 — mardi : le dernier mardi avant la parution (règle test.time)
      sud.txt : paru : 14 mai 2031
      sud.txt : le jour est donné avec l'article
  nord.txt, « mardi » : 13 mai 2031 — rien n’indique le sens : le plus récent jusqu’à la parution ;
  paru le 15 mai 2031 (règle test.time)
      nord.txt : paru : 15 mai 2031
      nord.txt : l'autre article raconte la même rencontre de mardi

Rapprochements
  sud.txt (event-1a) et nord.txt (event-2a) : même chose (0.90, règle test.link) — même jour ; même
  lieu

Documents
  nord.txt
  sud.txt
"""


def test_an_entry(run, tiny_dossier):
    assert run("explain", "event-1a", "--dossier", tiny_dossier).out == ENTRY


def test_a_claim_within_an_entry(run, tiny_dossier):
    out = run("explain", "event-2a", "--dossier", tiny_dossier).out
    for expected in ("[la rencontre de mardi", "Agence du Delta (selon)", "event-1a : Pourparlers", "même chose"):
        assert expected in out


@pytest.mark.parametrize("wanted", ["muet.txt", "mu", tiny.capture("muet.txt").id, tiny.capture("muet.txt").id[4:10]])
def test_a_document_by_name_id_or_beginning(run, tiny_dossier, wanted):
    out = run("explain", wanted, "--dossier", tiny_dossier).out
    assert "paru : inconnu" in out
    assert "dating (no-day) : no day could be found for this article" in out


def test_a_document_that_others_date(run, tiny_dossier):
    out = run("explain", "nord.txt", "--dossier", tiny_dossier).out
    for expected in ("paru : mai 2031", "paru : 15 mai 2031", "reprise ou mise à jour : sud.txt", "« le 20 mai » : 20 mai 2031"):
        assert expected in out


@pytest.mark.parametrize(("wanted", "message"), [("event-", "4 ids begin with 'event-': event-1a, event-2a"), ("zzz", "nothing in this dossier")])
def test_ids_that_name_nothing_or_too_much(run, tiny_dossier, wanted, message):
    ran = run("explain", wanted, "--dossier", tiny_dossier)
    assert (ran.status, ran.out) == (1, "")
    assert message in ran.err


def test_search(run, tiny_dossier):
    out = run("search", "delegation rencontrer", "--dossier", tiny_dossier).out
    assert "sud.txt (Le Sud républicain, 14 mai 2031)" in out
    assert "… Les délégations du Valdor" in out
    assert "chronique : 1a" in out
    assert run("search", "absinthe", "--dossier", tiny_dossier).out == "nothing found\n"
    (row,) = json.loads(run("search", "trêve", "--dossier", tiny_dossier, "--format", "json").out)
    assert (row["name"], row["published"]) == ("muet.txt", None)
    assert run("search", "trêve", "--dossier", tiny_dossier, "--format", "csv").out.splitlines()[0].startswith("document,name,outlet")


def test_a_position_is_told_by_its_stance(run, tiny_dossier):
    out = run("explain", "position-1a", "--dossier", tiny_dossier).out
    assert "demands" not in out
    assert out.splitlines()[0].endswith(" — sans date")
