"""Files of the rows of each page: those that its filters leave, safe to open in a spreadsheet."""

import csv
import io
import json

import pytest

from pourparlers.web.api import VIEWS


def rows(answer):
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("view", ["chronicle", *VIEWS])
def test_every_view_is_had_in_both_forms(client, view):
    found = rows(client.get(f"/d/tiny/export/{view}.csv"))
    told = client.get(f"/d/tiny/export/{view}.json")
    assert told.headers["content-type"] == "application/json"
    assert f'filename="tiny-{view}.json"' in told.headers["content-disposition"]
    assert len(found) == len(json.loads(told.text)) > 0


def test_filters_of_the_page_hold(client):
    every, talks = rows(client.get("/d/many/export/chronicle.csv")), rows(client.get("/d/many/export/chronicle.csv?kind=talks&page=2"))
    assert 0 < len(talks) < len(every) == 260
    assert {row["lane"] for row in talks} == {"talks"}
    assert [row["speaker"] for row in rows(client.get("/d/tiny/export/statements.csv?speaker=Anton+Brisk&q=cessez"))] == ["Anton Brisk"]
    assert rows(client.get("/d/tiny/export/statements.csv?q=zzz")) == []


def test_as_of_a_day(client):
    assert len(rows(client.get("/d/tiny/export/sources.csv?as-of=2031-05-14"))) < len(rows(client.get("/d/tiny/export/sources.csv")))


@pytest.mark.parametrize("path", ["/d/tiny/export/nothing.csv", "/d/tiny/export/talks.xml", "/d/none/export/talks.csv"])
def test_what_there_is_not(client, path):
    assert client.get(path).status_code == 404


def test_no_cell_is_a_formula(client):
    for view in ("chronicle", *VIEWS):
        for row in rows(client.get(f"/d/hostile/export/{view}.csv")):
            assert not [cell for cell in row.values() if cell[:1] in "=+-@\t\r" and cell and not cell.lstrip("-").replace(".", "").isdigit()]


def test_pages_offer_their_rows(client):
    page = client.get("/d/many?kind=talks&page=2&lang=fr").text
    assert 'href="/d/many/export/chronicle.csv?kind=talks" download' in page
