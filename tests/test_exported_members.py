"""The public interface: these names, and `import pourparlers` costs nothing."""

import subprocess
import sys

import pytest

import pourparlers


def test_exported_members():
    assert pourparlers.__all__ == [
        "Capture",
        "Document",
        "DossierError",
        "Entry",
        "Issue",
        "Options",
        "PourparlersError",
        "Reading",
        "SourceError",
        "Store",
        "capture",
        "derive",
        "read",
        "read_into",
    ]
    for name in pourparlers.__all__:
        assert getattr(pourparlers, name).__name__ == name
    assert set(pourparlers.__all__) <= set(dir(pourparlers))


def test_there_is_nothing_else():
    name = "nothing"
    with pytest.raises(AttributeError, match="nothing"):
        getattr(pourparlers, name)


def test_importing_it_imports_nothing_heavy():
    code = "import sys, pourparlers; print([m for m in ('spacy', 'numpy', 'sqlalchemy', 'lxml', 'yaml', 'pourparlers.model') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
