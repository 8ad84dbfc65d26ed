"""The dossier of `tiny.py`, in a file and on a server."""

import pytest

import tiny


@pytest.fixture(scope="session", params=["file", "server"])
def tiny_place(request):
    """Where it is, to read from."""
    if request.param == "file":
        return request.getfixturevalue("tiny_dossier")
    place = request.getfixturevalue("server").fresh()
    tiny.make(place)
    return place
