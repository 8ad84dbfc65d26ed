"""`export --format chronicle` keeps to the schema that is shipped."""

import json
from importlib.resources import files

import jsonschema
import pytest

from pourparlers.exports import chronicle
from pourparlers.model.claim import Agent, Attribution
from pourparlers.store import Store
from pourparlers.views.shown import shown

SCHEMA = json.loads((files("pourparlers") / "data/schema/chronicle.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def records(tiny_dossier):
    with Store.open(tiny_dossier).view() as view:
        return list(chronicle.records(shown(view)))


def test_every_entry_fits_the_schema(records):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert [error.message for record in records for error in validator.iter_errors(record)] == []


def test_the_schema_describes_every_field(records):
    assert list(SCHEMA["properties"]) == list(records[0]) == SCHEMA["required"]


def test_evidence_lies_in_the_exported_text(records, tiny_dossier):
    with Store.open(tiny_dossier).view() as view:
        texts = {document.name: document.text for document in view.documents()}
    for record in records:
        for item in record["evidence"]:
            assert texts[item["document"]][item["start"] : item["end"]] == item["quote"]


def test_chains_of_tellers_stand_beside_values(records):
    (figure,) = (record for record in records if record["kind"] == "figure")
    assert figure["values"][0]["attribution"] == [{"agent": "armée morénienne", "role": None, "side": "Morénie", "verb": "affirmer"}]
    assert records[0]["history"][0]["attribution"] == []


def test_those_who_say_it_together_stand_beside_the_first():
    link = Attribution(Agent("Valdor", "a1", None, "Valdor"), "annoncer", 0, 8, (Agent("Morénie", "a2", None, "Morénie"),))
    row = chronicle.teller(link)
    assert (row["agent"], row["beside"]) == ("Valdor", [{"name": "Morénie", "role": None, "side": "Morénie"}])
    jsonschema.Draft202012Validator({**SCHEMA["$defs"]["teller"], "$defs": SCHEMA["$defs"]}).validate(row)
